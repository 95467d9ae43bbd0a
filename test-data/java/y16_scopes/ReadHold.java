// A scope that holds a read-write lock for reading.
package y16_scopes;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;
import java.util.concurrent.locks.ReadWriteLock;

@LockScope
final class ReadHold implements AutoCloseable {
  private final ReadWriteLock lock;

  @Acquires("lock.readLock()")
  ReadHold(ReadWriteLock lock) {
    this.lock = lock;
    lock.readLock().lock();
  }

  @Override
  public void close() {
    lock.readLock().unlock();
  }
}
