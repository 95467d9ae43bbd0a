package dev.holdfast.lockdep;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockUnchecked;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * A lock that the validator follows. It behaves as the lock that it wraps; take and release that
 * one through the wrapper only.
 *
 * <ul>
 *   <li>{@link #lock}, {@link #lockInterruptibly} and a {@link #tryLock(long, TimeUnit)} with time
 *       to wait are checked against the order, before they wait.
 *   <li>{@link #tryLock()} is not, since it cannot wait; what is taken after it is.
 *   <li>Waiting for a condition gives the lock up, and is checked as an acquisition for the time
 *       when it takes the lock back.
 * </ul>
 */
@LockUnchecked(reason = "each method keeps the contract of Lock by means of the wrapped lock")
public final class TrackedLock implements Lock, View {
  private final Lock delegate;
  private final Tracker tracker;

  TrackedLock(Lock delegate, Tracker tracker) {
    this.delegate = delegate;
    this.tracker = tracker;
  }

  @Override
  public void lock() {
    tracker.before();
    delegate.lock();
    tracker.after(false);
  }

  /**
   * Takes the lock at a nesting level of its class, as a second lock of the class is when the two
   * have an order of their own.
   *
   * @throws IllegalArgumentException if there is no such level
   */
  @Acquires("this")
  public void lockNested(int level) {
    LockClass cls = tracker.cls().subclass(level);
    tracker.before(cls);
    delegate.lock();
    tracker.after(cls, false);
  }

  /**
   * Takes the lock inside an outer one that serialises the taking of many locks of this class. They
   * need no order among themselves.
   *
   * @param outer a lock that this thread holds exclusively: the tracked wrapper or what it wraps
   * @throws UnsupportedOperationException if this is a read lock
   */
  @Acquires("this")
  public void lockNestedIn(Object outer) {
    if (tracker.mode().isShared()) {
      throw new UnsupportedOperationException("only exclusive locks can be taken as nested");
    }
    if (tracker.kind() == Tracker.Kind.REENTRANT && tracker.cannotWait()) {
      lock();
      return;
    }
    Object outerKey = View.keyOf(outer);
    tracker.validator().acquiringNested(outerKey, tracker.key(), tracker.cls());
    delegate.lock();
    tracker.validator().nested(outerKey, tracker.key(), tracker.cls());
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    tracker.before();
    delegate.lockInterruptibly();
    tracker.after(false);
  }

  @Override
  public boolean tryLock() {
    boolean taken = delegate.tryLock();
    if (taken) {
      tracker.after(true);
    }
    return taken;
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    boolean mayWait = time > 0;
    if (mayWait) {
      tracker.before();
    }
    boolean taken = delegate.tryLock(time, unit);
    if (taken) {
      tracker.after(!mayWait);
    }
    return taken;
  }

  @Override
  public void unlock() {
    tracker.release();
    delegate.unlock();
  }

  @Override
  public Condition newCondition() {
    return new TrackedCondition(delegate.newCondition(), tracker);
  }

  @Override
  public Object key() {
    return tracker.key();
  }

  @Override
  public Mode mode() {
    return tracker.mode().isShared() ? null : Mode.EXCLUSIVE;
  }

  @Override
  public String toString() {
    return tracker.cls() + ": " + delegate;
  }
}
