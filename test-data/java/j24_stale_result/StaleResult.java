// A stored result of tryLock says nothing any more once the lock was released in between.
package j24_stale_result;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class StaleResult {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void stale() {
    boolean ok = mutex.tryLock();
    if (ok) {
      count++;
      mutex.unlock();
    }
    if (ok) {
      count++; // expect: UnguardedAccess "mutex"
    }
  }

  void staleReturn() {
    boolean ok = mutex.tryLock();
    if (!ok) {
      return;
    }
    mutex.unlock();
    if (ok) {
      count++; // expect: UnguardedAccess "mutex"
    }
  }

  void staleRelease() {
    boolean ok = mutex.tryLock();
    if (ok) {
      count++;
      mutex.unlock();
    }
    if (ok) {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
    }
  }

  void fresh() {
    boolean ok = mutex.tryLock();
    if (ok) {
      count++;
    }
    if (ok) {
      count++;
      mutex.unlock();
    }
  }

  void retried() {
    boolean ok = mutex.tryLock();
    if (ok) {
      count++;
      mutex.unlock();
    }
    ok = mutex.tryLock();
    if (ok) {
      count++;
      mutex.unlock();
    }
  }

  void retriedInOtherVariable() {
    boolean ok = mutex.tryLock();
    if (ok) {
      mutex.unlock();
    }
    boolean again = mutex.tryLock();
    if (ok) {
      count++; // expect: UnguardedAccess "mutex"
    }
    if (again) {
      mutex.unlock();
    }
  }

  void copied() {
    boolean ok = mutex.tryLock();
    boolean same = ok;
    if (same) {
      count++;
    }
    if (ok) {
      mutex.unlock();
    }
  }
}
