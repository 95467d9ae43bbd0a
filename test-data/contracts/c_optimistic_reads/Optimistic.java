package c_optimistic_reads;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

/**
 * A guarded field may be read under an unvalidated stamp if nothing but local copies happen before
 * a successful validate on every path that uses them.
 */
final class Optimistic {
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("stamped")
  private int x;

  @GuardedBy("stamped")
  private int y;

  private int published;

  int fallback() {
    long stamp = stamped.tryOptimisticRead();
    int a = x;
    int b = y;
    if (!stamped.validate(stamp)) {
      stamp = stamped.readLock();
      try {
        a = x;
        b = y;
      } finally {
        stamped.unlockRead(stamp);
      }
    }
    return a + b;
  }

  int onlyIfValid() {
    long stamp = stamped.tryOptimisticRead();
    int a = x;
    if (stamped.validate(stamp)) {
      return a;
    }
    return -1;
  }

  int retry() {
    while (true) {
      long stamp = stamped.tryOptimisticRead();
      int a = x;
      int b = y;
      if (stamped.validate(stamp)) {
        return a + b;
      }
    }
  }

  int readStampIsValid() {
    long stamp = stamped.readLock();
    try {
      int a = x;
      if (stamped.validate(stamp)) {
        return a + y;
      }
      return -1;
    } finally {
      stamped.unlockRead(stamp);
    }
  }

  int neverValidated() {
    long stamp = stamped.tryOptimisticRead();
    return x; // expect: UnguardedAccess "stamped"
  }

  int usedBeforeValidation() {
    long stamp = stamped.tryOptimisticRead();
    int a = x; // expect: UnguardedAccess "stamped"
    published = a;
    if (stamped.validate(stamp)) {
      return a;
    }
    return -1;
  }

  int usedWhereInvalid() {
    long stamp = stamped.tryOptimisticRead();
    int a = x; // expect: UnguardedAccess "stamped"
    if (!stamped.validate(stamp)) {
      return a;
    }
    return a + 1;
  }

  int resultIgnored() {
    long stamp = stamped.tryOptimisticRead();
    int a = x; // expect: UnguardedAccess "stamped"
    stamped.validate(stamp);
    return a;
  }

  void written(int n) {
    long stamp = stamped.tryOptimisticRead();
    x = n; // expect: UnguardedAccess "stamped"
    if (stamped.validate(stamp)) {
      published = n;
    }
  }

  int readAfterValidation() {
    long stamp = stamped.tryOptimisticRead();
    int a = x;
    if (stamped.validate(stamp)) {
      return a + y; // expect: UnguardedAccess "stamped"
    }
    return -1;
  }
}
