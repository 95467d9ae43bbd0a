package y64_anonymous_callbacks;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.RunsInline;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** An anonymous class is a callback as a lambda is: run inline, called here, or some time later. */
class Anonymous {
  private final Lock lock = new ReentrantLock();

  @GuardedBy("this")
  private int count;

  @GuardedBy("lock")
  private int total;

  private Object kept;

  static void inline(@RunsInline Runnable task) {
    task.run();
  }

  private void add() {
    assert Thread.holdsLock(this);
    count++;
  }

  synchronized void called() {
    new Runnable() {
      @Override
      public void run() {
        count++;
      }
    }.run();
  }

  synchronized void calledInLoop(List<String> things) {
    for (final String thing : things) {
      new Runnable() {
        @Override
        public void run() {
          add();
          count += thing.length();
        }
      }.run();
    }
  }

  void calledByName() {
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            count++;
          }
        };
    synchronized (this) {
      task.run();
    }
  }

  synchronized void forEach(List<String> all) {
    all.forEach(
        new Consumer<>() {
          @Override
          public void accept(String each) {
            count += each.length();
          }
        });
    all.removeIf(each -> count > 3);
  }

  synchronized void inlineByName() {
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            count++;
          }
        };
    inline(task);
  }

  void calledWithout() {
    new Runnable() {
      @Override
      public void run() {
        count++; // expect: UnguardedAccess
        add(); // expect: LockNotHeld
      }
    }.run();
  }

  void calledTwice() {
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            count++; // expect: UnguardedAccess
          }
        };
    synchronized (this) {
      task.run();
    }
    task.run();
  }

  synchronized void calledAndExecuted(Executor executor) {
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            count++; // expect: UnguardedAccess
          }
        };
    task.run();
    executor.execute(task);
  }

  synchronized void calledAndExecutedInside(Executor executor) {
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            count++; // expect: UnguardedAccess
          }
        };
    task.run();
    executor.execute(() -> task.run());
  }

  synchronized void lambdaCalledAndCaptured() {
    Runnable task = () -> count++; // expect: UnguardedAccess
    task.run();
    new Thread() {
      @Override
      public void run() {
        task.run();
      }
    }.start();
  }

  synchronized void thisOfCapturedLambda(List<String> all) {
    Runnable task = () -> this.count++;
    Runnable add = this::add;
    all.forEach(
        new Consumer<String>() {
          @Override
          public void accept(String each) {
            task.run();
            add.run();
          }
        });
  }

  void thisOfCapturedLambdaWithoutLock(List<String> all) {
    Runnable task = () -> this.count++; // expect: UnguardedAccess
    all.forEach(
        new Consumer<String>() {
          @Override
          public void accept(String each) {
            task.run();
          }
        });
  }

  synchronized void lambdaCapturedInline(List<String> all) {
    Runnable task = () -> count++;
    all.forEach(
        new Consumer<String>() {
          @Override
          public void accept(String each) {
            task.run();
            count++;
          }
        });
  }

  synchronized void calledAndCaptured() {
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            count++; // expect: UnguardedAccess
          }
        };
    task.run();
    new Thread() {
      @Override
      public void run() {
        task.run();
      }
    }.start();
  }

  synchronized void calledAndKept(List<String> all) {
    Consumer<String> action =
        new Consumer<String>() {
          @Override
          public void accept(String each) {
            count++; // expect: UnguardedAccess
          }
        };
    all.forEach(action);
    kept = action;
  }

  synchronized Runnable calledAndReturned() {
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            count++; // expect: UnguardedAccess
          }
        };
    task.run();
    return task;
  }

  synchronized void executed(Executor executor) {
    executor.execute(
        new Runnable() {
          @Override
          public void run() {
            count++; // expect: UnguardedAccess
          }
        });
  }

  void releasesInside() {
    lock.lock();
    new Runnable() {
      @Override
      public void run() {
        total++;
        lock.unlock();
      }
    }.run();
    total++; // expect: UnguardedAccess
  }

  void ownMonitor(List<String> all) {
    all.forEach(
        new Consumer<String>() {
          @GuardedBy("this")
          int own;

          @Override
          public synchronized void accept(String each) {
            own++;
          }
        });
  }

  interface Step {
    @Requires("#1")
    void apply(Anonymous to);
  }

  synchronized void byContract() {
    new Step() {
      @Override
      public void apply(Anonymous to) {
        to.count++;
      }
    }.apply(this);
  }

  void byContractWithout() {
    Step step =
        new Step() {
          @Override
          public void apply(Anonymous to) {
            to.count++;
          }
        };
    step.apply(this); // expect: LockNotHeld
  }
}
