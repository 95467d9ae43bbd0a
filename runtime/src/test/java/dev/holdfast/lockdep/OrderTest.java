package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.lockdep.Report.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class OrderTest {
  private final Lab lab = new Lab();
  private final TrackedLock index = lab.lock("index");
  private final TrackedLock shard = lab.lock("shard");

  @Test
  void reportsBothOrdersThoughNothingHangs() {
    lab.order(index, shard);
    lab.order(shard, index);

    lab.assertReported(Kind.ORDER_CYCLE);
  }

  @Test
  void acceptsOneOrderTwice() {
    lab.order(index, shard);
    lab.order(index, shard);

    lab.assertSilent();
  }

  @Test
  void learnsTheOrderOfClassesFromOtherInstancesAndThreads() throws InterruptedException {
    Lab.inThread(() -> lab.order(lab.lock("index"), lab.lock("shard")));
    lab.order(shard, index);

    lab.assertReported(Kind.ORDER_CYCLE);
  }

  @Test
  void acceptsLocksTakenOneAfterTheOther() {
    index.lock();
    index.unlock();
    lab.order(shard, index);

    lab.assertSilent();
  }

  @Test
  void reportsBeforeTheLockIsTaken() {
    lab.order(index, shard);
    lab.validator()
        .onReport(report -> assertThat(lab.holds(shard, index)).containsExactly(true, false));
    shard.lock();
    index.lock();

    assertThat(lab.holds(shard, index)).containsExactly(true, true);
    index.unlock();
    shard.unlock();
  }

  @Test
  void reportsOnTheThreadThatWaits() throws InterruptedException {
    List<String> names = new ArrayList<>();
    lab.validator().onReport(report -> names.add(Thread.currentThread().getName()));
    lab.order(index, shard);
    Lab.inThread(() -> lab.order(shard, index));

    assertThat(names).containsExactly("other");
  }

  @Test
  void leavesTheLockAloneIfTheConsumerThrows() {
    lab.order(index, shard);
    lab.validator()
        .onReport(
            report -> {
              throw new IllegalStateException("no");
            });
    shard.lock();

    assertThat(catchThrowable(index::lock)).hasMessage("no");
    assertThat(lab.holds(shard, index)).containsExactly(true, false);
    assertThat(index.tryLock()).isTrue();
  }

  @Test
  void takesATriedLockAsASourceOfOrder() {
    index.tryLock();
    shard.lock();
    shard.unlock();
    index.unlock();
    lab.order(shard, index);

    lab.assertReported(Kind.ORDER_CYCLE);
  }

  @Test
  void doesNotOrderATriedLockAfterOthers() {
    lab.order(index, shard);
    shard.lock();
    assertThat(index.tryLock()).isTrue();

    lab.assertSilent();
  }

  @Test
  void ordersATimedLockAfterOthers() throws InterruptedException {
    lab.order(index, shard);
    shard.lock();
    assertThat(index.tryLock(1, TimeUnit.HOURS)).isTrue();

    lab.assertReported(Kind.ORDER_CYCLE);
  }

  @Test
  void doesNotOrderATimedLockThatHasNoTime() throws InterruptedException {
    lab.order(index, shard);
    shard.lock();
    assertThat(index.tryLock(0, TimeUnit.HOURS)).isTrue();

    lab.assertSilent();
  }

  @Test
  void ordersAnInterruptibleLockAfterOthers() throws InterruptedException {
    lab.order(index, shard);
    shard.lock();
    index.lockInterruptibly();

    lab.assertReported(Kind.ORDER_CYCLE);
  }

  @Test
  void holdsNothingAfterAnInterruptedLock() throws InterruptedException {
    Thread.currentThread().interrupt();

    assertThat(catchThrowable(() -> index.lockInterruptibly()))
        .isInstanceOf(InterruptedException.class);
    assertThat(lab.holds(index)).containsExactly(false);
  }

  @Test
  void acceptsTakingAReentrantLockAgainInsideALaterOne() {
    index.lock();
    shard.lock();
    index.lock();
    index.unlock();
    shard.unlock();
    index.unlock();
    lab.order(index, shard);

    lab.assertSilent();
    assertThat(lab.holds(index, shard)).containsExactly(false, false);
  }

  @Test
  void reportsACircleOfThree() {
    TrackedLock journal = lab.lock("journal");
    lab.order(index, shard);
    lab.order(shard, journal);
    lab.order(journal, index);

    assertThat(lab.onlyReport().cycleLine()).isEqualTo("journal -> index -> shard -> journal");
    assertThat(lab.onlyReport().message()).contains("orders that lead back have been seen");
  }

  @Test
  void tellsAPairOfClassesOnce() {
    lab.order(index, shard);
    for (int i = 0; i < 3; i++) {
      lab.order(shard, index);
      lab.order(index, shard);
    }

    lab.assertReported(Kind.ORDER_CYCLE);
  }

  @Test
  void tellsAnotherPairOfClassesToo() {
    TrackedLock journal = lab.lock("journal");
    lab.order(index, shard);
    lab.order(shard, index);
    lab.order(index, journal);
    lab.order(journal, index);

    lab.assertReported(Kind.ORDER_CYCLE, Kind.ORDER_CYCLE);
  }

  @Test
  void doesNotCheckWhatTheConsumerTakes() {
    lab.order(index, shard);
    TrackedLock log = lab.lock("log");
    lab.order(log, index);
    lab.validator().onReport(report -> lab.order(index, log));
    lab.order(shard, index);
    lab.validator().onReport(report -> assertThat(report).isNull());

    lab.order(log, index);
  }
}
