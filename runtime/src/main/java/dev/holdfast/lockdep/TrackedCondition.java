package dev.holdfast.lockdep;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** A condition of a tracked lock: the lock is off the record while its owner waits. */
final class TrackedCondition implements Condition {
  private final Condition delegate;
  private final Tracker tracker;

  TrackedCondition(Condition delegate, Tracker tracker) {
    this.delegate = delegate;
    this.tracker = tracker;
  }

  @Override
  public void await() throws InterruptedException {
    Entry entry = suspend();
    try {
      delegate.await();
    } finally {
      resume(entry);
    }
  }

  @Override
  public void awaitUninterruptibly() {
    Entry entry = suspend();
    try {
      delegate.awaitUninterruptibly();
    } finally {
      resume(entry);
    }
  }

  @Override
  public long awaitNanos(long nanos) throws InterruptedException {
    Entry entry = suspend();
    try {
      return delegate.awaitNanos(nanos);
    } finally {
      resume(entry);
    }
  }

  @Override
  public boolean await(long time, TimeUnit unit) throws InterruptedException {
    Entry entry = suspend();
    try {
      return delegate.await(time, unit);
    } finally {
      resume(entry);
    }
  }

  @Override
  public boolean awaitUntil(Date deadline) throws InterruptedException {
    Entry entry = suspend();
    try {
      return delegate.awaitUntil(deadline);
    } finally {
      resume(entry);
    }
  }

  @Override
  public void signal() {
    delegate.signal();
  }

  @Override
  public void signalAll() {
    delegate.signalAll();
  }

  private Entry suspend() {
    return tracker.validator().suspend(tracker.key());
  }

  private void resume(Entry entry) {
    tracker.validator().resume(entry);
  }
}
