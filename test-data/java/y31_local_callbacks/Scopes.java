// A scope that is a callback: its body releases what the method took that made it.
package y31_local_callbacks;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import java.util.concurrent.locks.ReentrantLock;

class Scopes {
  @LockScope
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  @Acquires("lock")
  Held hold() {
    lock.lock();
    return lock::unlock;
  }

  @Acquires("lock")
  Held holdCounting() {
    lock.lock();
    return () -> {
      count++;
      lock.unlock();
    };
  }

  @Acquires("lock")
  Held holdWrong() {
    lock.lock();
    return other::unlock; // expect: ReleaseNotHeld "other"
  }

  void use() {
    try (Held held = hold()) {
      count++;
    }
    try (Held held = holdCounting()) {
      count++;
    }
    count++; // expect: UnguardedAccess "lock"
  }
}
