package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.lockdep.Report.Kind;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;

/** Waiting for a condition: the lock is given up, and taken back. */
final class WaitTest {
  private final Lab lab = new Lab();
  private final TrackedLock queue = lab.lock("queue");
  private final TrackedLock log = lab.lock("log");
  private final Condition notEmpty = queue.newCondition();

  @Test
  void reportsAWaitThatKeepsALaterLock() throws InterruptedException {
    queue.lock();
    log.lock();
    notEmpty.await(1, TimeUnit.NANOSECONDS);

    lab.assertReported(Kind.ORDER_CYCLE);
    assertThat(lab.holds(queue, log)).containsExactly(true, true);
  }

  @Test
  void acceptsAWaitThatKeepsAnEarlierLock() throws InterruptedException {
    log.lock();
    queue.lock();
    notEmpty.await(1, TimeUnit.NANOSECONDS);

    lab.assertSilent();
    assertThat(lab.holds(queue, log)).containsExactly(true, true);
  }

  @Test
  void holdsNothingWhileItWaits() throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    Thread waiter =
        new Thread(
            () -> {
              queue.lock();
              queue.lock();
              while (!done.get()) {
                notEmpty.awaitUninterruptibly();
              }
              queue.unlock();
              queue.unlock();
            });
    waiter.start();
    queue.lock();
    assertThat(lab.validator().holders(queue.key())).hasSize(1);
    done.set(true);
    notEmpty.signalAll();
    queue.unlock();
    waiter.join();

    lab.validator().sweep();
    lab.assertSilent();
  }

  @Test
  void takesReentrantHoldsBackAsTheyWere() throws InterruptedException {
    queue.lock();
    queue.lock();
    notEmpty.awaitNanos(1);

    assertThat(lab.validator().held()).extracting(Hold::depth).containsExactly(2);
    assertThat(notEmpty.awaitUntil(new Date(0))).isFalse();
    queue.unlock();
    queue.unlock();
    assertThat(lab.validator().held()).isEmpty();
  }

  @Test
  void keepsTheLockIfTheWaitIsInterrupted() {
    queue.lock();
    Thread.currentThread().interrupt();

    assertThatThrownBy(notEmpty::await).isInstanceOf(InterruptedException.class);
    assertThat(lab.holds(queue)).containsExactly(true);
  }

  @Test
  void doesNotWaitIfTheConsumerThrows() {
    lab.validator()
        .onReport(
            report -> {
              throw new LockDepException(report);
            });
    queue.lock();
    log.lock();

    assertThatThrownBy(notEmpty::await).isInstanceOf(LockDepException.class);
    assertThat(lab.holds(queue, log)).containsExactly(true, true);
  }

  @Test
  void followsAMonitor() throws Exception {
    Monitor monitor = monitor("monitor");
    monitor.run(() -> lab.order(queue, log));
    int answer =
        monitor.call(
            () -> {
              monitor.run(() -> assertThat(lab.holds(monitor)).containsExactly(true));
              return 42;
            });

    assertThat(answer).isEqualTo(42);
    lab.assertSilent();
    assertThat(lab.validator().held()).isEmpty();
  }

  @Test
  void reportsAMonitorInTheOppositeOrder() {
    Monitor monitor = monitor("monitor");
    monitor.run(
        () -> {
          queue.lock();
          queue.unlock();
        });
    queue.lock();
    monitor.run(() -> {});

    lab.assertReported(Kind.ORDER_CYCLE);
  }

  @Test
  void releasesAMonitorIfItsBodyThrows() {
    Monitor monitor = monitor("monitor");

    assertThatThrownBy(
            () ->
                monitor.run(
                    () -> {
                      throw new IllegalStateException("body");
                    }))
        .hasMessage("body");
    assertThat(lab.holds(monitor)).containsExactly(false);
    assertThat(lab.validator().held()).isEmpty();
  }

  @Test
  void waitsForAMonitor() {
    Monitor monitor = monitor("monitor");
    monitor.run(
        () -> {
          try {
            monitor.await(Duration.ofNanos(1));
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          assertThat(lab.holds(monitor)).containsExactly(true);
        });

    lab.assertSilent();
    assertThatThrownBy(monitor::await).isInstanceOf(IllegalMonitorStateException.class);
  }

  @Test
  void seesAMonitorThatWasEnteredWithoutIt() {
    Object object = new Object();
    Monitor monitor = Tracked.monitor(lab.validator(), object, LockClass.of("m"));
    synchronized (object) {
      assertThat(lab.holds(monitor)).containsExactly(true);
    }
    assertThat(lab.holds(monitor)).containsExactly(false);
  }

  private Monitor monitor(String cls) {
    return Tracked.monitor(lab.validator(), new Object(), LockClass.of(cls));
  }
}
