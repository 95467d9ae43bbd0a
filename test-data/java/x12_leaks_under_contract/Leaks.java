// A lock that a method's contract speaks of can leak like any other: one hold more than the
// contract promises is too much.
package x12_leaks_under_contract;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.MayRelease;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Leaks {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @Excludes("mutex")
  void excluded() {
    mutex.lock();
    count++;
  } // expect: LockLeak "mutex"

  @Excludes("mutex")
  int excludedReturn() {
    mutex.lock();
    if (count == 0) {
      return 0; // expect: LockLeak "mutex"
    }
    mutex.unlock();
    return 1;
  }

  @Excludes("mutex")
  void excludedOnThrow(Runnable task) {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    task.run();
    mutex.unlock();
  }

  void assertedAbsent() {
    assert !mutex.isHeldByCurrentThread();
    mutex.lock();
    count++;
  } // expect: LockLeak "mutex"

  @Requires("mutex")
  void required() {
    mutex.lock();
    count++;
  } // expect: LockLeak "mutex"

  @Requires("mutex")
  void requiredOnThrow(Runnable task) {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    task.run();
    mutex.unlock();
  }

  @Requires("table.readLock()")
  void requiredForReading() {
    table.readLock().lock();
  } // expect: LockLeak "table"

  @Requires("table.writeLock()")
  void readUnderWrite() {
    table.readLock().lock();
  } // expect: LockLeak "table"

  @Requires("table.writeLock()")
  void downgraded() {
    table.readLock().lock();
    table.writeLock().unlock();
  } // expect: BrokenContract "table"

  @MayRelease("mutex")
  void mayRelease() {
    mutex.lock();
  } // expect: LockLeak "mutex"

  @Acquires("mutex")
  void acquiresTwice() {
    mutex.lock();
    mutex.lock();
  } // expect: BrokenContract "mutex"

  @Acquires("mutex")
  void acquiresAnother() {
    mutex.lock();
    table.readLock().lock();
  } // expect: LockLeak "table"

  @Releases("mutex")
  void releasesTwice() {
    mutex.unlock();
    mutex.unlock(); // expect: ReleaseNotHeld "mutex"
  }

  @Releases("mutex")
  void releasesAndTakes() {
    mutex.unlock();
    mutex.lock();
  } // expect: BrokenContract "mutex"

  void assertedInside() {
    System.out.println("asserting");
    assert mutex.isHeldByCurrentThread();
    mutex.lock();
  } // expect: LockLeak "mutex"

  @Requires("mutex")
  void balanced(Runnable task) {
    mutex.lock();
    try {
      task.run();
    } finally {
      mutex.unlock();
    }
    count++;
  }
}
