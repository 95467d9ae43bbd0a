package y45_guarded_conditions;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A local that a guarded field was copied to has its value for as long as the guard is held. */
abstract class Copies {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final ReentrantLock other = new ReentrantLock();

  @GuardedBy("lock")
  private boolean closed;

  @GuardedBy("rw")
  private boolean sealed;

  private boolean open;

  abstract void run();

  final ReentrantLock other() {
    return other;
  }

  void close() {
    lock.lock();
    closed = true;
    lock.unlock();
    rw.writeLock().lock();
    sealed = true;
    rw.writeLock().unlock();
    open = false;
  }

  void copyFirst() {
    lock.lock();
    boolean copy = closed;
    if (!copy) {
      other.lock();
    }
    if (!closed) {
      other.unlock();
    }
    lock.unlock();
  }

  void fieldFirst() {
    lock.lock();
    if (closed) {
      other.lock();
    }
    boolean copy = closed;
    if (copy) {
      other.unlock();
    }
    lock.unlock();
  }

  void assignedLater(boolean first) {
    boolean copy = first;
    rw.readLock().lock();
    copy = sealed;
    if (sealed) {
      other.lock();
    }
    if (copy) {
      other.unlock();
    }
    rw.readLock().unlock();
  }

  void byGetter() {
    lock.lock();
    if (closed) {
      other().lock();
    }
    if (closed) {
      other().unlock();
    }
    lock.unlock();
  }

  void releasedBetween() {
    lock.lock();
    boolean copy = closed;
    lock.unlock();
    lock.lock();
    if (closed) {
      other.lock();
    }
    if (copy) {
      other.unlock(); // expect: ReleaseNotHeld
    }
    lock.unlock();
  }

  void writtenBetween(boolean now) {
    lock.lock();
    boolean copy = closed;
    closed = now;
    if (closed) {
      other.lock();
    }
    if (copy) {
      other.unlock(); // expect: ReleaseNotHeld
    }
    lock.unlock();
  }

  void calledBetween() {
    lock.lock(); // expect: LockLeakOnThrow
    boolean copy = closed;
    run();
    if (closed) {
      other.lock();
    }
    if (copy) {
      other.unlock(); // expect: ReleaseNotHeld
    }
    lock.unlock();
  }

  void unguarded() {
    boolean copy = open;
    if (open) {
      other.lock();
    }
    if (copy) {
      other.unlock(); // expect: ReleaseNotHeld
    }
  }
}
