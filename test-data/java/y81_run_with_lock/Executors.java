// A method in sight that merely runs a callback: what it holds there, and its callers hold, is held.
package y81_run_with_lock;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.RunsInline;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

class Executors {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Executor executor;
  private Runnable last;

  @GuardedBy("lock")
  private final Map<String, Integer> counts = new HashMap<>();

  @GuardedBy("rw")
  private int version;

  @GuardedBy("this")
  private int calls;

  Executors(Executor executor) {
    this.executor = executor;
  }

  private <T> T withLock(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable action) {
    Objects.requireNonNull(action, "action");
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  private <T> T reading(Callable<T> action) throws Exception {
    rw.readLock().lock();
    try {
      return action.call();
    } finally {
      rw.readLock().unlock();
    }
  }

  private void writing(@RunsInline Runnable action) {
    rw.writeLock().lock();
    try {
      action.run();
    } finally {
      rw.writeLock().unlock();
    }
  }

  private synchronized void monitored(Runnable action) {
    if (action != null) {
      action.run();
    }
  }

  private void passedOn(Runnable action) {
    locked(action);
  }

  private static void timed(Runnable action) {
    long start = System.nanoTime();
    action.run();
    System.out.println(System.nanoTime() - start);
  }

  int get(String key) {
    return withLock(() -> counts.getOrDefault(key, 0));
  }

  void put(String key, int value) {
    locked(() -> counts.put(key, value));
    passedOn(() -> counts.put(key, value));
  }

  void clear() {
    locked(counts::clear);
    Runnable clearing = () -> counts.clear();
    locked(clearing);
    locked(
        new Runnable() {
          @Override
          public void run() {
            counts.clear();
          }
        });
  }

  int version() throws Exception {
    writing(() -> version++);
    return reading(() -> version);
  }

  void both() {
    synchronized (this) {
      locked(
          () -> {
            calls++;
            counts.clear();
          });
    }
    monitored(() -> calls++);
  }

  void timed() {
    lock.lock();
    try {
      timed(() -> counts.clear());
      timed(counts::clear);
    } finally {
      lock.unlock();
    }
  }

  void helper() {
    locked(() -> remove("a"));
  }

  private void remove(String key) {
    counts.remove(key);
  }

  // The same with the mistake.

  private void later(Runnable action) {
    lock.lock();
    try {
      executor.execute(action);
    } finally {
      lock.unlock();
    }
  }

  private void laterInside(Runnable action) {
    lock.lock();
    try {
      executor.execute(() -> action.run());
    } finally {
      lock.unlock();
    }
  }

  private void kept(Runnable action) {
    lock.lock();
    try {
      last = action;
      action.run();
    } finally {
      lock.unlock();
    }
  }

  private void afterwards(Runnable action) {
    lock.lock();
    try {
      counts.clear();
    } finally {
      lock.unlock();
    }
    action.run();
  }

  private void sometimes(boolean early, Runnable action) {
    if (early) {
      action.run();
      return;
    }
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  private void composed(Runnable action) {
    lock.lock();
    try {
      Runnable twice = action;
      executor.execute(twice);
    } finally {
      lock.unlock();
    }
  }

  void wrong(String key) throws Exception {
    later(() -> counts.remove(key)); // expect: UnguardedAccess "lock"
    laterInside(() -> counts.remove(key)); // expect: UnguardedAccess "lock"
    kept(() -> counts.remove(key)); // expect: UnguardedAccess "lock"
    afterwards(() -> counts.remove(key)); // expect: UnguardedAccess "lock"
    sometimes(key.isEmpty(), () -> counts.remove(key)); // expect: UnguardedAccess "lock"
    composed(() -> counts.remove(key)); // expect: UnguardedAccess "lock"
    timed(() -> counts.remove(key)); // expect: UnguardedAccess "lock"
    timed(counts::clear); // expect: UnguardedAccess "lock"
    monitored(() -> counts.remove(key)); // expect: UnguardedAccess "lock"
    locked(() -> calls++); // expect: UnguardedAccess "this"
    reading(() -> version++); // expect: UnguardedAccess "for writing"
    locked(() -> executor.execute(() -> remove(key))); // expect: LockNotHeld "lock"
  }

  void alsoElsewhere() {
    Runnable clearing = () -> counts.clear(); // expect: UnguardedAccess "lock"
    locked(clearing);
    executor.execute(clearing);
  }

  void alsoHere() {
    Runnable clearing = () -> counts.clear(); // expect: UnguardedAccess "lock"
    locked(clearing);
    clearing.run();
  }

  void inTwoWays(String key) {
    Runnable clearing = () -> counts.clear(); // expect: UnguardedAccess "lock"
    locked(clearing);
    monitored(clearing);
  }

  /** Nobody else has the new object yet. */
  Executors fresh(Executor executor) {
    Executors made = new Executors(executor);
    writing(() -> made.version = 1);
    made.version++;
    return made;
  }

  void takenAgain(String key) {
    locked(
        () -> {
          lock.lock();
          try {
            counts.remove(key);
          } finally {
            lock.unlock();
          }
        });
  }

  void takenAgainAndKept(String key) {
    locked(
        () -> {
          lock.lock(); // expect: LockLeakOnThrow
          counts.remove(key);
        });
  } // expect: LockLeak "lock"

  void thrownOn(String key) {
    try {
      locked(
          () -> {
            if (key.isEmpty()) {
              throw new IllegalArgumentException();
            }
            counts.remove(key);
          });
    } catch (IllegalArgumentException e) {
      counts.clear(); // expect: UnguardedAccess "lock"
    }
  }
}
