// A loop that counts something else while one element's lock is held: that lock is not of those it counts.
package y73_first_elements;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

abstract class InnerLoops {
  private final ReentrantLock[] locks = new ReentrantLock[4];
  private int sum;

  abstract void work(int i);

  abstract boolean more();

  // ---- right

  void forInside() {
    for (int s = 0; s < locks.length; s++) {
      locks[s].lock();
      try {
        for (int i = 0; i < 8; i++) {
          work(i);
        }
      } finally {
        locks[s].unlock();
      }
    }
  }

  void whileInside() {
    for (int s = 0; s < locks.length; s++) {
      locks[s].lock();
      int n = 0;
      while (n < 8) {
        sum += n;
        n++;
      }
      locks[s].unlock();
    }
  }

  void whileOutside(List<ReentrantLock> list) {
    int s = 0;
    while (s < list.size()) {
      list.get(s).lock();
      try {
        for (int i = 0; i < 8; i++) {
          work(i);
        }
      } finally {
        list.get(s).unlock();
      }
      s++;
    }
  }

  void first() {
    locks[0].lock();
    try {
      for (int i = 0; i < 8; i++) {
        work(i);
      }
    } finally {
      locks[0].unlock();
    }
  }

  void counted() {
    int n = 0;
    locks[n].lock();
    try {
      while (more()) {
        n++;
      }
    } finally {
      locks[0].unlock();
    }
  }

  void all() {
    for (int s = 0; s < locks.length; s++) {
      locks[s].lock();
      for (int i = 0; i < 8; i++) {
        sum += i;
      }
    }
    try {
      work(1);
    } finally {
      for (int s = 0; s < locks.length; s++) {
        locks[s].unlock();
      }
    }
  }

  // ---- wrong

  void leftInTurn() {
    for (int s = 0; s < locks.length; s++) {
      locks[s].lock();
      for (int i = 0; i < 8; i++) {
        sum += i;
      }
      if (sum == 3) {
        return; // expect: LockLeak "this.locks[s]"
      }
      locks[s].unlock();
    }
  }

  void firstLeft() {
    locks[0].lock();
    for (int i = 0; i < 8; i++) {
      sum += i;
    }
  } // expect: LockLeak "this.locks[0]"

  void allLeft() {
    for (int s = 0; s < locks.length; s++) {
      locks[s].lock();
      for (int i = 0; i < 8; i++) {
        sum += i;
      }
    }
  } // expect: LockLeak "every element"

  void throwing() {
    locks[0].lock(); // expect: LockLeakOnThrow "this.locks[0]"
    for (int i = 0; i < 8; i++) {
      work(i);
    }
    locks[0].unlock();
  }

  void givenUpTwice() {
    locks[0].lock();
    for (int i = 0; i < 8; i++) {
      sum += i;
    }
    locks[0].unlock();
    locks[0].unlock(); // expect: ReleaseNotHeld "locks[0]"
  }
}
