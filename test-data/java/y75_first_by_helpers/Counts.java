// A helper may take the locks of the first elements and give their number.
package y75_first_by_helpers;

import java.util.concurrent.locks.ReentrantLock;

class Counts {
  private final ReentrantLock[] locks = new ReentrantLock[8];

  private int take() {
    int i = 0;
    while (i < locks.length && locks[i].tryLock()) i++;
    return i;
  }

  private int takeByIndex() {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        return i;
      }
    }
    return locks.length;
  }

  private int takeByCounter() {
    int taken = 0;
    for (ReentrantLock lock : locks) {
      if (!lock.tryLock()) break;
      taken++;
    }
    return taken;
  }

  private int takeAllOrNone() {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        release(i);
        return 0;
      }
    }
    return locks.length;
  }

  private int takeAllOrFail() {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        release(i);
        return -1;
      }
    }
    return locks.length;
  }

  private void takeFirst(int n) {
    for (int i = 0; i < n; i++) locks[i].lock();
  }

  private void release(int n) {
    for (int i = 0; i < n; i++) locks[i].unlock();
  }

  // ---- correct

  void whatCanBeHad() {
    int n = take();
    try {
      work();
    } finally {
      release(n);
    }
  }

  boolean allOrNone() {
    int n = takeByIndex();
    if (n < locks.length) {
      release(n);
      return false;
    }
    for (ReentrantLock lock : locks) lock.unlock();
    return true;
  }

  int counted() {
    int n = takeByCounter();
    release(n);
    return n;
  }

  void directly() {
    release(takeAllOrNone());
  }

  boolean failed() {
    int n = takeAllOrFail();
    if (n < 0) {
      return false;
    }
    release(n);
    return true;
  }

  void some(int n) {
    takeFirst(n);
    try {
      work();
    } finally {
      release(n);
    }
  }

  void three() {
    takeFirst(3);
    release(3);
  }

  // ---- wrong

  int lost() {
    int n = take();
    return n; // expect: LockLeak
  }

  void fewer(int m) {
    int n = takeByIndex();
    release(m); // expect: LockNotHeld
  }

  boolean onlyAll() {
    int n = takeByCounter();
    if (n < locks.length) {
      return false; // expect: LockLeak
    }
    release(n);
    return true;
  }

  void onThrow() {
    int n = take(); // expect: LockLeakOnThrow
    work();
    release(n);
  }

  void another(int n, int m) {
    takeFirst(n);
    release(m); // expect: LockNotHeld
  }

  void work() {}

  static final class MiscountedByOne {
    private final ReentrantLock[] locks = new ReentrantLock[8];

    private int take() {
      for (int i = 0; i < locks.length; i++) {
        if (!locks[i].tryLock()) {
          return i + 1; // expect: LockLeak
        }
      }
      return locks.length; // expect: LockLeak
    }

    int use() {
      return take();
    }
  }
}
