package c_order;

import dev.holdfast.annotations.AcquiredAfter;
import dev.holdfast.annotations.AcquiredBefore;
import java.util.concurrent.locks.ReentrantLock;

/** A lock that declares what is before it and what is behind it puts those in order too. */
final class Between {
  private final ReentrantLock first = new ReentrantLock();
  private final ReentrantLock last = new ReentrantLock();

  @AcquiredAfter("first")
  @AcquiredBefore("last")
  private final ReentrantLock middle = new ReentrantLock();

  private static final Object LOW = new Object();
  private static final Object HIGH = new Object();

  @AcquiredAfter("LOW")
  @AcquiredBefore("HIGH")
  private static final Object MEDIUM = new Object();

  void right() {
    first.lock();
    last.lock();
    last.unlock();
    first.unlock();
    synchronized (LOW) {
      synchronized (HIGH) {
        first.lock();
        first.unlock();
      }
    }
  }

  void wrong() {
    last.lock();
    first.lock(); // expect: LockOrder "it comes before 'this.last'"
    first.unlock();
    last.unlock();
  }

  void wrongMonitors() {
    synchronized (HIGH) {
      synchronized (LOW) { // expect: LockOrder "it comes before"
        last.lock();
        last.unlock();
      }
    }
  }

  void two(Between other) {
    other.last.lock();
    first.lock();
    first.unlock();
    other.first.lock(); // expect: LockOrder "other.first"
    other.first.unlock();
    other.last.unlock();
  }

  void tried() {
    last.lock();
    if (first.tryLock()) {
      first.unlock();
    }
    last.unlock();
  }
}
