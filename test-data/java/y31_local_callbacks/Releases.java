// A callback in a local that the same body calls runs there, once: its body is all that happens.
package y31_local_callbacks;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

abstract class Releases {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  abstract void work();

  void methodReference() {
    Runnable release = lock::unlock;
    lock.lock();
    try {
      count++;
      work();
    } finally {
      release.run();
    }
  }

  void lambda() {
    Runnable release = () -> lock.unlock();
    lock.lock();
    try {
      count++;
      work();
    } finally {
      release.run();
    }
    count--; // expect: UnguardedAccess "lock"
  }

  void notOnThrow() {
    Runnable release = lock::unlock;
    lock.lock(); // expect: LockLeakOnThrow "lock"
    work();
    release.run();
  }

  void twice() {
    Runnable release = () -> {
      lock.unlock(); // expect: ReleaseNotHeld "lock"
    };
    lock.lock();
    release.run();
    release.run();
  }

  void byOutcome(boolean wanted) {
    Runnable release = () -> {};
    if (wanted) {
      lock.lock();
      release = lock::unlock;
    }
    try {
      work();
    } finally {
      release.run();
    }
  }

  void chosen(boolean wanted) {
    Runnable release = wanted ? lock::unlock : () -> {};
    if (wanted) {
      lock.lock();
    }
    try {
      work();
    } finally {
      release.run();
    }
  }

  void chosenWrong(boolean wanted) {
    Runnable release = wanted ? () -> {} : lock::unlock; // expect: ReleaseNotHeld "lock"
    if (wanted) {
      lock.lock();
    }
    release.run();
  } // expect: LockLeak "lock"

  void taking() {
    Runnable take = lock::lock;
    take.run();
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  void takingOnly() {
    Runnable take = lock::lock;
    take.run();
    count++;
  } // expect: LockLeak "lock"

  void view(ReadWriteLock table, boolean write) {
    Lock side = write ? table.writeLock() : table.readLock();
    Runnable release = side::unlock;
    side.lock();
    try {
      work();
    } finally {
      release.run();
    }
  }

  int computed() {
    Function<Integer, Integer> scaled = factor -> factor * count;
    lock.lock();
    try {
      return scaled.apply(2) + scaled.apply(3);
    } finally {
      lock.unlock();
    }
  }

  int computedOutside() {
    Supplier<Integer> current = () -> count; // expect: UnguardedAccess "lock"
    return current.get();
  }

  void passed() {
    Consumer<Lock> release = Lock::unlock;
    Consumer<Lock> releaseToo = each -> each.unlock(); // expect: ReleaseNotHeld "lock"
    lock.lock();
    release.accept(lock);
    lock.lock();
    releaseToo.accept(lock);
    releaseToo.accept(lock);
  }

  int supplied() {
    Supplier<ReentrantLock> which = () -> lock;
    which.get().lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  void inLoop(int times) {
    Runnable step = () -> {
      lock.lock();
      try {
        count++;
      } finally {
        lock.unlock();
      }
    };
    for (int i = 0; i < times; i++) {
      step.run();
    }
    step.run();
  }

  void handedOn(Consumer<Runnable> sink) {
    Runnable release = lock::unlock; // expect: ReleaseNotHeld "lock"
    sink.accept(release);
  }
}
