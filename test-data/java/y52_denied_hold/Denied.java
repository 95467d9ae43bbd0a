// An assertion that denies a lock which is held on every path is a mistake at the assertion. It binds callers as any
// other, and what follows it is checked. Where the lock may be held, the assertion proves that it is not.
package y52_denied_hold;

import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

class Denied {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("this")
  private int own;

  @GuardedBy("lock")
  private int other;

  // ---- wrong: it fails on every path

  synchronized void bySignature() {
    assert !Thread.holdsLock(this); // expect: LockExcluded "the assertion excludes 'this'"
    own++;
    other++; // expect: UnguardedAccess "lock"
  }

  synchronized void byThrow() {
    if (Thread.holdsLock(this)) { // expect: LockExcluded "the assertion excludes 'this'"
      throw new IllegalStateException();
    }
    other++; // expect: UnguardedAccess "lock"
  }

  void byBlock() {
    synchronized (this) {
      own++;
      assert !Thread.holdsLock(this); // expect: LockExcluded
      other++; // expect: UnguardedAccess "lock"
    }
  }

  @Requires("lock")
  void byContract(int n) {
    int next = n + 1;
    assert next > 0 && !lock.isHeldByCurrentThread() : "held"; // expect: LockExcluded "lock"
    other = next;
  }

  void byCount() {
    lock.lock();
    assert lock.getHoldCount() == 0; // expect: LockExcluded "lock"
    other++;
    lock.unlock();
    other++; // expect: UnguardedAccess "lock"
  }

  void byCall(int n) {
    lock.lock();
    try {
      if (n < 0 || isOwner()) { // expect: LockExcluded "lock"
        throw new IllegalStateException();
      }
      other++;
      own++; // expect: UnguardedAccess "this"
    } finally {
      lock.unlock();
    }
  }

  private boolean isOwner() {
    return lock.isHeldByCurrentThread();
  }

  @Requires("this") // expect: InvalidContract "contradicts"
  void byDeclaration() {
    assert !Thread.holdsLock(this);
  }

  synchronized void callers() {
    bySignature(); // expect: LockExcluded "assertion: !Thread.holdsLock(this)"
    byThrow(); // expect: LockExcluded "assertion: !Thread.holdsLock(this)"
  }

  // ---- right

  void free() {
    bySignature();
    byThrow();
  }

  @Excludes("this")
  synchronized void excluding() {
    own++;
  }

  void maybe(boolean take) {
    if (take) {
      lock.lock();
    }
    try {
      own(take);
    } finally {
      if (take) {
        lock.unlock();
      }
      assert !lock.isHeldByCurrentThread();
    }
    assert !lock.isHeldByCurrentThread();
    free();
  }

  private synchronized void own(boolean take) {
    assert !lock.isHeldByCurrentThread() || take;
    own++;
  }

  void either(int n) {
    lock.lock();
    try {
      assert !lock.isHeldByCurrentThread() || n > 0;
      if (lock.isHeldByCurrentThread() && n < 0) {
        throw new IllegalArgumentException();
      }
      other += n;
    } finally {
      lock.unlock();
    }
  }

  void counted() {
    assert lock.getHoldCount() == 0;
    lock.lock();
    assert lock.getHoldCount() == 1;
    other++;
    lock.unlock();
  }

  void branch() {
    synchronized (this) {
      if (!Thread.holdsLock(this)) {
        throw new IllegalStateException();
      }
      own++;
    }
  }
}
