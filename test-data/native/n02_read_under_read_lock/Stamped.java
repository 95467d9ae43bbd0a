package n02;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

/** A field guarded by a stamped lock, read under a read stamp: all right. */
final class Stamped {
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("stamped")
  private int count;

  int stamp() {
    long stamp = stamped.readLock();
    try {
      return count;
    } finally {
      stamped.unlockRead(stamp);
    }
  }

  int anyModeUnlock() {
    long stamp = stamped.readLock();
    try {
      return count;
    } finally {
      stamped.unlock(stamp);
    }
  }

  int view() {
    stamped.asReadLock().lock();
    try {
      return count;
    } finally {
      stamped.asReadLock().unlock();
    }
  }

  int nothingHeld() {
    return count; // expect: UnguardedAccess "stamped"
  }
}
