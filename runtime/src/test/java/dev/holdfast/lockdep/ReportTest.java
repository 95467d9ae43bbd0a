package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.lockdep.Report.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What a report says, and where it goes. */
final class ReportTest {
  private final Lab lab = new Lab();
  private final TrackedLock index = lab.lock("index");
  private final TrackedLock shard = lab.lock("shard");

  @Test
  void namesBothClassesAndThePlacesOfBothOrders() {
    indexThenShard();
    shardThenIndex();

    Report report = lab.onlyReport();
    assertThat(report.held()).isEqualTo(LockClass.of("shard"));
    assertThat(report.wanted()).isEqualTo(LockClass.of("index"));
    assertThat(report.heldAt().toString()).contains("ReportTest.shardThenIndex");
    assertThat(report.place().toString()).contains("ReportTest.shardThenIndex");
    assertThat(report.cycle().get(1).heldAt().toString()).contains("ReportTest.indexThenShard");
    assertThat(report.cycle().get(1).wantedAt().toString()).contains("ReportTest.indexThenShard");
    assertThat(report.holds()).extracting(Hold::lockClass).containsExactly(LockClass.of("shard"));
  }

  @Test
  void putsEverythingIntoTheMessage() {
    indexThenShard();
    shardThenIndex();

    assertThat(lab.onlyReport().message())
        .startsWith("possible deadlock: `index` is waited for while `shard` is held")
        .contains("cycle: shard -> index -> shard")
        .contains("ReportTest.indexThenShard(ReportTest.java:")
        .contains("ReportTest.shardThenIndex(ReportTest.java:")
        .contains("thread \"" + Thread.currentThread().getName() + "\" holds:");
  }

  @Test
  void showsHowTwoThreadsEndUpWaiting() {
    indexThenShard();
    shardThenIndex();

    assertThat(lab.onlyReport().scenario().lines())
        .containsExactly(
            "thread 1                      thread 2",
            "holds shard for writing",
            "                              holds index for writing",
            "waits for index for writing",
            "                              waits for shard for writing",
            "everybody waits");
  }

  @Test
  void keepsPlacesInTheCallersCode() {
    index.lock();

    assertThat(lab.validator().hold(index.key()).place().frames())
        .singleElement()
        .satisfies(frame -> assertThat(frame.getMethodName()).startsWith("keepsPlaces"));
  }

  @Test
  void throwsByDefaultIfToldToFail() {
    Validator failing = new Validator(Reporter.byDefault(new Config(true)));
    Object lock = new Object();
    failing.acquired(lock, LockClass.of("a"), Mode.EXCLUSIVE, false);

    assertThatThrownBy(() -> failing.acquiring(lock, LockClass.of("a"), Mode.EXCLUSIVE))
        .isInstanceOf(LockDepException.class)
        .hasMessageStartingWith("self-deadlock: `a`");
  }

  @Test
  void logsOnceByDefault() {
    Logger logger = Logger.getLogger("dev.holdfast.lockdep");
    LockClass cls = LockClass.of("logged once");
    Collector collector = new Collector(cls.toString());
    logger.addHandler(collector);
    logger.setUseParentHandlers(false);
    try {
      Validator logging = new Validator(Reporter.byDefault(new Config(false)));
      Object lock = new Object();
      logging.acquired(lock, cls, Mode.EXCLUSIVE, false);
      logging.acquiring(lock, cls, Mode.EXCLUSIVE);
      logging.acquiring(lock, cls, Mode.EXCLUSIVE);
    } finally {
      logger.removeHandler(collector);
      logger.setUseParentHandlers(true);
    }

    assertThat(collector.messages)
        .singleElement()
        .satisfies(message -> assertThat(message).startsWith("self-deadlock: `logged once`"));
  }

  @Test
  void tellsTheNextConsumerWhatTheLastOneWasTold() {
    lab.validator().released(index.key(), Mode.EXCLUSIVE);
    lab.validator().released(index.key(), Mode.EXCLUSIVE);
    List<Report> next = new ArrayList<>();
    lab.validator().onReport(next::add);
    lab.validator().released(index.key(), Mode.EXCLUSIVE);

    lab.assertReported(Kind.RELEASED_NOT_HELD);
    assertThat(next).extracting(Report::kind).containsExactly(Kind.RELEASED_NOT_HELD);
  }

  @Test
  void readsItsConfiguration() {
    assertThat(Config.from(name -> null).fail()).isFalse();
    assertThat(Config.from(name -> "false").fail()).isFalse();
    assertThat(Config.from(name -> "true").fail()).isTrue();
    assertThatThrownBy(() -> Config.from(name -> "yes"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`holdfast.lockdep.fail` must be `true` or `false`, not `yes`");
  }

  @Test
  void givesEveryKindATitle() {
    assertThat(Kind.values()).allMatch(kind -> !kind.title().isBlank());
  }

  private void indexThenShard() {
    index.lock();
    shard.lock();
    shard.unlock();
    index.unlock();
  }

  private void shardThenIndex() {
    shard.lock();
    index.lock();
    index.unlock();
    shard.unlock();
  }

  /** What is logged about one class; other tests' leaks may be logged at any time. */
  private static final class Collector extends Handler {
    private final String cls;
    private final List<String> messages = new ArrayList<>();

    Collector(String cls) {
      this.cls = cls;
    }

    @Override
    public void publish(LogRecord record) {
      if (record.getMessage().contains(cls)) {
        messages.add(record.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
