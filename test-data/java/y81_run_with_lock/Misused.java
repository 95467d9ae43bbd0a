// What helpers hold for a callback counts in the mode in which they hold it, and not once it is run elsewhere, too.
package y81_run_with_lock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

abstract class Misused {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("rw")
  private int size;

  private Runnable kept;

  abstract Executor executor();

  private static void with(Lock lock, Runnable code) {
    lock.lock();
    try {
      code.run();
    } finally {
      lock.unlock();
    }
  }

  private static void without(Lock lock, Runnable code) {
    lock.unlock();
    try {
      code.run();
    } finally {
      lock.lock();
    }
  }

  private void locked(Runnable code) {
    with(lock, code);
  }

  private void unlocked(Runnable code) {
    without(lock, () -> code.run());
  }

  private void forReadingMeanwhile(Runnable code) {
    rw.writeLock().unlock();
    rw.readLock().lock();
    try {
      code.run();
    } finally {
      rw.readLock().unlock();
      rw.writeLock().lock();
    }
  }

  private void twice(Runnable code) {
    code.run();
    code.run();
  }

  // ---- right

  void inMode() {
    with(rw.readLock(), () -> System.out.println(size));
    with(rw.writeLock(), () -> size++);
    locked(() -> count++);
  }

  void fromLocal() {
    Runnable code = () -> count++;
    locked(code);
    locked(code);
  }

  void ofAnonymousClass() {
    locked(
        new Runnable() {
          private int turns;

          @Override
          public void run() {
            this.turns++;
            count++;
          }
        });
  }

  void meanwhile() {
    rw.writeLock().lock();
    try {
      forReadingMeanwhile(() -> System.out.println(size));
      size++;
    } finally {
      rw.writeLock().unlock();
    }
  }

  // ---- wrong

  void inLesserMode() {
    with(rw.readLock(), () -> size++); // expect: UnguardedAccess
  }

  void givenUp() {
    rw.writeLock().lock();
    try {
      without(rw.writeLock(), () -> size++); // expect: UnguardedAccess
    } finally {
      rw.writeLock().unlock();
    }
  }

  void givenUpFurtherDown() {
    lock.lock();
    try {
      unlocked(() -> count++); // expect: UnguardedAccess
    } finally {
      lock.unlock();
    }
  }

  void onlyForReading() {
    rw.writeLock().lock();
    try {
      forReadingMeanwhile(() -> size++); // expect: UnguardedAccess
    } finally {
      rw.writeLock().unlock();
    }
  }

  void kept() {
    locked(
        new Runnable() {
          @Override
          public void run() {
            count++; // expect: UnguardedAccess
            kept = this;
          }
        });
  }

  void again() {
    locked(
        new Runnable() {
          @Override
          public void run() {
            count++; // expect: UnguardedAccess
            executor().execute(this::run);
          }
        });
  }

  void inArray() {
    Runnable code = () -> count++; // expect: UnguardedAccess
    locked(code);
    Runnable[] all = {code};
    all[0].run();
  }

  void captured() {
    Runnable code = () -> count++; // expect: UnguardedAccess
    locked(code);
    executor().execute(() -> code.run());
  }

  void releasedTwice() {
    lock.lock(); // expect: LockLeakOnThrow
    twice(lock::unlock); // expect: ReleaseNotHeld
  }
}
