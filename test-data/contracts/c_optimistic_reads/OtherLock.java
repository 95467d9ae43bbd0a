package c_optimistic_reads;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

/** Another lock knows nothing of the stamp: it validates no read. */
final class OtherLock {
  private final StampedLock stamped = new StampedLock();
  private final StampedLock other = new StampedLock();

  @GuardedBy("stamped")
  private int x;

  int ofAField() {
    long stamp = stamped.tryOptimisticRead();
    int copy = x; // expect: UnguardedAccess "before the optimistic stamp is validated"
    return other.validate(stamp) ? copy : 0;
  }

  int ofAnotherObject(OtherLock that) {
    long stamp = stamped.tryOptimisticRead();
    int copy = x; // expect: UnguardedAccess "before the optimistic stamp is validated"
    if (!that.stamped.validate(stamp)) {
      return 0;
    }
    return copy;
  }

  int byBoth() {
    long stamp = stamped.tryOptimisticRead();
    int copy = x;
    if (other.validate(stamp) || !stamped.validate(stamp)) {
      return 0;
    }
    return copy;
  }

  int byAnotherName() {
    StampedLock same = stamped;
    long stamp = stamped.tryOptimisticRead();
    int copy = x;
    return same.validate(stamp) ? copy : 0;
  }
}
