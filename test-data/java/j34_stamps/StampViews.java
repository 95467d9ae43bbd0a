// The lock views of a stamped lock take and release the same lock without stamps.
package j34_stamps;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;

class StampViews {
  private final StampedLock seal = new StampedLock();

  @GuardedBy("seal")
  private long total;

  void write() {
    Lock view = seal.asWriteLock();
    view.lock();
    try {
      total++;
    } finally {
      view.unlock();
    }
  }

  long read() {
    seal.asReadLock().lock();
    try {
      return total;
    } finally {
      seal.asReadLock().unlock();
    }
  }

  void writeUnderRead() {
    seal.asReadLock().lock();
    try {
      total++; // expect: UnguardedAccess "seal"
    } finally {
      seal.asReadLock().unlock();
    }
  }
}
