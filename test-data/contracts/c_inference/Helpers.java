package c_inference;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * What a private method needs is inferred from its body and demanded of its callers in the same
 * file; the finding stands at the call.
 */
final class Helpers {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("rw")
  private int other;

  private void direct() {
    count = 3;
  }

  private void throughAnother() {
    direct();
  }

  private int reads() {
    return other;
  }

  private void writes() {
    other = 5;
  }

  private void neverCalled() {
    count = 7; // expect: UnguardedAccess "lock"
  }

  private void selfSufficient() {
    lock.lock();
    count = 9;
    lock.unlock();
  }

  private static void ofParameter(Helpers helpers) {
    helpers.count = 11;
  }

  @Requires("lock")
  private void declared() {
    count = 13;
  }

  void held() {
    lock.lock();
    try {
      direct();
      throughAnother();
      ofParameter(this);
      declared();
    } finally {
      lock.unlock();
    }
    selfSufficient();
  }

  void notHeld(Helpers another) {
    direct(); // expect: LockNotHeld "lock"
    throughAnother(); // expect: LockNotHeld "lock"
    ofParameter(another); // expect: LockNotHeld "another.lock"
    selfSufficient();
  }

  void modes() {
    rw.readLock().lock();
    try {
      reads();
      writes(); // expect: LockNotHeld "rw"
    } finally {
      rw.readLock().unlock();
    }
  }

  Runnable reference() {
    return this::direct; // expect: LockNotHeld "lock"
  }

  Runnable lambda() {
    return () -> throughAnother(); // expect: LockNotHeld "lock"
  }

  final class Inner {
    void touch() {
      direct(); // expect: LockNotHeld "lock"
    }
  }
}
