// Locking that depends on local booleans, in many shapes; each of these is right.
package y03_conditions;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Correlated {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  void negatedVariable(boolean fast) {
    boolean slow = !fast;
    if (slow) {
      mutex.lock();
    }
    if (slow) {
      count++;
    }
    if (slow) {
      mutex.unlock();
    }
  }

  void earlyReturnOnSameCondition(boolean locked) {
    if (locked) {
      mutex.lock();
    }
    if (!locked) {
      return;
    }
    count++;
    mutex.unlock();
  }

  void modeByFlag(boolean write) {
    Lock lock = write ? table.writeLock() : table.readLock();
    lock.lock();
    try {
      System.out.println(size);
    } finally {
      lock.unlock();
    }
  }

  void twoFlags(boolean first, boolean second) {
    if (first) {
      mutex.lock();
    }
    if (second) {
      table.writeLock().lock();
    }
    try {
      if (first) {
        count++;
      }
      if (second) {
        size++;
      }
    } finally {
      if (second) {
        table.writeLock().unlock();
      }
      if (first) {
        mutex.unlock();
      }
    }
  }

  void flagSetAfterLock(Runnable task) {
    boolean locked = false;
    try {
      task.run();
      mutex.lock();
      locked = true;
      task.run();
      count++;
    } finally {
      if (locked) {
        mutex.unlock();
      }
    }
  }

  void flagClearedAfterUnlock(Runnable task) {
    boolean locked = false;
    try {
      mutex.lock();
      locked = true;
      count++;
      mutex.unlock();
      locked = false;
      task.run();
    } finally {
      if (locked) {
        mutex.unlock();
      }
    }
  }

  void fallBackToBlocking() {
    boolean ok = mutex.tryLock();
    if (!ok) {
      mutex.lock();
    }
    count++;
    mutex.unlock();
  }

  boolean resultReturned() {
    boolean ok = mutex.tryLock();
    try {
      return ok && count > 0;
    } finally {
      if (ok) {
        mutex.unlock();
      }
    }
  }

  void throughExceptionPath(Runnable task) {
    boolean ok = mutex.tryLock();
    if (!ok) {
      throw new IllegalStateException();
    }
    try {
      task.run();
    } finally {
      mutex.unlock();
    }
  }

  void conjunctionKept(boolean wanted) {
    boolean ok = wanted && mutex.tryLock();
    if (ok) {
      count++;
    }
    if (ok) {
      mutex.unlock();
    }
  }

  void compoundAssignment(boolean wanted) {
    boolean ok = mutex.tryLock();
    if (ok) {
      count++;
      mutex.unlock();
      ok = false;
    }
    if (ok) {
      System.out.println("never");
    }
  }

  void lockedUnlessHeld() {
    boolean already = mutex.isHeldByCurrentThread();
    if (!already) {
      mutex.lock();
    }
    try {
      count++;
    } finally {
      if (!already) {
        mutex.unlock();
      }
    }
  }

  void lockVariableOrNull(boolean needed) {
    ReentrantLock taken = null;
    if (needed) {
      mutex.lock();
      taken = mutex;
    }
    try {
      System.out.println("working");
    } finally {
      if (taken != null) {
        taken.unlock();
      }
    }
  }

  void negatedLater(boolean fast) {
    if (fast) {
      mutex.lock();
    }
    boolean slow = !fast;
    boolean quick = !slow;
    if (quick) {
      count++;
    }
    if (slow) {
      return;
    }
    mutex.unlock();
  }

  void negatedByOperator() {
    boolean taken = mutex.tryLock();
    boolean failed = taken ^ true;
    boolean differs = taken != true;
    if (!differs) {
      count++;
    }
    if (failed) {
      return;
    }
    mutex.unlock();
  }

  void collected() {
    boolean taken = false;
    taken |= mutex.tryLock();
    if (taken) {
      count++;
      mutex.unlock();
    }
    boolean again = true;
    again &= mutex.tryLock();
    if (again) {
      count++;
    }
    if (again) {
      mutex.unlock();
    }
  }
}
