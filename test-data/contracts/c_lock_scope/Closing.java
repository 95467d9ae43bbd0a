package c_lock_scope;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;

/** A contract on close describes its body only; without one the body needs none. */
final class Closing {
  final ReentrantLock lock = new ReentrantLock();

  @LockScope
  static final class Declared implements AutoCloseable {
    private final ReentrantLock owned;

    @Acquires("lock")
    Declared(ReentrantLock lock) {
      owned = lock;
      lock.lock();
    }

    @Releases("owned")
    @Override
    public void close() {
      owned.unlock();
    }
  }

  @LockScope
  static final class Forgotten implements AutoCloseable {
    private final ReentrantLock owned;

    @Acquires("lock")
    Forgotten(ReentrantLock lock) {
      owned = lock;
      lock.lock();
    }

    @Releases("owned")
    @Override
    public void close() {} // expect: BrokenContract "owned"
  }

  void use() {
    try (Declared scope = new Declared(lock)) {
      lock.lock();
      lock.unlock();
    }
  }
}
