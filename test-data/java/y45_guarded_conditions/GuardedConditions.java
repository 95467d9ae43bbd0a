// A condition in a guarded field stays what it is while the guard is held and nothing else runs.
package y45_guarded_conditions;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

abstract class GuardedConditions {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ReentrantLock other = new ReentrantLock();

  @GuardedBy("lock")
  private boolean closed;

  @GuardedBy("lock")
  private int count;

  private boolean open;

  abstract void run();

  void askedTwice() {
    lock.lock();
    if (closed) {
      other.lock();
    }
    count++;
    if (closed) {
      other.unlock();
    }
    lock.unlock();
  }

  void oppositeAsked() {
    lock.lock();
    if (!closed) {
      other.lock();
    }
    if (!closed) {
      other.unlock();
    }
    lock.unlock();
  }

  void number() {
    lock.lock();
    if (count > 0) {
      other.lock();
    }
    if (count > 0) {
      other.unlock();
    }
    lock.unlock();
  }

  void stored(boolean a, boolean b) {
    lock.lock();
    closed = a && b;
    if (a && b) {
      other.lock();
    }
    if (closed) {
      other.unlock();
    }
    lock.unlock();
  }

  void storedAttempt() {
    lock.lock();
    closed = other.tryLock();
    if (closed) {
      other.unlock();
    }
    lock.unlock();
  }

  void storedConstant() {
    lock.lock();
    closed = true;
    other.lock();
    if (closed) {
      other.unlock();
    }
    lock.unlock();
  }

  void notGuarded() {
    if (open) {
      other.lock();
    }
    if (open) {
      other.unlock(); // expect: ReleaseNotHeld
    }
  }

  void setOpen(boolean open) {
    this.open = open;
  }

  void countedBetween() {
    lock.lock();
    if (count > 0) {
      other.lock();
    }
    count--;
    if (count > 0) {
      other.unlock(); // expect: ReleaseNotHeld
    }
    lock.unlock();
  }

  void storedBetween(boolean next) {
    lock.lock();
    if (closed) {
      other.lock();
    }
    closed = next;
    if (closed) {
      other.unlock(); // expect: ReleaseNotHeld
    }
    lock.unlock();
  }

  void calledBetween() {
    lock.lock(); // expect: LockLeakOnThrow
    if (closed) {
      other.lock(); // expect: LockLeakOnThrow
    }
    run();
    if (closed) {
      other.unlock(); // expect: ReleaseNotHeld
    }
    lock.unlock();
  }

  void storedAndCalled() {
    lock.lock(); // expect: LockLeakOnThrow
    closed = true;
    other.lock(); // expect: LockLeakOnThrow
    run();
    if (closed) {
      other.unlock();
    }
    lock.unlock();
  } // expect: LockLeak

  void releasedBetween() {
    lock.lock();
    if (closed) {
      other.lock();
    }
    lock.unlock();
    lock.lock();
    if (closed) {
      other.unlock(); // expect: ReleaseNotHeld
    }
    lock.unlock();
  }

  void storedAndReleased() {
    lock.lock();
    closed = true;
    other.lock();
    lock.unlock();
    lock.lock();
    if (closed) {
      other.unlock();
    }
    lock.unlock();
  } // expect: LockLeak

  void waitedBetween() throws InterruptedException {
    lock.lock(); // expect: LockLeakOnThrow
    if (closed) {
      other.lock(); // expect: LockLeakOnThrow
    }
    changed.await();
    if (closed) {
      other.unlock(); // expect: ReleaseNotHeld
    }
    lock.unlock();
  }
}
