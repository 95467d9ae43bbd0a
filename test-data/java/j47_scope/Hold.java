// A lock scope: its constructor takes the lock, close() gives it back.
package j47_scope;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;
import java.util.concurrent.locks.Lock;

@LockScope
final class Hold implements AutoCloseable {
  private final Lock lock;

  @Acquires("lock")
  Hold(Lock lock) {
    this.lock = lock;
    lock.lock();
  }

  @Override
  public void close() {
    lock.unlock();
  }
}
