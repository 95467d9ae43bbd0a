// Stamps through loops, branches, finally and helpers.
package y17_stamps_in_flow;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

class StampFlow {
  private final StampedLock seal = new StampedLock();

  @GuardedBy("seal")
  private long total;

  void chosenMode(boolean write) {
    long stamp;
    if (write) {
      stamp = seal.writeLock();
    } else {
      stamp = seal.readLock();
    }
    try {
      if (write) {
        total++;
      }
      System.out.println(total);
    } finally {
      seal.unlock(stamp);
    }
  }

  void chosenModeWrite(boolean write) {
    long stamp;
    if (write) {
      stamp = seal.writeLock();
    } else {
      stamp = seal.readLock();
    }
    total++; // expect: UnguardedAccess "seal"
    seal.unlock(stamp);
  }

  void chosenModeReleasedWrong(boolean write) {
    long stamp;
    if (write) {
      stamp = seal.writeLock();
    } else {
      stamp = seal.readLock();
    }
    seal.unlockWrite(stamp); // expect: ReleaseNotHeld "seal"
  }

  void releaseAndRetake(int rounds) {
    long stamp = seal.readLock();
    for (int i = 0; i < rounds; i++) {
      if (total == i) {
        seal.unlockRead(stamp);
        stamp = seal.writeLock();
        total = 0;
        seal.unlockWrite(stamp);
        stamp = seal.readLock();
      }
    }
    seal.unlockRead(stamp);
  }

  void retakenNotStored() {
    long stamp = seal.writeLock();
    total++;
    seal.unlockWrite(stamp);
    seal.writeLock();
    total++;
    seal.unlockWrite(stamp); // expect: ReleaseNotHeld "seal"
  }

  void upgradeInLoop() {
    long stamp = seal.readLock();
    try {
      for (; ; ) {
        if (total > 0) {
          return;
        }
        long write = seal.tryConvertToWriteLock(stamp);
        if (write != 0L) {
          stamp = write;
          total = 1L;
          return;
        }
        seal.unlockRead(stamp);
        stamp = seal.readLock();
      }
    } finally {
      seal.unlock(stamp);
    }
  }

  void timed() throws InterruptedException {
    long stamp = seal.tryWriteLock(1, TimeUnit.SECONDS);
    if (stamp == 0L) {
      throw new IllegalStateException();
    }
    try {
      total++;
    } finally {
      seal.unlockWrite(stamp);
    }
  }

  long optimisticThenBlocking() {
    long stamp = seal.tryOptimisticRead();
    long copy = total;
    if (seal.validate(stamp)) {
      return copy;
    }
    stamp = seal.readLock();
    try {
      copy = total;
    } finally {
      seal.unlockRead(stamp);
    }
    return copy;
  }

  long optimisticForgotSecondRead() {
    long stamp = seal.tryOptimisticRead();
    long copy = total; // expect: UnguardedAccess "seal"
    if (!seal.validate(stamp)) {
      stamp = seal.readLock();
      seal.unlockRead(stamp);
    }
    return copy;
  }

  long optimisticWrongLock(StampFlow other) {
    long stamp = other.seal.tryOptimisticRead();
    long copy = total; // expect: UnguardedAccess "seal"
    if (!other.seal.validate(stamp)) {
      return 0;
    }
    return copy;
  }

  long optimisticNotStarted() {
    long copy = total; // expect: UnguardedAccess "seal"
    long stamp = seal.tryOptimisticRead();
    if (!seal.validate(stamp)) {
      return 0;
    }
    return copy;
  }

  long optimisticTwoReads() {
    long stamp = seal.tryOptimisticRead();
    long first = total;
    if (!seal.validate(stamp)) {
      return 0;
    }
    long second = total;
    if (!seal.validate(stamp)) {
      return first;
    }
    return second;
  }

  boolean optimisticComparison() {
    long stamp = seal.tryOptimisticRead();
    long copy = total;
    return seal.validate(stamp) && copy > 0;
  }

  void splitAcrossMethods() {
    long stamp = take();
    total++;
    give(stamp);
  }

  @Acquires("seal")
  long take() {
    return seal.writeLock();
  }

  @Releases("seal")
  void give(long stamp) {
    seal.unlockWrite(stamp);
  }
}
