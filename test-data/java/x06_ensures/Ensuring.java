// @Ensures, @AssertsHeld and @TestsHeld: what a method promises without taking a lock, and bodies
// that do not keep it.
package x06_ensures;

import dev.holdfast.annotations.AssertsHeld;
import dev.holdfast.annotations.Ensures;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

class Ensuring {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantLock spare = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @Ensures("mutex")
  void ensure() {
    if (!mutex.isHeldByCurrentThread()) {
      throw new IllegalStateException();
    }
  }

  @Ensures("mutex")
  void ensureNothing() {
    System.out.println("trust me");
  } // expect: BrokenContract "mutex"

  @Ensures("mutex")
  void ensureSometimes(boolean really) {
    if (really) {
      ensure();
      return;
    }
    System.out.println("trust me");
  } // expect: BrokenContract "mutex"

  @AssertsHeld(anyOf = {"mutex", "spare"})
  void assertEither() {
    if (!mutex.isHeldByCurrentThread() && !spare.isHeldByCurrentThread()) {
      throw new IllegalStateException();
    }
  }

  @AssertsHeld({"mutex", "spare"})
  void assertBoth() {
    if (!mutex.isHeldByCurrentThread()) {
      throw new IllegalStateException();
    }
    assert spare.isHeldByCurrentThread();
  }

  @Requires(anyOf = {"mutex", "spare"})
  void needsEither() {
    System.out.println("either");
  }

  void useEnsure() {
    ensure();
    count++;
  }

  void useEither() {
    System.out.println("either");
    assertEither();
    needsEither();
    count++; // expect: UnguardedAccess "mutex"
  }

  void useBoth() {
    System.out.println("both");
    assertBoth();
    needsEither();
    count++;
  }

  void neither() {
    needsEither(); // expect: LockNotHeld
  }

  void oneOrTheOther(boolean which) {
    if (which) {
      mutex.lock();
    } else {
      spare.lock();
    }
    try {
      needsEither();
    } finally {
      if (which) {
        mutex.unlock();
      } else {
        spare.unlock();
      }
    }
  }
}
