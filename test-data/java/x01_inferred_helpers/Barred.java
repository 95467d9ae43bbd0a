// What a helper's own contract excludes is never asked of its callers: a use without the lock stands in
// the helper, and a call with the lock held is one mistake.
package x01_inferred_helpers;

import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class Barred {
  private final StampedLock lock = new StampedLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("rw")
  private int size;

  @Excludes("lock")
  private void forgets() {
    count++; // expect: UnguardedAccess "this.lock"
  }

  void callsOneThatForgets() {
    forgets();
  }

  @Excludes("lock")
  private void put() {
    long stamp = lock.writeLock();
    count++;
    lock.unlockWrite(stamp);
  }

  void putsWithin() {
    long stamp = lock.writeLock();
    put(); // expect: LockExcluded "this.lock"
    lock.unlockWrite(stamp);
  }

  @Excludes("lock")
  private void putThroughAnother() {
    put();
  }

  void putsThroughAnotherWithin() {
    long stamp = lock.writeLock();
    putThroughAnother(); // expect: LockExcluded "this.lock"
    lock.unlockWrite(stamp);
  }

  void putsAfterwards() {
    long stamp = lock.writeLock();
    lock.unlockWrite(stamp);
    put();
    putThroughAnother();
  }

  /** Only writers are excluded: a reader may call it, and so must each caller be one. */
  @Excludes("rw.writeLock()")
  private int readers() {
    return size;
  }

  int callsAsReader() {
    rw.readLock().lock();
    int result = readers();
    rw.readLock().unlock();
    return result;
  }

  int callsAsNobody() {
    return readers(); // expect: LockNotHeld "this.rw"
  }

  int callsAsWriter() {
    rw.writeLock().lock();
    int result = readers(); // expect: LockExcluded "this.rw"
    rw.writeLock().unlock();
    return result;
  }

  private void undeclared() {
    count++;
  }

  void callsUndeclared() {
    undeclared(); // expect: LockNotHeld "this.lock"
  }
}
