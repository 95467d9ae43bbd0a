// Two locks are needed, and each is held on some of the paths; the contract is quoted as it is written.
package y85_hints;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class EitherOfTwo {
  private static final ReentrantLock LOCK = new ReentrantLock();
  private final ReentrantLock a = new ReentrantLock();
  private final ReentrantLock b = new ReentrantLock();

  @GuardedBy({"a", "b"})
  int n;

  @GuardedBy("LOCK")
  static int all;

  int read(boolean first) {
    ReentrantLock lock = first ? a : b;
    lock.lock();
    try {
      return n;
    } finally {
      lock.unlock();
    }
  }

  void write() {
    a.lock();
    b.lock();
    try {
      n++;
    } finally {
      b.unlock();
      a.unlock();
    }
  }

  void writeUnderOne(boolean first) {
    if (first) {
      a.lock();
    } else {
      b.lock();
    }
    try {
      n++; // expect: UnguardedAccess "needs 'this.a'; it is held on only some of the paths", UnguardedAccess "needs 'this.b'; it is held on only some of the paths"
    } finally {
      if (first) {
        a.unlock();
      } else {
        b.unlock();
      }
    }
  }

  void writeUnderOneOrBoth(boolean both) {
    a.lock();
    if (both) {
      b.lock();
    }
    n++; // expect: UnguardedAccess "needs 'this.b'; it is held on only some of the paths"
    if (both) {
      b.unlock();
    }
    a.unlock();
  }

  static void unlocked() {
    all++; // expect: UnguardedAccess "EitherOfTwo.LOCK"
  }
}
