// What a helper needs of an object it needs only where there is one.
package x01_inferred_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Nothing {
  private final Lock pool = new ReentrantLock();
  private final Lock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int users;

  private static void detach(Nothing entry) {
    if (entry == null) {
      return;
    }
    entry.users--;
  }

  private static void takesForNothing(Nothing entry, Nothing owner) {
    if (entry == null) {
      owner.pool.lock();
      return; // expect: LockLeak "owner.pool"
    }
    entry.users--;
  }

  static void none() {
    detach(null);
  }

  static void ifThereIsOne(Nothing entry) {
    if (entry != null) {
      entry.lock.lock();
    }
    try {
      detach(entry);
    } finally {
      if (entry != null) {
        entry.lock.unlock();
      }
    }
  }

  static void ifThereIsNone(Nothing entry) {
    if (entry == null) {
      detach(entry);
    } else {
      detach(entry); // expect: LockNotHeld "entry.lock"
    }
  }

  static void whetherThereIsOne(Nothing entry) {
    detach(entry); // expect: LockNotHeld "entry.lock"
  }

  static void leaves(Nothing entry, Nothing owner) {
    entry.lock.lock();
    try {
      takesForNothing(entry, owner);
    } finally {
      entry.lock.unlock();
    }
  }
}
