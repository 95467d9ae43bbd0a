package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;

/** What the queries and assertions of the public class say. */
final class LockDepTest {
  private final ReentrantLock plain = new ReentrantLock();
  private final TrackedLock lock = Tracked.lock(plain, LockClass.of("LockDepTest.lock"));
  private final ReentrantReadWriteLock plainTable = new ReentrantReadWriteLock();
  private final TrackedReadWriteLock table =
      Tracked.readWriteLock(plainTable, LockClass.of("LockDepTest.table"));

  @Test
  void knowsALockByItsWrapperAndByWhatIsWrapped() {
    lock.lock();
    assertThat(LockDep.isHeld(lock, null)).isEqualTo(Held.HELD);
    assertThat(LockDep.isHeld(plain, Mode.EXCLUSIVE)).isEqualTo(Held.HELD);
    lock.unlock();
    assertThat(LockDep.isHeld(lock, null)).isEqualTo(Held.NOT_HELD);
    assertThat(LockDep.isHeld(plain, null)).isEqualTo(Held.NOT_HELD);
  }

  @Test
  void listsWhatThisThreadHolds() {
    lock.lock();
    assertThat(LockDep.held())
        .singleElement()
        .satisfies(hold -> assertThat(hold.lock()).isSameAs(plain))
        .satisfies(hold -> assertThat(hold.lockClass().name()).isEqualTo("LockDepTest.lock"))
        .satisfies(hold -> assertThat(hold.mode()).isEqualTo(Mode.EXCLUSIVE))
        .satisfies(hold -> assertThat(hold.place().toString()).contains("listsWhatThisThread"));
    lock.unlock();
    assertThat(LockDep.held()).isEmpty();
  }

  @Test
  void asksLocksThatAreNotTrackedButKnowTheirOwner() {
    ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    assertThat(LockDep.isHeld(both, null)).isEqualTo(Held.NOT_HELD);
    both.readLock().lock();
    assertThat(LockDep.isHeld(both, null)).isEqualTo(Held.HELD);
    assertThat(LockDep.isHeld(both, Mode.SHARED)).isEqualTo(Held.HELD);
    assertThat(LockDep.isHeld(both, Mode.EXCLUSIVE)).isEqualTo(Held.NOT_HELD);
    assertThat(LockDep.isHeld(both.writeLock(), null)).isEqualTo(Held.NOT_HELD);
    both.readLock().unlock();
  }

  @Test
  void asksTheMonitorOfAPlainObject() {
    Object object = new Object();
    synchronized (object) {
      assertThat(LockDep.isHeld(object, null)).isEqualTo(Held.HELD);
      assertThat(LockDep.isHeld(object, Mode.SHARED)).isEqualTo(Held.NOT_HELD);
    }
    assertThat(LockDep.isHeld(object, null)).isEqualTo(Held.NOT_HELD);
  }

  @Test
  void doesNotKnowWhoHoldsALockThatCannotTell() {
    StampedLock stamped = new StampedLock();
    Lock view = new StampedLock().asReadLock();
    assertThat(LockDep.isHeld(stamped, null)).isEqualTo(Held.NOT_HELD);
    stamped.writeLock();

    assertThat(LockDep.isHeld(stamped, null)).isEqualTo(Held.UNKNOWN);
    assertThat(LockDep.isHeld(stamped, Mode.SHARED)).isEqualTo(Held.NOT_HELD);
    assertThat(LockDep.isHeld(view, null)).isEqualTo(Held.UNKNOWN);
  }

  @Test
  void asksALockThatSpeaksForItself() {
    OwnershipAware mute = mode -> Held.UNKNOWN;
    OwnershipAware mine = mode -> Held.of(mode != Mode.EXCLUSIVE);

    assertThat(LockDep.isHeld(mute, null)).isEqualTo(Held.UNKNOWN);
    assertThat(LockDep.isHeld(mine, null)).isEqualTo(Held.HELD);
    assertThat(LockDep.isHeld(mine, Mode.EXCLUSIVE)).isEqualTo(Held.NOT_HELD);
  }

  @Test
  void assertsAHeldLock() {
    lock.lock();
    assertThatCode(() -> LockDep.assertHeld(lock)).doesNotThrowAnyException();
    assertThatCode(() -> LockDep.assertHeldForWrite(lock)).doesNotThrowAnyException();
    assertThatThrownBy(() -> LockDep.assertNotHeld(lock))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("`LockDepTest.lock` must not be held by this thread");
    lock.unlock();
  }

  @Test
  void assertsALockThatIsNotHeld() {
    assertThatCode(() -> LockDep.assertNotHeld(lock)).doesNotThrowAnyException();
    assertThatThrownBy(() -> LockDep.assertHeld(lock))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("must be held by this thread")
        .hasMessageContaining("this thread holds nothing");
  }

  @Test
  void tellsReadFromWrite() {
    table.readLock().lock();
    assertThatCode(() -> LockDep.assertHeld(table)).doesNotThrowAnyException();
    assertThatThrownBy(() -> LockDep.assertHeldForWrite(table))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("must be held for writing")
        .hasMessageContaining("`LockDepTest.table` for reading, since");
    table.readLock().unlock();
  }

  @Test
  void failsAnAssertionThatNobodyCanDecide() {
    StampedLock stamped = new StampedLock();
    stamped.readLock();

    assertThatThrownBy(() -> LockDep.assertHeld(stamped))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nobody can tell");
    assertThatThrownBy(() -> LockDep.assertNotHeld(stamped)).isInstanceOf(AssertionError.class);
  }

  @Test
  void namesTheThreadThatHoldsTheLock() throws InterruptedException {
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread holder =
        new Thread(
            () -> {
              lock.lock();
              taken.countDown();
              try {
                done.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              lock.unlock();
            },
            "the-holder");
    holder.start();
    taken.await();
    assertThatThrownBy(() -> LockDep.assertHeld(lock)).hasMessageContaining("\"the-holder\"");
    done.countDown();
    holder.join();
  }
}
