// A scope over a stamped lock: the stamp lives in a field of the scope.
package y16_scopes;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;
import java.util.concurrent.locks.StampedLock;

@LockScope
final class WriteHold implements AutoCloseable {
  private final StampedLock lock;
  private final long stamp;

  @Acquires("lock")
  WriteHold(StampedLock lock) {
    this.lock = lock;
    this.stamp = lock.writeLock();
  }

  @Override
  public void close() {
    lock.unlockWrite(stamp);
  }
}
