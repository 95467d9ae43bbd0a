package c_exceptions;

import java.util.concurrent.locks.ReentrantLock;

/** Private methods that cannot throw may stand between lock and unlock without a finally. */
class Helpers {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock second = new ReentrantLock();
  private final Runnable task;
  private final int[] counts = new int[8];
  private int count;
  private int taken;

  Helpers(Runnable task) {
    this.task = task;
  }

  private void add(int n) {
    count += n;
    this.taken++;
  }

  private int sum() {
    return Math.max(count, taken);
  }

  private void addTwice(int n) {
    add(n);
    add(n);
  }

  private void addInside(int n) {
    second.lock();
    try {
      add(n);
    } finally {
      second.unlock();
    }
  }

  private void swallow() {
    try {
      task.run();
    } catch (Throwable t) {
      taken--;
    }
  }

  private Runnable later() {
    return () -> task.run();
  }

  private void run() {
    task.run();
  }

  private void runTwice() {
    add(1);
    run();
    run();
  }

  private void store(int at) {
    counts[at]++;
  }

  private void swallowSome() {
    try {
      task.run();
    } catch (RuntimeException e) {
      taken--;
    }
  }

  private int countDown(int n) {
    return n == 0 ? 0 : countDown(n - 1);
  }

  private void touch(Helpers other) {
    other.count++;
  }

  void open() {
    task.run();
  }

  void quiet(int n) {
    lock.lock();
    add(n);
    addTwice(sum());
    addInside(n);
    swallow();
    later();
    lock.unlock();
  }

  void mayRun() {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    run();
    lock.unlock();
  }

  void mayRunInside() {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    runTwice();
    lock.unlock();
  }

  void mayMissTheArray(int at) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    store(at);
    lock.unlock();
  }

  void maySwallowTooLittle() {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    swallowSome();
    lock.unlock();
  }

  void mayNeverEnd(int n) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    countDown(n);
    lock.unlock();
  }

  void mayBeNull(Helpers other) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    touch(other);
    lock.unlock();
  }

  /** Others can override it. */
  void mayBeOverridden() {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    open();
    lock.unlock();
  }
}
