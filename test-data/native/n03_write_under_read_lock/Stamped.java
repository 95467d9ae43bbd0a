package n03;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;

/** A field guarded by a stamped lock, written under a read stamp: a finding. */
final class Stamped {
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("stamped")
  private int count;

  void write(int n) {
    long stamp = stamped.readLock();
    try {
      count = n; // expect: UnguardedAccess "for reading"
    } finally {
      stamped.unlockRead(stamp);
    }
  }

  void writeByView(int n) {
    Lock read = stamped.asReadLock();
    read.lock();
    count = n; // expect: UnguardedAccess "for reading"
    read.unlock();
  }
}
