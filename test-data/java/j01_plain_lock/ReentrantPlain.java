// Plain lock and unlock without try/finally: what stands between them is guarded (accepted); a
// statement between them that can throw leaks the lock, which is noted at the acquisition.
package j01_plain_lock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class ReentrantPlain {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void increment() {
    mutex.lock();
    count++;
    mutex.unlock();
  }

  int read() {
    mutex.lock();
    int copy = count;
    mutex.unlock();
    return copy;
  }

  int branches(boolean up) {
    mutex.lock();
    if (up) {
      count++;
    } else {
      count--;
    }
    int copy = count;
    mutex.unlock();
    return copy;
  }

  void callBetween() {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    log(count);
    mutex.unlock();
  }

  void arrayBetween(int[] sizes) {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    count = sizes[0];
    mutex.unlock();
  }

  void throwBetween() {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    if (count < 0) {
      throw new IllegalStateException();
    }
    mutex.unlock();
  }

  void afterUnlock() {
    mutex.lock();
    count++;
    mutex.unlock();
    count--; // expect: UnguardedAccess "mutex"
  }

  void beforeLock() {
    count = 1; // expect: UnguardedAccess "mutex"
    mutex.lock();
    count++;
    mutex.unlock();
  }

  static void log(int value) {
    System.out.println(value);
  }
}
