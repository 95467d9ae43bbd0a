package n12;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** A loop whose body unlocks and locks again on every turn: all right, the gap is a gap. */
final class Loops {
  private final ReentrantLock lock = new ReentrantLock();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("stamped")
  private int other;

  void gap(int turns) {
    lock.lock();
    for (int i = 0; i < turns; i++) {
      count = i;
      lock.unlock();
      lock.lock();
    }
    count = -1;
    lock.unlock();
  }

  void accessInTheGap(int turns) {
    lock.lock();
    for (int i = 0; i < turns; i++) {
      lock.unlock();
      count = i; // expect: UnguardedAccess "lock"
      lock.lock();
    }
    count = -1;
    lock.unlock();
  }

  void pause(long millis) throws InterruptedException {
    lock.lock();
    try {
      while (count > 3) {
        lock.unlock();
        try {
          Thread.sleep(millis);
        } finally {
          lock.lock();
        }
        count--;
      }
    } finally {
      lock.unlock();
    }
  }

  void stamps(int turns) {
    long stamp = stamped.writeLock();
    int i = 0;
    do {
      other = i;
      stamped.unlockWrite(stamp);
      stamp = stamped.writeLock();
      i++;
    } while (i < turns);
    stamped.unlockWrite(stamp);
  }

  void eachTurn(int turns) {
    for (int i = 0; i < turns; i++) {
      lock.lock();
      count = i;
      lock.unlock();
    }
  }
}
