// A contract on a parameter of one type.
package y25_parameter_types;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;
import java.util.concurrent.locks.ReentrantLock;

@LockScope
final class First implements AutoCloseable {
  private final ReentrantLock lock;

  @Acquires("lock")
  First(ReentrantLock lock) {
    this.lock = lock;
    lock.lock();
  }

  @Override
  public void close() {
    lock.unlock();
  }
}
