package n01;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A field guarded by a read-write lock, written under the write lock: obtained each time, through a
 * stored view, through a local view. All right.
 */
final class ReadWriteForms {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Lock write = rw.writeLock();

  @GuardedBy("rw")
  private int count;

  void obtainedEachTime(int n) {
    rw.writeLock().lock();
    try {
      count = n;
    } finally {
      rw.writeLock().unlock();
    }
  }

  void storedView() {
    write.lock();
    try {
      count++;
    } finally {
      write.unlock();
    }
  }

  void localView(int n) {
    Lock view = rw.writeLock();
    view.lock();
    try {
      count += n;
    } finally {
      view.unlock();
    }
  }

  void takenThroughOneNameGivenBackThroughTheOther(int n) {
    write.lock();
    count = n;
    rw.writeLock().unlock();
  }

  void nothingHeld(int n) {
    count = n; // expect: UnguardedAccess "rw"
  }
}
