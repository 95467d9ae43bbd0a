// A flag says whether the lock is given up at the end: what is left held by one way out is told there, and not of the ways
// on which the flag has the other value.
package y84_flag_by_way_out;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

abstract class Flags {
  private final ReentrantLock lock = new ReentrantLock();
  private final StampedLock stamped = new StampedLock();

  abstract boolean ready();

  abstract Object make();

  Object givenUp() {
    lock.lock();
    boolean release = true;
    try {
      if (!ready()) {
        return null;
      }
      Object made = make();
      if (made == null) {
        return this;
      }
      return made;
    } finally {
      if (release) {
        lock.unlock();
      }
    }
  }

  Object keptOnOneWay() {
    lock.lock(); // expect: LockLeakOnThrow
    boolean release = true;
    try {
      if (!ready()) {
        return null;
      }
      release = false;
      return make(); // expect: LockLeak
    } finally {
      if (release) {
        lock.unlock();
      }
    }
  }

  Object keptOnOneOfThree() {
    final long stamp = stamped.readLock(); // expect: LockLeakOnThrow
    boolean keep = false;
    try {
      if (!ready()) {
        return null;
      }
      Object made = make();
      if (made != null) {
        return made;
      }
      keep = true;
      return make(); // expect: LockLeak
    } finally {
      if (!keep) {
        stamped.unlockRead(stamp);
      }
    }
  }

  void keptAtTheEnd(int n) {
    lock.lock(); // expect: LockLeakOnThrow
    boolean release = true;
    try {
      if (n == 0) return;
      if (!ready()) return;
      release = false;
      make();
    } finally {
      if (release) lock.unlock();
    }
  } // expect: LockLeak

  int keptByTwo(int n) {
    lock.lock(); // expect: LockLeakOnThrow
    boolean release = true;
    try {
      switch (n) {
        case 0:
          return 0;
        case 1:
          release = false;
          make();
          return 1; // expect: LockLeak
        default:
          if (ready()) return 2;
      }
      release = false;
      make();
      return 3; // expect: LockLeak
    } finally {
      if (release) {
        lock.unlock();
      }
    }
  }

  void outOfALoop() {
    while (true) {
      lock.lock(); // expect: LockLeakOnThrow
      boolean release = true;
      try {
        if (ready()) return;
        release = false;
        make();
        break;
      } finally {
        if (release) lock.unlock();
      }
    }
  } // expect: LockLeak
}
