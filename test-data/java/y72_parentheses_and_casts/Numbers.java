package y72_parentheses_and_casts;

import java.util.concurrent.locks.ReentrantLock;

/** A number may be another one after a cast, unless its type is a wider one. */
final class Numbers {
  private final ReentrantLock lock = new ReentrantLock();

  void cutOff() {
    int whole = (int) 3.7;
    if (whole == 3) {
      lock.lock();
    }
  } // expect: LockLeak

  void cutOffInCondition() {
    if ((byte) 256 == 0) {
      lock.lock();
    }
  } // expect: LockLeak

  void widened(int n) {
    long same = (long) n;
    if (same == 3) {
      lock.lock();
    }
    if (same == 3) {
      lock.unlock();
    }
    if ((int) 3 == 4) {
      lock.lock();
    }
  }

  void fewerThanAll(ReentrantLock[] locks) {
    for (int i = 0; i < (byte) locks.length; i++) {
      locks[i].lock();
    }
    for (ReentrantLock each : locks) {
      each.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak
}
