package c_exceptions;

import dev.holdfast.annotations.Requires;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** What may throw leaks the hold without a finally: a finding at the acquisition. */
final class Throwing {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();
  private final StampedLock stamped = new StampedLock();

  void timedTry() throws InterruptedException {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    if (other.tryLock(3, TimeUnit.SECONDS)) {
      other.unlock();
    }
    lock.unlock();
  }

  void interruptible() throws InterruptedException {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    other.lockInterruptibly();
    other.unlock();
    lock.unlock();
  }

  void interruptibleStamp() throws InterruptedException {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    long stamp = stamped.readLockInterruptibly();
    stamped.unlockRead(stamp);
    lock.unlock();
  }

  void thrown(int n) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    if (n == 3) {
      throw new IllegalArgumentException("three");
    }
    lock.unlock();
  }

  void callOfAnother(Runnable action) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    action.run();
    lock.unlock();
  }

  void interruptedAcquiredNothing() {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      lock.unlock(); // expect: ReleaseNotHeld "lock"
      return;
    }
    lock.unlock();
  }

  @Requires("lock")
  void heldByContract(Runnable action) {
    action.run();
  }

  int overAList(List<Integer> numbers) {
    int sum = 0;
    lock.lock(); // expect: LockLeakOnThrow "lock"
    for (int each : numbers) {
      sum += each;
    }
    lock.unlock();
    return sum;
  }

  int overAnArrayThatMayBeNull(int[] numbers) {
    int sum = 0;
    lock.lock(); // expect: LockLeakOnThrow "lock"
    for (int each : numbers) {
      sum += each;
    }
    lock.unlock();
    return sum;
  }

  void madeWithACall(Callable<String> words) throws Exception {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    IllegalStateException made = new IllegalStateException(words.call());
    lock.unlock();
    throw made;
  }

  void thrownOnBesides(Callable<?> task) throws Exception {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    try {
      try {
        task.call();
      } catch (Exception e) {
        throw e;
      }
      lock.unlock();
    } catch (RuntimeException | Error e) {
      lock.unlock();
      throw e;
    }
  }

  void another(Runnable task) throws Exception {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    try {
      try {
        task.run();
      } catch (Exception e) {
        throw new Exception(e);
      }
      lock.unlock();
    } catch (RuntimeException | Error e) {
      lock.unlock();
      throw e;
    }
  }
}
