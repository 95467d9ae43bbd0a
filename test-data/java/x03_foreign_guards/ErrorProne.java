// The @GuardedBy, @LockMethod and @UnlockMethod of Error Prone.
package x03_foreign_guards;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.google.errorprone.annotations.concurrent.LockMethod;
import com.google.errorprone.annotations.concurrent.UnlockMethod;
import java.util.concurrent.locks.ReentrantLock;

class ErrorProne {
  final ReentrantLock mu = new ReentrantLock();

  @GuardedBy("mu")
  private int count;

  @LockMethod("mu")
  void enter() {
    mu.lock();
  }

  @UnlockMethod("mu")
  void leave() {
    mu.unlock();
  }

  void paired() {
    enter();
    try {
      count++;
    } finally {
      leave();
    }
    count--; // expect: UnguardedAccess "mu"
  }

  void unpaired() {
    leave(); // expect: ReleaseNotHeld "mu"
  }

  void leaks() {
    enter();
    count++;
  } // expect: LockLeak "mu"

  @LockMethod("mu")
  void forgets() {
    System.out.println("forgotten");
  } // expect: BrokenContract "mu"

  @GuardedBy("mu")
  void needs() {
    count++;
  }

  void calls(ErrorProne other) {
    other.mu.lock();
    try {
      other.needs();
      needs(); // expect: LockNotHeld "mu"
    } finally {
      other.mu.unlock();
    }
  }
}
