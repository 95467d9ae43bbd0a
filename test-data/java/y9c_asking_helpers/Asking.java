// A helper may say the contrary of a test, or whether one of several is true.
package y9c_asking_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Asking {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private int n;

  @GuardedBy({"lock", "other"})
  private int either;

  @GuardedBy("rw")
  private int m;

  private boolean notLocked() {
    return !lock.isHeldByCurrentThread();
  }

  private boolean locked() {
    return !notLocked();
  }

  private boolean parenthesised() {
    return !(lock.isHeldByCurrentThread());
  }

  private static boolean notMonitored(Object object) {
    return !Thread.holdsLock(object);
  }

  private boolean mayRead() {
    return rw.getReadHoldCount() > 0 || rw.isWriteLockedByCurrentThread();
  }

  private boolean mayNotRead() {
    return rw.getReadHoldCount() == 0 && !rw.isWriteLockedByCurrentThread();
  }

  private boolean reads() {
    return rw.getReadHoldCount() != 0;
  }

  private boolean counts() {
    return lock.getHoldCount() >= 1;
  }

  private boolean oneOfBoth() {
    return lock.isHeldByCurrentThread() || other.isHeldByCurrentThread();
  }

  private boolean lockedAndMore() {
    return lock.isHeldByCurrentThread() && either();
  }

  private boolean lockedOrMore() {
    return lock.isHeldByCurrentThread() || either();
  }

  private boolean either() {
    return System.nanoTime() > 0;
  }

  // ---- right

  void returns() {
    if (notLocked()) {
      return;
    }
    n++;
  }

  void twice() {
    if (locked()) {
      n++;
    }
  }

  void asserted() {
    assert !notLocked();
    n++;
  }

  void plain() {
    if (!parenthesised()) {
      n++;
    }
  }

  void counted() {
    if (counts()) {
      n++;
    }
  }

  void monitor(Asking that) {
    if (notMonitored(this)) {
      throw new IllegalStateException();
    }
    notify();
  }

  int read() {
    assert mayRead();
    return m;
  }

  int readElse() {
    return mayNotRead() ? 0 : m;
  }

  int readSome() {
    return reads() ? m : 0;
  }

  int readEither() {
    assert oneOfBoth();
    return either;
  }

  void takes() {
    boolean take = notLocked();
    if (take) {
      lock.lock();
    }
    try {
      n++;
    } finally {
      if (take) {
        lock.unlock();
      }
    }
  }

  void held() {
    lock.lock();
    try {
      if (notLocked()) {
        other.unlock();
      }
      n++;
    } finally {
      lock.unlock();
    }
  }

  // ---- wrong

  void contrary() {
    if (notLocked()) {
      n++; // expect: UnguardedAccess
    }
  }

  void noTest() {
    notLocked();
    n++; // expect: UnguardedAccess
  }

  void writes() {
    assert mayRead();
    m = 1; // expect: UnguardedAccess
  }

  void writesReading() {
    if (reads()) {
      m = 1; // expect: UnguardedAccess
    }
  }

  void writesEither() {
    assert oneOfBoth();
    either = 1; // expect: UnguardedAccess, UnguardedAccess
  }

  void lockOfBoth() {
    if (oneOfBoth()) {
      n++; // expect: UnguardedAccess
    }
  }

  void orMore() {
    if (lockedOrMore()) {
      n++; // expect: UnguardedAccess
    }
  }

  void notMore() {
    lock.lock();
    if (lockedAndMore()) {
      lock.unlock();
    }
  } // expect: LockLeak

  void denied() {
    lock.lock();
    try {
      assert notLocked(); // expect: LockExcluded
      n++;
    } finally {
      lock.unlock();
    }
  }

  // ---- which of them was taken

  void unlocksTheOne(boolean far) {
    if (far) {
      lock.lock();
    } else {
      other.lock();
    }
    try {
      System.out.println(either);
    } finally {
      if (lock.isHeldByCurrentThread()) {
        lock.unlock();
      } else {
        other.unlock();
      }
    }
  }

  void unlocksByHelper(boolean far) {
    if (far) {
      lock.lock();
    } else {
      other.lock();
    }
    try {
      System.out.println(either);
    } finally {
      if (notLocked()) {
        other.unlock();
      } else {
        lock.unlock();
      }
    }
  }

  void unlocksEach(boolean far) {
    if (far) {
      lock.lock();
    } else {
      other.lock();
    }
    try {
      System.out.println(either);
    } finally {
      if (lock.isHeldByCurrentThread()) {
        lock.unlock();
      }
      if (other.isHeldByCurrentThread()) {
        other.unlock();
      }
    }
  }

  void unlocksTheMode(boolean far) {
    if (far) {
      rw.writeLock().lock();
    } else {
      rw.readLock().lock();
    }
    try {
      System.out.println(m);
    } finally {
      if (rw.isWriteLockedByCurrentThread()) {
        rw.writeLock().unlock();
      } else {
        rw.readLock().unlock();
      }
    }
  }

  void tries(boolean far) {
    if (!far || !lock.tryLock()) {
      other.lock();
    }
    if (lock.isHeldByCurrentThread()) {
      n++;
      lock.unlock();
    } else {
      other.unlock();
    }
  }

  void unlocksTheOther(boolean far) {
    if (far) {
      lock.lock();
    } else {
      other.lock();
    }
    if (lock.isHeldByCurrentThread()) {
      other.unlock(); // expect: ReleaseNotHeld
    } else {
      lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void unlocksOnlyOne(boolean far) {
    if (far) {
      lock.lock();
    } else {
      other.lock();
    }
    if (lock.isHeldByCurrentThread()) {
      lock.unlock();
    }
  } // expect: LockLeak
}
