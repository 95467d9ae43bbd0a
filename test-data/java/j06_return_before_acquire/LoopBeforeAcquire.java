// The same with break and continue as the early way out, and for the views and stamps of other
// locks.
package j06_return_before_acquire;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class LoopBeforeAcquire {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final StampedLock seal = new StampedLock();

  @GuardedBy("table")
  private int size;

  @GuardedBy("seal")
  private long total;

  void continues(int[] steps) {
    for (int step : steps) {
      try {
        if (step == 0) {
          continue;
        }
        table.writeLock().lock();
        size += step;
      } finally {
        table.writeLock().unlock(); // expect: ReleaseNotHeld "table"
      }
    }
  }

  void breaks(int[] steps) {
    for (int step : steps) {
      try {
        if (step == 0) {
          break;
        }
        table.readLock().lock();
        System.out.println(size);
      } finally {
        table.readLock().unlock(); // expect: ReleaseNotHeld "table"
      }
    }
  }

  void stamp(boolean skip) {
    long stamp = 0L;
    try {
      if (skip) {
        return;
      }
      stamp = seal.writeLock();
      total++;
    } finally {
      seal.unlockWrite(stamp); // expect: ReleaseNotHeld "seal"
    }
  }

  void stampTested(boolean skip) {
    long stamp = 0L;
    try {
      if (skip) {
        return;
      }
      stamp = seal.writeLock();
      total++;
    } finally {
      if (stamp != 0L) {
        seal.unlockWrite(stamp);
      }
    }
  }

  void acquiredInTime(int[] steps) {
    for (int step : steps) {
      if (step == 0) {
        continue;
      }
      table.writeLock().lock();
      try {
        size += step;
      } finally {
        table.writeLock().unlock();
      }
    }
  }
}
