package c_acquires_idempotent;

import dev.holdfast.annotations.Acquires;
import java.util.concurrent.locks.ReentrantLock;

/** The body of an idempotent acquisition takes the lock unless it is held already. */
final class Body {
  private final ReentrantLock lock = new ReentrantLock();

  @Acquires(value = "lock", idempotent = true)
  void ensure() {
    if (!lock.isHeldByCurrentThread()) {
      lock.lock();
    }
  }

  @Acquires(value = "lock", idempotent = true)
  void forgotten() {} // expect: BrokenContract "lock"
}
