package dev.holdfast.lockdep;

import dev.holdfast.lockdep.Tracker.Kind;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Makes locks that the {@linkplain LockDep validator} follows, out of those that a program has.
 *
 * <pre>{@code
 * private final Lock lock = Tracked.lock(new ReentrantLock(), LockClass.of("cache.shard"));
 * }</pre>
 *
 * <p>Use a lock through its wrapper only. Several wrappers of one lock are one lock to the
 * validator.
 */
public final class Tracked {
  private Tracked() {}

  /**
   * A lock that is followed.
   *
   * <p>{@link ReentrantLock} and the locks of {@link ReentrantReadWriteLock} may be taken again by
   * their owner; any other is taken to be exclusive and not reentrant. Of a read/write lock wrap
   * the whole: its two locks, wrapped one by one, are strangers.
   *
   * @throws IllegalArgumentException if it is a wrapper already
   */
  public static TrackedLock lock(Lock lock, LockClass cls) {
    return lock(LockDep.validator(), lock, cls);
  }

  /** A lock that is followed, and that its owner may take again. */
  public static TrackedLock reentrantLock(Lock lock, LockClass cls) {
    requirePlain(lock);
    return new TrackedLock(
        lock, new Tracker(LockDep.validator(), lock, cls, Mode.EXCLUSIVE, Kind.REENTRANT));
  }

  /**
   * A read/write lock that is followed.
   *
   * <p>The readers of a {@link ReentrantReadWriteLock} count as recursive. Those of any other lock
   * do not: a waiting writer keeps them out.
   *
   * @throws IllegalArgumentException if it is a wrapper already
   */
  public static TrackedReadWriteLock readWriteLock(ReadWriteLock lock, LockClass cls) {
    return readWriteLock(LockDep.validator(), lock, cls);
  }

  /**
   * A stamped lock that is followed.
   *
   * @throws IllegalArgumentException if it is a wrapper already
   */
  public static TrackedStampedLock stampedLock(StampedLock lock, LockClass cls) {
    return stampedLock(LockDep.validator(), lock, cls);
  }

  /** The monitor of an object, to be used instead of {@code synchronized}. */
  public static Monitor monitor(Object object, LockClass cls) {
    return monitor(LockDep.validator(), object, cls);
  }

  /**
   * A task that is reported if it ends with a lock held that it has taken. For tasks of a thread
   * pool.
   */
  public static Runnable task(Runnable task) {
    return task(LockDep.validator(), task);
  }

  /**
   * A task that is reported if it ends with a lock held that it has taken. For tasks of a thread
   * pool.
   */
  public static <T> Callable<T> task(Callable<? extends T> task) {
    return task(LockDep.validator(), task);
  }

  static TrackedLock lock(Validator validator, Lock lock, LockClass cls) {
    requirePlain(lock);
    boolean read = lock instanceof ReentrantReadWriteLock.ReadLock;
    boolean reentrant =
        read || lock instanceof ReentrantLock || lock instanceof ReentrantReadWriteLock.WriteLock;
    Mode mode = read ? Mode.SHARED_RECURSIVE : Mode.EXCLUSIVE;
    Kind kind = reentrant ? Kind.REENTRANT : Kind.OWNED;
    return new TrackedLock(lock, new Tracker(validator, lock, cls, mode, kind));
  }

  static TrackedReadWriteLock readWriteLock(
      Validator validator, ReadWriteLock lock, LockClass cls) {
    requirePlain(lock);
    boolean reentrant = lock instanceof ReentrantReadWriteLock;
    Mode readMode = reentrant ? Mode.SHARED_RECURSIVE : Mode.SHARED;
    Kind kind = reentrant ? Kind.REENTRANT : Kind.OWNED;
    return new TrackedReadWriteLock(
        lock,
        new Tracker(validator, lock, cls, readMode, kind),
        new Tracker(validator, lock, cls, Mode.EXCLUSIVE, kind));
  }

  static TrackedStampedLock stampedLock(Validator validator, StampedLock lock, LockClass cls) {
    requirePlain(lock);
    return new TrackedStampedLock(
        lock,
        new Tracker(validator, lock, cls, Mode.SHARED, Kind.UNOWNED),
        new Tracker(validator, lock, cls, Mode.EXCLUSIVE, Kind.UNOWNED));
  }

  static Monitor monitor(Validator validator, Object object, LockClass cls) {
    requirePlain(object);
    return new Monitor(object, new Tracker(validator, object, cls, Mode.EXCLUSIVE, Kind.REENTRANT));
  }

  static Runnable task(Validator validator, Runnable task) {
    Objects.requireNonNull(task, "task");
    return () -> {
      TaskScope scope = TaskScope.begin(validator);
      try {
        task.run();
      } finally {
        scope.end();
      }
    };
  }

  static <T> Callable<T> task(Validator validator, Callable<? extends T> task) {
    Objects.requireNonNull(task, "task");
    return () -> {
      TaskScope scope = TaskScope.begin(validator);
      try {
        return task.call();
      } finally {
        scope.end();
      }
    };
  }

  private static void requirePlain(Object lock) {
    Objects.requireNonNull(lock, "lock");
    if (lock instanceof View) {
      throw new IllegalArgumentException("`" + lock + "` is tracked already");
    }
  }
}
