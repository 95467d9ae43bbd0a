// A local copy of the lock is the lock; a variable that was assigned again is another one.
package j57_alias;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class LocalAlias {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantLock spare = new ReentrantLock();
  private final Object monitor = new Object();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("monitor")
  private int inner;

  void copied() {
    final Lock local = mutex;
    local.lock();
    try {
      count++;
    } finally {
      local.unlock();
    }
  }

  void copiedAndDirect() {
    Lock local = mutex;
    local.lock();
    count++;
    mutex.unlock();
  }

  void copyOfCopy() {
    Lock first = mutex;
    Lock second = first;
    mutex.lock();
    count++;
    second.unlock();
  }

  void monitorCopy() {
    Object local = monitor;
    synchronized (local) {
      inner++;
    }
  }

  void reassignedBefore() {
    Lock local = mutex;
    local = spare;
    local.lock();
    try {
      count++; // expect: UnguardedAccess "mutex"
    } finally {
      local.unlock();
    }
  }

  void maybeReassigned(boolean other) {
    Lock local = mutex;
    if (other) {
      local = spare;
    }
    local.lock();
    try {
      count++; // expect: UnguardedAccess "mutex"
    } finally {
      local.unlock();
    }
  }

  void reassignedBack() {
    Lock local = spare;
    local.lock();
    local.unlock();
    local = mutex;
    local.lock();
    count++;
    local.unlock();
  }

  void heldByValue() {
    Lock local = mutex;
    local.lock();
    local = spare;
    count++;
    mutex.unlock();
  }

  void aliasOfThis() {
    LocalAlias self = this;
    self.mutex.lock();
    count++;
    mutex.unlock();
  }

  void aliasOfParameter(LocalAlias other) {
    LocalAlias same = other;
    synchronized (same.monitor) {
      other.inner++;
    }
    other = this;
    synchronized (monitor) {
      other.inner++;
      same.inner++; // expect: UnguardedAccess
    }
  }

  void comparedObjects(LocalAlias a, LocalAlias b) {
    synchronized (a.monitor) {
      if (a == b) {
        b.inner++;
      } else {
        b.inner++; // expect: UnguardedAccess "b.monitor"
      }
    }
  }

  void comparedLocks(LocalAlias a, LocalAlias b) {
    synchronized (a.monitor) {
      if (a.monitor != b.monitor) {
        return;
      }
      b.inner++;
    }
  }
}
