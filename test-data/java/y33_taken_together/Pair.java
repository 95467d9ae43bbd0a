// Two locks that one call takes leak one by one.
package y33_taken_together;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;

class Pair {
  final ReentrantLock first = new ReentrantLock();
  final ReentrantLock second = new ReentrantLock();

  @Acquires({"first", "second"})
  void lock() {
    first.lock();
    second.lock();
  }

  @Releases({"first", "second"})
  void unlock() {
    second.unlock();
    first.unlock();
  }

  void both() {
    lock();
    unlock();
  }

  void neither() {
    lock();
  } // expect: LockLeak "'this.first'", LockLeak "'this.second'"

  void one() {
    lock();
    first.unlock();
  } // expect: LockLeak "'this.second'"
}
