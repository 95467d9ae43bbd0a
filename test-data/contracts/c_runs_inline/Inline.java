package c_runs_inline;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.RunsInline;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A callback declared to run inline sees the locks held at the call; others run later. */
abstract class Inline {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  abstract void now(@RunsInline Runnable action);

  abstract <T> T now(@RunsInline Supplier<T> first, Supplier<T> second);

  abstract void later(Runnable action);

  void held() {
    lock.lock();
    try {
      now(() -> count = 3);
      now(
          () -> {
            count = 5;
            lock.unlock();
            count = 7; // expect: UnguardedAccess "lock"
            lock.lock();
          });
      now(() -> count, () -> 9);
      now(() -> 11, () -> count); // expect: UnguardedAccess "lock"
      now(this::set);
      later(() -> count = 13); // expect: UnguardedAccess "lock"
      later(this::set); // expect: LockNotHeld "lock"
    } finally {
      lock.unlock();
    }
  }

  void notHeld() {
    now(() -> count = 15); // expect: UnguardedAccess "lock"
    now(this::set); // expect: LockNotHeld "lock"
  }

  void takenInside() {
    now(
        () -> {
          lock.lock();
          count = 17;
          lock.unlock();
        });
    later(
        () -> {
          lock.lock();
          count = 19;
          lock.unlock();
        });
  }

  @Requires("lock")
  void set() {
    count = 21;
  }
}
