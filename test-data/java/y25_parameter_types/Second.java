// The same expression on a parameter of another type, with a read mode.
package y25_parameter_types;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;
import java.util.concurrent.locks.ReadWriteLock;

@LockScope
final class Second implements AutoCloseable {
  private final ReadWriteLock lock;

  @Acquires("lock.readLock()")
  Second(ReadWriteLock lock) {
    this.lock = lock;
    lock.readLock().lock();
  }

  @Override
  public void close() {
    lock.readLock().unlock();
  }
}
