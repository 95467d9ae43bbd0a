// Optimistic reads: values copied, validated and then used are accepted; a use before the
// validation is reported at the read, a write always.
package j35_optimistic;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

class Optimistic {
  private final StampedLock seal = new StampedLock();

  @GuardedBy("seal")
  private double x;

  @GuardedBy("seal")
  private double y;

  @GuardedBy("seal")
  private int[] data = new int[4];

  double fallBack() {
    long stamp = seal.tryOptimisticRead();
    double a = x;
    double b = y;
    if (!seal.validate(stamp)) {
      stamp = seal.readLock();
      try {
        a = x;
        b = y;
      } finally {
        seal.unlockRead(stamp);
      }
    }
    return Math.sqrt(a * a + b * b);
  }

  double retryLoop() {
    for (int i = 0; i < 3; i++) {
      long stamp = seal.tryOptimisticRead();
      double a = x;
      double b = y;
      if (seal.validate(stamp)) {
        return a + b;
      }
    }
    long stamp = seal.readLock();
    try {
      return x + y;
    } finally {
      seal.unlockRead(stamp);
    }
  }

  double untilValid() {
    long stamp;
    double a;
    do {
      stamp = seal.tryOptimisticRead();
      a = x;
    } while (!seal.validate(stamp));
    return a;
  }

  double retryHoldingLock() {
    long stamp = seal.tryOptimisticRead();
    try {
      for (; ; stamp = seal.readLock()) {
        if (stamp == 0L) {
          continue;
        }
        double a = x;
        double b = y;
        if (!seal.validate(stamp)) {
          continue;
        }
        return a + b;
      }
    } finally {
      if (StampedLock.isReadLockStamp(stamp)) {
        seal.unlockRead(stamp);
      }
    }
  }

  double usedBefore() {
    long stamp = seal.tryOptimisticRead();
    double a = x; // expect: UnguardedAccess "seal"
    System.out.println(a);
    if (!seal.validate(stamp)) {
      return 0;
    }
    return a;
  }

  double neverValidated() {
    long stamp = seal.tryOptimisticRead();
    double a = x; // expect: UnguardedAccess "seal"
    return a;
  }

  double validationIgnored() {
    long stamp = seal.tryOptimisticRead();
    double a = x; // expect: UnguardedAccess "seal"
    seal.validate(stamp);
    return a;
  }

  double usedWhereInvalid() {
    long stamp = seal.tryOptimisticRead();
    double a = x; // expect: UnguardedAccess "seal"
    if (!seal.validate(stamp)) {
      return -a;
    }
    return a;
  }

  double readAfterValidation() {
    long stamp = seal.tryOptimisticRead();
    double a = x;
    if (!seal.validate(stamp)) {
      return 0;
    }
    return a + y; // expect: UnguardedAccess "seal"
  }

  void write() {
    long stamp = seal.tryOptimisticRead();
    x = 1; // expect: UnguardedAccess "seal"
    if (!seal.validate(stamp)) {
      System.out.println("too late");
    }
  }

  boolean discarded() {
    long stamp = seal.tryOptimisticRead();
    double a = x;
    boolean valid = seal.validate(stamp);
    return valid && a > 0;
  }

  double storedResult() {
    long stamp = seal.tryOptimisticRead();
    double a = x;
    boolean valid = seal.validate(stamp);
    if (!valid) {
      throw new IllegalStateException();
    }
    return a;
  }

  int element(int index) {
    long stamp = seal.tryOptimisticRead();
    int[] copy = data;
    if (!seal.validate(stamp)) {
      return 0;
    }
    return copy.length;
  }
}
