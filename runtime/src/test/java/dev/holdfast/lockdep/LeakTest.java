package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.lockdep.Report.Kind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

final class LeakTest {
  private static final LockClass REGION = LockClass.of("region");

  private final Lab lab = new Lab();
  private final TrackedLock lock = lab.lock("leaked");

  @Test
  void reportsAThreadThatEndsWithALockHeld() throws InterruptedException {
    Lab.inThread(() -> lock.lock());
    lab.validator().sweep();

    lab.assertReported(Kind.THREAD_ENDED);
    assertThat(lab.onlyReport().thread()).isEqualTo("other");
    assertThat(lab.onlyReport().heldAt().toString()).contains("LeakTest");
  }

  @Test
  void acceptsAThreadThatEndsWithNothingHeld() throws InterruptedException {
    Lab.inThread(
        () -> {
          lock.lock();
          lock.unlock();
        });
    lab.validator().sweep();

    lab.assertSilent();
  }

  @Test
  void acceptsAThreadThatStillRuns() {
    lock.lock();
    lab.validator().sweep();

    lab.assertSilent();
    lock.unlock();
  }

  @Test
  void noticesTheEndOfAThreadByItself() throws InterruptedException {
    Lab watched = Lab.watched();
    CountDownLatch reported = new CountDownLatch(1);
    watched.validator().onReport(report -> reported.countDown());
    Lab.inThread(watched.lock("leaked")::lock);

    reported.await();
  }

  @Test
  void goesOnWatchingAfterAConsumerThatThrows() throws InterruptedException {
    Lab watched = Lab.watched();
    Logger logger = Logger.getLogger("dev.holdfast.lockdep");
    logger.setLevel(Level.OFF);
    CountDownLatch thrown = new CountDownLatch(1);
    CountDownLatch reported = new CountDownLatch(1);
    watched
        .validator()
        .onReport(
            report -> {
              thrown.countDown();
              throw new AssertionError("consumer");
            });
    Lab.inThread(watched.lock("first")::lock);
    thrown.await();
    watched.validator().onReport(report -> reported.countDown());
    Lab.inThread(watched.lock("second")::lock);

    reported.await();
    logger.setLevel(null);
  }

  @Test
  void reportsATaskThatEndsWithALockHeld() throws Exception {
    runInPool(Tracked.task(lab.validator(), lock::lock));

    lab.assertReported(Kind.TASK_ENDED);
  }

  @Test
  void acceptsATaskThatReleasesWhatItTook() throws Exception {
    runInPool(
        Tracked.task(
            lab.validator(),
            () -> {
              lock.lock();
              lock.unlock();
            }));

    lab.assertSilent();
  }

  @Test
  void doesNotBlameATaskForWhatItsThreadHeldBefore() {
    lock.lock();
    Tracked.task(lab.validator(), () -> {}).run();

    lab.assertSilent();
  }

  @Test
  void reportsARecycledLockThatAThreadHolds() {
    Object region = new Object();
    lab.validator().acquired(region, REGION, Mode.SHARED, true);
    lab.validator().recycled(region);

    lab.assertReported(Kind.RECYCLED_WHILE_HELD);
    assertThat(lab.validator().isHeld(region, null)).isEqualTo(Held.NOT_HELD);
  }

  @Test
  void acceptsARecycledLockThatWasReleased() {
    Object region = new Object();
    lab.validator().acquired(region, REGION, Mode.SHARED, true);
    lab.validator().released(region, Mode.SHARED);
    lab.validator().recycled(region);

    lab.assertSilent();
  }

  @Test
  void letsTheOwnerOfANestedHoldRecycle() {
    Object space = new Object();
    Object region = new Object();
    lab.validator().acquired(space, LockClass.of("space"), Mode.EXCLUSIVE, false);
    lab.validator().nested(space, region, REGION);
    lab.validator().recycled(region);

    lab.assertSilent();
    assertThat(lab.validator().isHeld(region, null)).isEqualTo(Held.NOT_HELD);
  }

  private static void runInPool(Runnable task) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      pool.submit(task).get();
    } finally {
      pool.shutdown();
    }
  }
}
