package c_flow_finally;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** Ways out of try, catch and finally. */
abstract class Finally {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  abstract void work(int n);

  @Acquires("lock")
  void keptOnSuccess(int n) {
    boolean done = false;
    lock.lock();
    try {
      work(n);
      done = true;
    } finally {
      if (!done) {
        lock.unlock();
      }
    }
  }

  @Acquires("lock")
  void keptOnFailureToo(int n) {
    boolean done = false;
    lock.lock(); // expect: LockLeakOnThrow "lock"
    try {
      work(n);
      done = true;
    } finally {
      if (n > 3) {
        count = n;
      }
    }
  }

  int returnInFinally(int n) {
    lock.lock();
    try {
      work(n);
    } finally {
      lock.unlock();
      return 3;
    }
  }

  int overwrittenReturn(int n) {
    int result = 5;
    lock.lock();
    try {
      result = count;
      return result;
    } finally {
      result = 7;
      lock.unlock();
    }
  }

  void nestedFinally(int n) {
    lock.lock();
    try {
      try {
        work(n);
      } finally {
        work(n + 1);
      }
    } finally {
      lock.unlock();
    }
    count = n; // expect: UnguardedAccess "lock"
  }

  void rethrown(int n) {
    lock.lock();
    try {
      work(n);
    } catch (IllegalStateException e) {
      count = -1;
      throw new IllegalArgumentException(e);
    } finally {
      lock.unlock();
    }
  }

  void loopWithBreaks(int turns) {
    while (true) {
      lock.lock();
      try {
        if (count > turns) {
          break;
        }
        work(turns);
      } finally {
        lock.unlock();
      }
    }
    count = turns; // expect: UnguardedAccess "lock"
  }

  void unlockBeforeThrow(int n) {
    lock.lock();
    if (count == n) {
      lock.unlock();
      throw new IllegalStateException("same");
    }
    lock.unlock();
  }

  void throwBeforeUnlock(int n) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    if (count == n) {
      throw new IllegalStateException("same");
    }
    lock.unlock();
  }
}
