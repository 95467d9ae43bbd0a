package c_functional_interface;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/** A contract on a functional interface's method binds every lambda and reference of that type. */
final class Functional {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  interface Task {
    void run(@Requires("lock") Functional target);
  }

  interface Opener {
    @Acquires("#1.lock")
    void open(Functional target);
  }

  private Task task;

  void lambdas() {
    task = target -> target.count = 3;
    task =
        target -> {
          target.count = 5;
          count = 7; // expect: UnguardedAccess "target.lock"
        };
    task = Functional::set;
    task = Functional::needsMore; // expect: LockNotHeld "other"
  }

  void call(Functional target, Task given) {
    given.run(target); // expect: LockNotHeld "target.lock"
    target.lock.lock();
    try {
      given.run(target);
    } finally {
      target.lock.unlock();
    }
  }

  void later(Executor executor, Task given) {
    lock.lock();
    try {
      given.run(this);
      executor.execute(() -> given.run(this)); // expect: LockNotHeld "lock"
    } finally {
      lock.unlock();
    }
  }

  Opener opener() {
    return target -> target.lock.lock();
  }

  Opener lazyOpener() {
    return target -> {}; // expect: BrokenContract "lock"
  }

  final ReentrantLock other = new ReentrantLock();

  @Requires("lock")
  void set() {
    count = 9;
  }

  @Requires({"lock", "other"})
  void needsMore() {
    count = 11;
  }
}
