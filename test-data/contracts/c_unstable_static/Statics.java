package c_unstable_static;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** Static locks: final or private and never reassigned is stable, else a warning. */
final class Statics {
  static final ReentrantLock STABLE = new ReentrantLock();
  private static ReentrantLock neverReassigned = new ReentrantLock();
  static ReentrantLock open = new ReentrantLock();
  private static ReentrantLock reassigned = new ReentrantLock();

  @GuardedBy("STABLE")
  static int first;

  @GuardedBy("neverReassigned")
  static int second;

  @GuardedBy("open") // expect: UnstableLock "open"
  static int third;

  @GuardedBy("reassigned") // expect: UnstableLock "reassigned"
  static int fourth;

  static void reset() {
    reassigned = new ReentrantLock();
  }

  static void held(int n) {
    STABLE.lock();
    first = n;
    STABLE.unlock();
    neverReassigned.lock();
    second = n;
    neverReassigned.unlock();
    open.lock();
    third = n;
    open.unlock();
    reassigned.lock();
    fourth = n;
    reassigned.unlock();
  }

  static void notHeld(int n) {
    first = n; // expect: UnguardedAccess "STABLE"
    second = n; // expect: UnguardedAccess "neverReassigned"
    third = n; // expect: UnguardedAccess "open"
  }
}
