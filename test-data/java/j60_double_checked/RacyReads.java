// A volatile field with declared racy reads: reads need nothing, writes need the guard.
package j60_double_checked;

import dev.holdfast.annotations.GuardedBy;

class RacyReads {
  @GuardedBy(value = "this", racyReads = true)
  private volatile Object value;

  @GuardedBy(value = "LOCK", racyReads = true)
  private static volatile Object shared;

  private static final Object LOCK = new Object();

  Object classic() {
    if (value == null) {
      synchronized (this) {
        if (value == null) {
          value = new Object();
        }
      }
    }
    return value;
  }

  Object localCopy() {
    Object local = value;
    if (local != null) {
      return local;
    }
    synchronized (this) {
      local = value;
      if (local == null) {
        value = local = new Object();
      }
      return local;
    }
  }

  Object unguardedWrite() {
    if (value == null) {
      value = new Object(); // expect: UnguardedAccess "this"
    }
    return value;
  }

  void reset() {
    value = null; // expect: UnguardedAccess "this"
  }

  static Object shared() {
    Object local = shared;
    if (local == null) {
      synchronized (LOCK) {
        local = shared;
        if (local == null) {
          shared = local = new Object();
        }
      }
    }
    return local;
  }

  synchronized void wrongLock() {
    shared = null; // expect: UnguardedAccess "LOCK"
  }
}
