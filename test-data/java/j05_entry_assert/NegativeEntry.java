// A leading negative assertion is an exclusion for callers and proves absence in the body.
package j05_entry_assert;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class NegativeEntry {
  final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void entry() {
    assert !mutex.isHeldByCurrentThread();
    mutex.lock();
    try {
      count++;
    } finally {
      mutex.unlock();
    }
  }

  void monitorEntry() {
    assert !Thread.holdsLock(this);
    System.out.println("free");
  }

  void callers() {
    entry();
    monitorEntry();
    mutex.lock();
    try {
      entry(); // expect: LockExcluded "mutex"
    } finally {
      mutex.unlock();
    }
    synchronized (this) {
      monitorEntry(); // expect: LockExcluded "this"
    }
  }

  void absence() {
    assert !mutex.isHeldByCurrentThread();
    count++; // expect: UnguardedAccess "mutex"
  }

  void cleanUp() {
    mutex.lock();
    try {
      count++;
    } finally {
      if (mutex.isHeldByCurrentThread()) {
        mutex.unlock();
      }
    }
    assert !mutex.isHeldByCurrentThread();
    entry();
  }
}
