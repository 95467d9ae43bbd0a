// Code after an endless loop, a throw or an exit of every branch is not reached; findings before
// it stand.
package y10_unreachable;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Unreachable {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void endless() {
    mutex.lock();
    try {
      while (true) {
        count++;
        if (count < 0) {
          throw new IllegalStateException();
        }
      }
    } finally {
      mutex.unlock();
    }
  }

  void endlessWithoutRelease() {
    mutex.lock();
    while (true) {
      count++;
    }
  }

  void alwaysThrows() {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    count++;
    throw new UnsupportedOperationException();
  }

  int exits(boolean a, boolean b) {
    mutex.lock();
    if (a) {
      mutex.unlock();
      return 1;
    } else if (b) {
      mutex.unlock();
      return 2;
    } else {
      mutex.unlock();
      throw new IllegalArgumentException();
    }
  }

  int throwInTernary(Object o) {
    mutex.lock();
    try {
      return o == null ? fail() : count;
    } finally {
      mutex.unlock();
    }
  }

  static int fail() {
    throw new IllegalStateException();
  }
}
