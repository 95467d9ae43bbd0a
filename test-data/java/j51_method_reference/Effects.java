// References to methods with effects: run inline, they change what the caller holds.
package j51_method_reference;

import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.RunsInline;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

class Effects {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @Excludes("mutex")
  void increment() {
    mutex.lock();
    try {
      count++;
    } finally {
      mutex.unlock();
    }
  }

  void excludedInline(List<Integer> rounds) {
    mutex.lock();
    try {
      run(this::increment); // expect: LockExcluded "mutex"
    } finally {
      mutex.unlock();
    }
    run(this::increment);
  }

  void excludedLater(Executor executor) {
    mutex.lock();
    try {
      executor.execute(this::increment);
    } finally {
      mutex.unlock();
    }
  }

  static void run(@RunsInline Runnable action) {
    action.run();
  }
}
