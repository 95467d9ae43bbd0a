package y80_callback_classes;

import dev.holdfast.annotations.LockUnchecked;
import java.util.ArrayList;
import java.util.List;
import java.util.TimerTask;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A callback that runs later knows what the locals around it are, as a lambda or as a class. */
abstract class Later {
  abstract void work();

  void condition(Executor executor) {
    Lock lock = new ReentrantLock();
    Condition changed = lock.newCondition();
    new Thread(
            new Runnable() {
              @Override
              public void run() {
                changed.signalAll(); // expect: LockNotHeld "lock"
              }
            })
        .start();
    executor.execute(
        new Runnable() {
          @Override
          public void run() {
            lock.lock();
            try {
              changed.signalAll();
            } finally {
              lock.unlock();
            }
          }
        });
    executor.execute(() -> changed.signal()); // expect: LockNotHeld "lock"
    executor.execute(changed::signal); // expect: LockNotHeld "lock"
  }

  void otherLock(Executor executor) {
    Lock lock = new ReentrantLock();
    Lock other = new ReentrantLock();
    Condition changed = lock.newCondition();
    executor.execute(
        new Runnable() {
          @Override
          public void run() {
            other.lock();
            try {
              changed.signalAll(); // expect: LockNotHeld "lock"
            } finally {
              other.unlock();
            }
          }
        });
  }

  void renamed(Lock lock, Executor executor) {
    Lock same = lock;
    executor.execute(
        new Runnable() {
          @Override
          public void run() {
            lock.lock();
            try {
              work();
            } finally {
              same.unlock();
            }
          }
        });
  }

  void keptLock(Executor executor) {
    Lock lock = new ReentrantLock();
    executor.execute(
        new Runnable() {
          @Override
          public void run() {
            lock.lock();
          } // expect: LockLeak
        });
  }

  Supplier<Runnable> nested() {
    Lock lock = new ReentrantLock();
    Condition changed = lock.newCondition();
    return new Supplier<>() {
      @Override
      public Runnable get() {
        lock.lock();
        try {
          changed.signalAll();
          return new Runnable() {
            @Override
            public void run() {
              changed.signalAll(); // expect: LockNotHeld "lock"
            }
          };
        } finally {
          lock.unlock();
        }
      }
    };
  }

  final List<Runnable> tasks = new ArrayList<>();

  void unchecked() {
    Lock lock = new ReentrantLock();
    tasks.add(
        new Runnable() {
          @Override
          @LockUnchecked(reason = "whoever runs it has taken the lock")
          public void run() {
            lock.unlock();
          }
        });
  }

  private void helper() {
    Lock lock = new ReentrantLock();
    tasks.add(
        new Runnable() {
          @Override
          public void run() {
            lock.unlock(); // expect: ReleaseNotHeld
          }
        });
  }

  void callsHelper() {
    helper();
  }

  void notAnInterface() {
    Lock lock = new ReentrantLock();
    Condition changed = lock.newCondition();
    new Thread() {
      @Override
      public void run() {
        changed.signalAll(); // expect: LockNotHeld "lock"
      }
    }.start();
    new TimerTask() {
      @Override
      public void run() {
        lock.lock();
        try {
          changed.signalAll();
        } finally {
          lock.unlock();
        }
      }

      @Override
      public boolean cancel() {
        changed.signal(); // expect: LockNotHeld "lock"
        return super.cancel();
      }
    }.run();
  }
}
