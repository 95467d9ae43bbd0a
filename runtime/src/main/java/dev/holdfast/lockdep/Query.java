package dev.holdfast.lockdep;

import dev.holdfast.lockdep.Tracking.Holder;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Whether the current thread holds a lock, however the user names it.
 *
 * <p>Asked in this order: the record; the lock itself, if it knows its owner; the object's monitor,
 * if it is no lock but a plain object.
 */
final class Query {
  private final Validator validator;

  Query(Validator validator) {
    this.validator = validator;
  }

  Held isHeld(Object lock, Mode mode) {
    if (lock instanceof View) {
      View view = (View) lock;
      Held recorded = validator.isHeld(view.key(), mode == null ? view.mode() : mode);
      /* A monitor may also have been entered with plain `synchronized`. */
      return recorded == Held.NOT_HELD && lock instanceof Monitor
          ? monitor(view.key(), mode)
          : recorded;
    }
    Held recorded = validator.isHeld(lock, mode);
    return recorded == Held.HELD ? recorded : unrecorded(lock, mode);
  }

  private static Held unrecorded(Object lock, Mode mode) {
    if (lock instanceof OwnershipAware) {
      return ((OwnershipAware) lock).heldByCurrentThread(mode);
    }
    if (lock instanceof ReentrantLock) {
      return Held.of(!isShared(mode) && ((ReentrantLock) lock).isHeldByCurrentThread());
    }
    if (lock instanceof ReentrantReadWriteLock.WriteLock) {
      ReentrantReadWriteLock.WriteLock write = (ReentrantReadWriteLock.WriteLock) lock;
      return Held.of(!isShared(mode) && write.isHeldByCurrentThread());
    }
    if (lock instanceof ReentrantReadWriteLock) {
      return readWrite((ReentrantReadWriteLock) lock, mode);
    }
    if (lock instanceof StampedLock) {
      return stamped((StampedLock) lock, mode);
    }
    boolean mute = lock instanceof Lock || lock instanceof ReadWriteLock;
    return mute ? Held.UNKNOWN : monitor(lock, mode);
  }

  private static Held readWrite(ReentrantReadWriteLock lock, Mode mode) {
    boolean write = lock.isWriteLockedByCurrentThread();
    boolean read = lock.getReadHoldCount() > 0;
    if (mode == null) {
      return Held.of(write || read);
    }
    return Held.of(mode.isShared() ? read : write);
  }

  /** A stamped lock knows whether somebody holds it, not who. */
  private static Held stamped(StampedLock lock, Mode mode) {
    boolean write = lock.isWriteLocked() && !isShared(mode);
    boolean read = lock.isReadLocked() && mode != Mode.EXCLUSIVE;
    return write || read ? Held.UNKNOWN : Held.NOT_HELD;
  }

  private static Held monitor(Object object, Mode mode) {
    return Held.of(!isShared(mode) && Thread.holdsLock(object));
  }

  private static boolean isShared(Mode mode) {
    return mode != null && mode.isShared();
  }

  void assertHeld(Object lock, Mode mode) {
    Held answer = isHeld(lock, mode);
    if (answer != Held.HELD) {
      throw new AssertionError(failure(answer, lock, "must be held" + in(mode)));
    }
  }

  void assertNotHeld(Object lock) {
    Held answer = isHeld(lock, null);
    if (answer != Held.NOT_HELD) {
      throw new AssertionError(failure(answer, lock, "must not be held"));
    }
  }

  private static String in(Mode mode) {
    return mode == null ? "" : " " + mode.words();
  }

  /** Says what was needed, what this thread holds, and who else holds the lock. */
  private String failure(Held answer, Object lock, String needed) {
    Object key = View.keyOf(lock);
    StringBuilder text = new StringBuilder("`" + name(lock) + "` " + needed + " by this thread");
    if (answer == Held.UNKNOWN) {
      text.append(", and nobody can tell: it is not tracked");
    }
    List<Hold> mine = validator.held();
    text.append(mine.isEmpty() ? "\n  this thread holds nothing" : "\n  this thread holds:");
    mine.forEach(hold -> text.append("\n    ").append(hold));
    for (Holder holder : validator.holders(key)) {
      if (!mine.contains(holder.hold())) {
        text.append("\n  held by \"" + holder.thread() + "\": " + holder.hold());
      }
    }
    return text.toString();
  }

  private String name(Object lock) {
    Hold hold = validator.hold(View.keyOf(lock));
    return hold != null ? hold.lockClass().toString() : lock.toString();
  }
}
