package c_lock_scope_methods;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;

/** A scope that can end its hold early; seen as a class file. No findings here. */
@LockScope
public final class Once implements AutoCloseable {
  final ReentrantLock owned;
  private boolean held;

  @Acquires("#1")
  public Once(ReentrantLock lock) {
    owned = lock;
    lock.lock();
    held = true;
  }

  @Releases("owned")
  @LockUnchecked(reason = "a field tells whether it is held")
  public void release() {
    held = false;
    owned.unlock();
  }

  @Override
  @LockUnchecked(reason = "a field tells whether it is held")
  public void close() {
    if (held) {
      owned.unlock();
    }
  }
}
