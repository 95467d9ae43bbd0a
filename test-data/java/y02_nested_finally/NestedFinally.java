// Nested try, catch and finally: jumps run every finally on their way, overriding ones included.
package y02_nested_finally;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

class NestedFinally {
  private final ReentrantLock outer = new ReentrantLock();
  private final ReentrantLock inner = new ReentrantLock();

  @GuardedBy("outer")
  private int a;

  @GuardedBy("inner")
  private int b;

  int returnThroughBoth(boolean early) {
    outer.lock();
    try {
      inner.lock();
      try {
        if (early) {
          return a + b;
        }
        b++;
      } finally {
        inner.unlock();
      }
      a++;
      b++; // expect: UnguardedAccess "inner"
    } finally {
      outer.unlock();
    }
    return a; // expect: UnguardedAccess "outer"
  }

  void unlockInInnerFinallyOnly() {
    outer.lock();
    inner.lock();
    try {
      try {
        a++;
      } finally {
        outer.unlock();
      }
      b++;
      a++; // expect: UnguardedAccess "outer"
    } finally {
      inner.unlock();
    }
  }

  void relockInFinally(Runnable task) {
    outer.lock();
    try {
      outer.unlock();
      try {
        task.run();
      } finally {
        outer.lock();
      }
      a++;
    } finally {
      outer.unlock();
    }
  }

  @SuppressWarnings("finally")
  int finallyReturns(Runnable task) {
    outer.lock();
    try {
      task.run();
      return 1;
    } finally {
      outer.unlock();
      return 2;
    }
  }

  @SuppressWarnings("finally")
  int finallyReturnsHolding(Runnable task) {
    outer.lock();
    try {
      task.run();
      return 1;
    } finally {
      return 2; // expect: LockLeak "outer"
    }
  }

  void catchUnlocks(Runnable task) {
    outer.lock();
    try {
      task.run();
      outer.unlock();
    } catch (Throwable t) {
      a++;
      outer.unlock();
      throw t;
    }
  }

  void tryInFinally(Runnable task) {
    outer.lock();
    try {
      a++;
    } finally {
      try {
        task.run();
      } finally {
        outer.unlock();
      }
    }
  }

  void tryInCatch(Runnable task) {
    outer.lock();
    try {
      task.run();
    } catch (RuntimeException e) {
      try {
        task.run();
      } catch (IllegalStateException ignored) {
        a++;
      }
    } finally {
      a--;
      outer.unlock();
    }
  }

  void acquireInFinally(Runnable task) {
    try {
      task.run();
    } finally {
      outer.lock();
      a++;
      outer.unlock();
    }
    a--; // expect: UnguardedAccess "outer"
  }

  void stateAfterCatch(Runnable task) {
    try {
      task.run();
      outer.lock();
    } catch (RuntimeException e) {
      outer.lock();
    }
    a++;
    outer.unlock();
  }

  void stateAfterCatchDiffers(Runnable task) {
    try {
      task.run();
      outer.lock();
    } catch (RuntimeException e) {
      System.out.println("not taken");
    }
    a++; // expect: UnguardedAccess "outer"
    outer.unlock();
  }

  void breakInFinally(int[] steps) {
    for (int step : steps) {
      outer.lock();
      try {
        a += step;
      } finally {
        outer.unlock();
        if (step == 0) {
          continue;
        }
      }
      a--; // expect: UnguardedAccess "outer"
    }
  }

  void multiCatch(Callable<Integer> task) {
    inner.lock();
    try {
      b = task.call();
    } catch (IllegalStateException | IllegalArgumentException e) {
      b = -1;
    } catch (Exception e) {
      b = -2;
    } finally {
      inner.unlock();
    }
  }
}
