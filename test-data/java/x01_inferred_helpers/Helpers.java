// What a private method needs is inferred, through other private methods too, and demanded of its
// callers; one that nobody calls is checked as it stands.
package x01_inferred_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Helpers {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  private void increment() {
    count++;
  }

  private void incrementTwice() {
    increment();
    increment();
  }

  private int factorial(int n) {
    count++;
    return n <= 1 ? 1 : n * factorial(n - 1);
  }

  private boolean even(int n) {
    count++;
    return n == 0 || odd(n - 1);
  }

  private boolean odd(int n) {
    return n != 0 && even(n - 1);
  }

  private int read() {
    return size;
  }

  private void write(int value) {
    size = value;
  }

  private void selfContained() {
    mutex.lock();
    count++;
    mutex.unlock();
  }

  private void nobodyCallsThis() {
    count++; // expect: UnguardedAccess "mutex"
  }

  void unheld() {
    increment(); // expect: LockNotHeld "it is needed here"
    incrementTwice(); // expect: LockNotHeld "mutex"
    factorial(3); // expect: LockNotHeld "mutex"
    even(4); // expect: LockNotHeld "mutex"
    odd(5); // expect: LockNotHeld "mutex"
    read(); // expect: LockNotHeld "table"
    write(1); // expect: LockNotHeld "table"
    selfContained();
  }

  void held() {
    mutex.lock();
    try {
      increment();
      incrementTwice();
      factorial(3);
      even(4);
      odd(5);
    } finally {
      mutex.unlock();
    }
    table.readLock().lock();
    try {
      read();
      write(2); // expect: LockNotHeld "table"
    } finally {
      table.readLock().unlock();
    }
    table.writeLock().lock();
    try {
      read();
      write(3);
    } finally {
      table.writeLock().unlock();
    }
  }

  synchronized void inLambdas(Executor executor, List<Integer> amounts) {
    mutex.lock();
    try {
      executor.execute(() -> increment()); // expect: LockNotHeld "mutex"
      executor.execute(this::increment); // expect: LockNotHeld "mutex"
      amounts.forEach(amount -> increment());
    } finally {
      mutex.unlock();
    }
  }
}
