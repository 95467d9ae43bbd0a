package y74_throw_unless_held;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** A method that begins by throwing unless a lock is held says what it needs, however it says so. */
final class ThrowUnlessHeld {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  void withMessage() {
    if (!lock.isHeldByCurrentThread()) {
      String message = "not held by " + Thread.currentThread();
      System.err.println(message);
      throw new IllegalStateException(message);
    }
    count++;
  }

  void withElse() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException();
    } else {
      count++;
    }
  }

  void thrownInElse() {
    if (lock.isHeldByCurrentThread()) {
      count++;
    } else throw new IllegalStateException();
  }

  void comparedWithFalse() {
    if (lock.isHeldByCurrentThread() == false) {
      throw new IllegalStateException();
    }
    count++;
  }

  void comparedWithTrue() {
    assert true == lock.isHeldByCurrentThread();
    count++;
  }

  void differsFromFalse() {
    if (lock.isHeldByCurrentThread() != false) {
      throw new IllegalStateException();
    }
    System.out.println("not held");
  }

  void unlessHeld() {
    if (lock.isHeldByCurrentThread()) {
      RuntimeException held = new IllegalStateException();
      throw held;
    }
    System.out.println("not held");
  }

  void unlessHeldInElse() {
    if (!lock.isHeldByCurrentThread()) {
      System.out.println("not held");
    } else {
      throw new IllegalStateException();
    }
  }

  /** Returns where the lock is not held: nothing is asked of callers. */
  int orElse() {
    if (!lock.isHeldByCurrentThread()) {
      return -1;
    }
    return count;
  }

  /** Likewise, as it throws only sometimes. */
  int sometimes(boolean strict) {
    if (!lock.isHeldByCurrentThread()) {
      if (!strict) {
        return -1;
      }
      throw new IllegalStateException();
    }
    return count;
  }

  /** What comes after the branches is no beginning. */
  void second(ReentrantLock other) {
    if (other.isHeldByCurrentThread()) {
      System.out.println("held");
    } else {
      throw new IllegalStateException();
    }
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException();
    }
    count++;
  }

  void held() {
    lock.lock();
    try {
      withMessage();
      withElse();
      thrownInElse();
      comparedWithFalse();
      comparedWithTrue();
      differsFromFalse(); // expect: LockExcluded "lock"
      unlessHeld(); // expect: LockExcluded "lock"
      unlessHeldInElse(); // expect: LockExcluded "lock"
    } finally {
      lock.unlock();
    }
  }

  void notHeld() {
    withMessage(); // expect: LockNotHeld "lock"
    withElse(); // expect: LockNotHeld "lock"
    thrownInElse(); // expect: LockNotHeld "lock"
    comparedWithFalse(); // expect: LockNotHeld "lock"
    comparedWithTrue(); // expect: LockNotHeld "lock"
    differsFromFalse();
    unlessHeld();
    unlessHeldInElse();
    orElse();
    sometimes(true);
  }

  void partly(ReentrantLock other) {
    other.lock();
    try {
      second(other);
    } finally {
      other.unlock();
    }
    second(other); // expect: LockNotHeld "other"
  }

  void denied() {
    lock.lock();
    try {
      if (!lock.isHeldByCurrentThread()) { // expect: LockExcluded "held on every path"
        System.out.println("never");
      } else {
        throw new IllegalStateException();
      }
    } finally {
      lock.unlock();
    }
  }
}
