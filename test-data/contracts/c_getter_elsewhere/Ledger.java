// A getter that says nothing names its field inside its own file only; elsewhere it may give another
// object each time, whichever file is analysed first. @Returns says what it gives to everyone.
package c_getter_elsewhere;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.ReentrantLock;

class Ledger {
  final ReentrantLock lock = new ReentrantLock();
  final ReentrantLock known = new ReentrantLock();

  @GuardedBy("lock")
  int sum;

  @GuardedBy("known")
  int count;

  ReentrantLock lock() {
    return lock;
  }

  @Returns("known")
  ReentrantLock known() {
    return known;
  }

  @Requires("lock()")
  void add(int amount) {
    sum += amount;
  }

  @Requires("lock()")
  void take(int amount) {
    sum -= amount;
  }

  @Requires("known()")
  void next() {
    count++;
  }

  void addTwice(int amount) {
    lock.lock();
    try {
      add(amount);
      sum += amount;
    } finally {
      lock().unlock();
    }
  }

  void addWrong(int amount) {
    known.lock();
    try {
      add(amount); // expect: LockNotHeld "lock"
      next();
    } finally {
      known.unlock();
    }
  }
}
