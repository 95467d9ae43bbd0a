package dev.holdfast.lockdep;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * A stamped lock that the validator follows: a drop-in for {@link StampedLock} that passes
 * everything on to the one that it wraps. Take and release that one through the wrapper only.
 *
 * <ul>
 *   <li>The lock has no owner, so any thread may release it; the hold comes off the record of the
 *       thread that has it.
 *   <li>Readers are not recursive: a thread that read-locks it twice is reported, since a writer
 *       may queue up between.
 *   <li>Optimistic reads hold nothing.
 *   <li>A stamp that is not valid leaves the record as it is; the wrapped lock throws.
 * </ul>
 */
public final class TrackedStampedLock extends StampedLock implements View {
  private static final long serialVersionUID = 1L;

  private final StampedLock delegate;
  private final transient Tracker read;
  private final transient Tracker write;

  TrackedStampedLock(StampedLock delegate, Tracker read, Tracker write) {
    this.delegate = delegate;
    this.read = read;
    this.write = write;
  }

  @Override
  public long writeLock() {
    write.before();
    return recorded(write, delegate.writeLock(), false);
  }

  @Override
  public long tryWriteLock() {
    return recorded(write, delegate.tryWriteLock(), true);
  }

  @Override
  public long tryWriteLock(long time, TimeUnit unit) throws InterruptedException {
    beforeTimed(write, time);
    return recorded(write, delegate.tryWriteLock(time, unit), time <= 0);
  }

  @Override
  public long writeLockInterruptibly() throws InterruptedException {
    write.before();
    return recorded(write, delegate.writeLockInterruptibly(), false);
  }

  @Override
  public long readLock() {
    read.before();
    return recorded(read, delegate.readLock(), false);
  }

  @Override
  public long tryReadLock() {
    return recorded(read, delegate.tryReadLock(), true);
  }

  @Override
  public long tryReadLock(long time, TimeUnit unit) throws InterruptedException {
    beforeTimed(read, time);
    return recorded(read, delegate.tryReadLock(time, unit), time <= 0);
  }

  @Override
  public long readLockInterruptibly() throws InterruptedException {
    read.before();
    return recorded(read, delegate.readLockInterruptibly(), false);
  }

  @Override
  public long tryOptimisticRead() {
    return delegate.tryOptimisticRead();
  }

  @Override
  public boolean validate(long stamp) {
    return delegate.validate(stamp);
  }

  @Override
  public void unlockWrite(long stamp) {
    if (holdsForWriting(stamp)) {
      write.release();
    }
    delegate.unlockWrite(stamp);
  }

  @Override
  public void unlockRead(long stamp) {
    if (holdsForReading(stamp)) {
      read.release();
    }
    delegate.unlockRead(stamp);
  }

  @Override
  public void unlock(long stamp) {
    release(stamp);
    delegate.unlock(stamp);
  }

  @Override
  public long tryConvertToWriteLock(long stamp) {
    boolean wasRead = holdsForReading(stamp);
    boolean wasWrite = holdsForWriting(stamp);
    long converted = delegate.tryConvertToWriteLock(stamp);
    if (converted != 0 && !wasWrite) {
      if (wasRead) {
        read.release();
      }
      write.after(true);
    }
    return converted;
  }

  @Override
  public long tryConvertToReadLock(long stamp) {
    boolean wasRead = holdsForReading(stamp);
    boolean wasWrite = holdsForWriting(stamp);
    long converted = delegate.tryConvertToReadLock(stamp);
    if (converted != 0 && wasWrite) {
      write.validator().downgraded(delegate);
    } else if (converted != 0 && !wasRead) {
      read.after(true);
    }
    return converted;
  }

  @Override
  public long tryConvertToOptimisticRead(long stamp) {
    release(stamp);
    return delegate.tryConvertToOptimisticRead(stamp);
  }

  @Override
  public boolean tryUnlockWrite() {
    return released(write, delegate.tryUnlockWrite());
  }

  @Override
  public boolean tryUnlockRead() {
    return released(read, delegate.tryUnlockRead());
  }

  @Override
  public boolean isWriteLocked() {
    return delegate.isWriteLocked();
  }

  @Override
  public boolean isReadLocked() {
    return delegate.isReadLocked();
  }

  @Override
  public int getReadLockCount() {
    return delegate.getReadLockCount();
  }

  @Override
  public Lock asReadLock() {
    return new TrackedLock(delegate.asReadLock(), read);
  }

  @Override
  public Lock asWriteLock() {
    return new TrackedLock(delegate.asWriteLock(), write);
  }

  @Override
  public ReadWriteLock asReadWriteLock() {
    return new TrackedReadWriteLock(delegate.asReadWriteLock(), read, write);
  }

  @Override
  public Object key() {
    return delegate;
  }

  @Override
  public Mode mode() {
    return null;
  }

  @Override
  public String toString() {
    return read.cls() + ": " + delegate;
  }

  private static void beforeTimed(Tracker tracker, long time) {
    if (time > 0) {
      tracker.before();
    }
  }

  private static long recorded(Tracker tracker, long stamp, boolean tried) {
    if (stamp != 0) {
      tracker.after(tried);
    }
    return stamp;
  }

  private static boolean released(Tracker tracker, boolean done) {
    if (done) {
      tracker.release();
    }
    return done;
  }

  private void release(long stamp) {
    if (holdsForWriting(stamp)) {
      write.release();
    } else if (holdsForReading(stamp)) {
      read.release();
    }
  }

  private boolean holdsForWriting(long stamp) {
    return isWriteLockStamp(stamp) && delegate.validate(stamp);
  }

  private boolean holdsForReading(long stamp) {
    return isReadLockStamp(stamp) && delegate.validate(stamp) && delegate.isReadLocked();
  }
}
