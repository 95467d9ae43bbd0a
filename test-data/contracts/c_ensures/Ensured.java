package c_ensures;

import dev.holdfast.annotations.Ensures;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that holds on return though it was not taken here: believed by callers, proven in the
 * body.
 */
class Ensured {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  @Ensures("lock")
  void verified() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("lock needed");
    }
  }

  @Ensures("lock")
  void asserted() {
    assert lock.isHeldByCurrentThread();
  }

  @Ensures("lock")
  void notVerified() {} // expect: BrokenContract "lock"

  @Ensures("lock")
  int verifiedOnOnePath(int n) {
    if (n == 3) {
      return 1; // expect: BrokenContract "lock"
    }
    verified();
    return 2;
  }

  void caller() {
    verified();
    count = 3;
  }

  void callerWithout() {
    count = 5; // expect: UnguardedAccess "lock"
    verified();
    count = 7;
  }
}
