package n03;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A guarded field written while its lock is held for reading only: each write is a finding. */
final class ReadWriteForms {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Lock read = rw.readLock();

  @GuardedBy("rw")
  private int count;

  void obtainedEachTime(int n) {
    rw.readLock().lock();
    try {
      count = n; // expect: UnguardedAccess "for reading"
    } finally {
      rw.readLock().unlock();
    }
  }

  int increment() {
    read.lock();
    try {
      return count++; // expect: UnguardedAccess "for reading"
    } finally {
      read.unlock();
    }
  }

  @Requires("rw.readLock()")
  void byContract(int n) {
    int before = count;
    count = before + n; // expect: UnguardedAccess
  }

  @Requires("rw")
  void bareMeansExclusive(int n) {
    count = n;
  }
}
