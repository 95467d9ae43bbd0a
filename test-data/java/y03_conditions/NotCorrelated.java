// The same shapes with a mistake in each.
package y03_conditions;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class NotCorrelated {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  void wrongPolarity(boolean fast) {
    boolean slow = !fast;
    if (slow) {
      mutex.lock();
    }
    if (fast) {
      count++; // expect: UnguardedAccess "mutex"
    }
    if (slow) {
      mutex.unlock();
    }
  }

  void otherFlag(boolean first, boolean second) {
    if (first) {
      mutex.lock();
    }
    if (second) {
      count++; // expect: UnguardedAccess "mutex"
    }
    if (first) {
      mutex.unlock();
    }
  }

  void disjunction(boolean first, boolean second) {
    if (first) {
      mutex.lock();
    }
    if (first || second) {
      count++; // expect: UnguardedAccess "mutex"
    }
    if (first) {
      mutex.unlock();
    }
  }

  void modeByFlag(boolean write) {
    Lock lock = write ? table.writeLock() : table.readLock();
    lock.lock();
    try {
      size++; // expect: UnguardedAccess "table"
    } finally {
      lock.unlock();
    }
  }

  void flagSetBeforeLock(Runnable task) {
    boolean locked = false;
    try {
      locked = true;
      task.run();
      mutex.lock();
      count++;
    } finally {
      if (locked) {
        mutex.unlock(); // expect: ReleaseNotHeld "mutex"
      }
    }
  }

  void flagForgotten(Runnable task) {
    boolean locked = false;
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    try {
      task.run();
      locked = true;
    } finally {
      if (locked) {
        mutex.unlock();
      }
    }
  }

  void leakOnOneFlag(boolean keep) {
    mutex.lock();
    count++;
    if (!keep) {
      mutex.unlock();
    }
  } // expect: LockLeak "mutex"

  void unlockOnOtherFlag(boolean first, boolean second) {
    if (first) {
      mutex.lock();
    }
    if (second) {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }

  void negatedTheWrongWay(boolean fast) {
    if (fast) {
      mutex.lock();
    }
    boolean slow = !fast;
    if (slow) {
      count++; // expect: UnguardedAccess "mutex"
    }
    if (fast) {
      mutex.unlock();
    }
  }

  void collectedFromTwo(boolean other) {
    boolean taken = other;
    taken |= mutex.tryLock();
    if (taken) {
      count++; // expect: UnguardedAccess "mutex"
      mutex.unlock();
    }
  }

  static class Link {
    Object target;
  }

  void storedIsNotKnownToBeThere(Link link, Object target) {
    link.target = target;
    if (target == null) {
      count++; // expect: UnguardedAccess "mutex"
    }
  }
}
