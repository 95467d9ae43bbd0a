package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.lockdep.Report.Kind;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class ReleaseTest {
  private static final LockClass GATE = LockClass.of("gate");

  private final Lab lab = new Lab();
  private final TrackedLock gate = lab.lock("gate");

  @Test
  void reportsTheReleaseByAThreadThatDoesNotHold() throws InterruptedException {
    gate.lock();
    Lab.inThread(
        () -> assertThatThrownBy(gate::unlock).isInstanceOf(IllegalMonitorStateException.class));

    lab.assertReported(Kind.RELEASED_BY_OTHER_THREAD);
    assertThat(lab.onlyReport().message()).contains(Thread.currentThread().getName());
    assertThat(lab.holds(gate)).containsExactly(true);
  }

  @Test
  void acceptsTheReleaseByTheHolder() {
    gate.lock();
    gate.unlock();

    lab.assertSilent();
  }

  @Test
  void reportsTheReleaseOfWhatNobodyHolds() {
    assertThatThrownBy(gate::unlock).isInstanceOf(IllegalMonitorStateException.class);

    lab.assertReported(Kind.RELEASED_NOT_HELD);
  }

  @Test
  void reportsASecondRelease() {
    gate.lock();
    gate.unlock();
    assertThatThrownBy(gate::unlock).isInstanceOf(IllegalMonitorStateException.class);

    lab.assertReported(Kind.RELEASED_NOT_HELD);
  }

  @Test
  void reportsTheReleaseInTheWrongMode() {
    TrackedReadWriteLock table = lab.readWriteLock("table");
    table.readLock().lock();
    assertThatThrownBy(() -> table.writeLock().unlock())
        .isInstanceOf(IllegalMonitorStateException.class);

    lab.assertReported(Kind.RELEASED_NOT_HELD);
    assertThat(lab.holds(table)).containsExactly(true);
  }

  @Test
  void letsAnyThreadReleaseAStampedLock() throws InterruptedException {
    TrackedStampedLock stamped = lab.stampedLock("stamped");
    long stamp = stamped.readLock();
    Lab.inThread(() -> stamped.unlockRead(stamp));

    lab.assertSilent();
    assertThat(lab.holds(stamped)).containsExactly(false);
  }

  @Test
  void releasesOutOfOrder() {
    TrackedLock second = lab.lock("second");
    gate.lock();
    second.lock();
    gate.unlock();

    assertThat(lab.holds(gate, second)).containsExactly(false, true);
    second.unlock();
    lab.assertSilent();
  }

  @Test
  void reportsADowngradeOfWhatIsNotHeldExclusively() {
    Object lock = new Object();
    lab.validator().acquired(lock, GATE, Mode.SHARED, false);

    assertThat(lab.validator().downgraded(lock)).isFalse();
    lab.assertReported(Kind.BAD_DOWNGRADE);
  }

  @Test
  void holdsASharedLockAfterADowngrade() {
    Object lock = new Object();
    lab.validator().acquired(lock, GATE, Mode.EXCLUSIVE, false);

    assertThat(lab.validator().downgraded(lock)).isTrue();
    assertThat(lab.validator().isHeld(lock, Mode.EXCLUSIVE)).isEqualTo(Held.NOT_HELD);
    assertThat(lab.validator().isHeld(lock, Mode.SHARED_RECURSIVE)).isEqualTo(Held.HELD);
    assertThat(lab.validator().released(lock, Mode.SHARED)).isTrue();
    lab.assertSilent();
  }

  @Test
  void learnsASharedSourceAfterADowngrade() {
    Object space = new Object();
    Object table = new Object();
    LockClass tables = LockClass.of("table");
    lab.validator().acquired(table, tables, Mode.EXCLUSIVE, false);
    lab.validator().acquiring(space, GATE, Mode.SHARED_RECURSIVE);
    lab.validator().released(table, Mode.EXCLUSIVE);
    lab.validator().acquired(space, GATE, Mode.EXCLUSIVE, false);
    lab.validator().downgraded(space);
    lab.validator().acquiring(table, tables, Mode.EXCLUSIVE);

    lab.assertSilent();
  }

  @Test
  void learnsAnExclusiveSourceWithoutADowngrade() {
    Object space = new Object();
    Object table = new Object();
    LockClass tables = LockClass.of("table");
    lab.validator().acquired(table, tables, Mode.EXCLUSIVE, false);
    lab.validator().acquiring(space, GATE, Mode.SHARED_RECURSIVE);
    lab.validator().released(table, Mode.EXCLUSIVE);
    lab.validator().acquired(space, GATE, Mode.EXCLUSIVE, false);
    lab.validator().acquiring(table, tables, Mode.EXCLUSIVE);

    lab.assertReported(Kind.ORDER_CYCLE);
  }

  @Test
  void namesTheHoldersOfALock() throws InterruptedException {
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Thread holder =
        new Thread(
            () -> {
              gate.lock();
              taken.countDown();
              awaitQuietly(asked);
              gate.unlock();
            },
            "holder");
    holder.start();
    taken.await();

    assertThat(lab.validator().holders(gate.key()))
        .extracting(Tracking.Holder::thread)
        .containsExactly("holder");
    asked.countDown();
    holder.join();
    assertThat(lab.validator().holders(gate.key())).isEmpty();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
