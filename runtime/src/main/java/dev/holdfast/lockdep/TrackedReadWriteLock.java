package dev.holdfast.lockdep;

import java.util.concurrent.locks.ReadWriteLock;

/**
 * A read/write lock that the validator follows. Both views are one lock to it, held in two modes;
 * write covers read.
 *
 * <p>The write lock may be downgraded the usual way: take the read lock, then release the write
 * lock. Taking the write lock while holding only the read lock is reported: the thread would wait
 * for itself.
 */
public final class TrackedReadWriteLock implements ReadWriteLock, View {
  private final ReadWriteLock delegate;
  private final TrackedLock readLock;
  private final TrackedLock writeLock;

  TrackedReadWriteLock(ReadWriteLock delegate, Tracker read, Tracker write) {
    this.delegate = delegate;
    this.readLock = new TrackedLock(delegate.readLock(), read);
    this.writeLock = new TrackedLock(delegate.writeLock(), write);
  }

  @Override
  public TrackedLock readLock() {
    return readLock;
  }

  @Override
  public TrackedLock writeLock() {
    return writeLock;
  }

  @Override
  public Object key() {
    return readLock.key();
  }

  @Override
  public Mode mode() {
    return null;
  }

  @Override
  public String toString() {
    return "read/write: " + delegate;
  }
}
