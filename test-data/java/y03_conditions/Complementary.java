// One lock taken on each of two exclusive paths, by two tests that are each other's opposite.
package y03_conditions;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

class Complementary {
  private final ReentrantLock lock = new ReentrantLock();
  private final StampedLock stamped = new StampedLock();
  boolean changing;

  @GuardedBy("lock")
  private int count;

  @GuardedBy("stamped")
  private int total;

  void inBothArms(boolean c) {
    if (c) {
      lock.lock();
    } else {
      lock.lock();
    }
    count = 1;
    lock.unlock();
  }

  void byNegation(boolean c) {
    if (c) {
      lock.lock();
    }
    if (!c) {
      lock.lock();
    }
    try {
      count = 2;
    } finally {
      lock.unlock();
    }
  }

  void notReentrant(boolean c) {
    long stamp = 0;
    if (c) {
      stamp = stamped.writeLock();
    }
    if (!c) {
      stamp = stamped.writeLock();
    }
    total = 3;
    stamped.unlockWrite(stamp);
  }

  void bySide(int n) {
    if (n > 3) {
      lock.lock();
    }
    if (n <= 3) {
      lock.lock();
    }
    count = 4;
    lock.unlock();
  }

  void bySwappedSides(int a, long b) {
    if (a < b) {
      lock.lock();
    }
    if (!(b > a)) {
      lock.lock();
    }
    count = 5;
    lock.unlock();
  }

  void byOrder(int a, int b) {
    if (a >= b) {
      lock.lock();
    }
    if (b > a) {
      lock.lock();
    }
    count = 6;
    lock.unlock();
  }

  void byEqualNumbers(int a, int b) {
    boolean same = a == b;
    if (same) {
      lock.lock();
    }
    if (a != b) {
      lock.lock();
    }
    count = 7;
    lock.unlock();
  }

  void givenUpInTurn(char a, char b) {
    lock.lock();
    count = 8;
    if (a <= b) {
      lock.unlock();
    }
    if (a > b) {
      lock.unlock();
    }
  }

  void notOpposite(int a, int b) {
    if (a < b) {
      lock.lock();
    }
    if (a > b) {
      lock.lock();
    }
    count = 9; // expect: UnguardedAccess "lock"
    lock.unlock();
  }

  void sameTestTwice(int a, int b) {
    if (a < b) {
      lock.lock();
    }
    if (b > a) {
      lock.lock();
    }
    if (a < b) {
      count = 10;
      lock.unlock();
      lock.unlock();
    }
  }

  void takenTwice(int a, int b) {
    if (a < b) {
      lock.lock();
    }
    if (b > a) {
      lock.lock();
    }
    if (a < b) {
      lock.unlock();
    }
  } // expect: LockLeak "lock"

  void notEvenEqual(double a, double b) {
    if (a < b) {
      lock.lock();
    }
    if (a >= b) {
      lock.lock();
    }
    count = 11; // expect: UnguardedAccess "lock"
    lock.unlock();
  }

  void changedInBetween(int a, int b) {
    if (a < b) {
      lock.lock();
    }
    a++;
    if (a >= b) {
      lock.lock();
    }
    count = 12; // expect: UnguardedAccess "lock"
    lock.unlock();
  }

  void readAgain() {
    if (changing) {
      lock.lock();
    }
    if (!changing) {
      lock.lock();
    }
    count = 13; // expect: UnguardedAccess "lock"
    lock.unlock();
  }
}
