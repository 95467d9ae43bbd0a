package c_entry_exactly;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** On entry exactly what the contract says is held: a caller's stronger hold is not considered. */
class Entry {
  final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  final StampedLock stamped = new StampedLock();

  @GuardedBy("rw")
  int count;

  @Requires("rw.readLock()")
  void read(int n) {
    int copy = count;
    count = n; // expect: UnguardedAccess "for reading"
  }

  void undeclared(int n) {
    count = n; // expect: UnguardedAccess "rw"
  }

  void callsUnderWrite(int n) {
    rw.writeLock().lock();
    try {
      read(n);
      undeclared(n);
    } finally {
      rw.writeLock().unlock();
    }
  }

  @Requires("rw.readLock()")
  void upgrades() {
    rw.writeLock().lock(); // expect: DoubleAcquire "rw"
    rw.writeLock().unlock();
  }

  @Requires("stamped.writeLock()")
  void takesAgain() {
    stamped.asWriteLock().lock(); // expect: DoubleAcquire "stamped"
    stamped.asWriteLock().unlock();
  }

  void takes() {
    stamped.asWriteLock().lock();
    stamped.asWriteLock().unlock();
  }
}
