// A scope whose constructor takes nothing, and one whose constructor may throw while it holds.
package y16_scopes;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;
import java.util.concurrent.locks.ReentrantLock;

@LockScope
final class BadHold implements AutoCloseable {
  private final ReentrantLock lock;

  @Acquires("lock")
  BadHold(ReentrantLock lock) {
    this.lock = lock;
  } // expect: BrokenContract "lock"

  @Acquires("lock")
  BadHold(ReentrantLock lock, Runnable listener) {
    this.lock = lock;
    lock.lock(); // expect: LockLeakOnThrow "lock"
    listener.run();
  }

  @Override
  public void close() {
    lock.unlock();
  }
}
