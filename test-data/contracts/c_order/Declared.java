package c_order;

import dev.holdfast.annotations.AcquiredAfter;
import dev.holdfast.annotations.AcquiredBefore;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** Declared orders bind blocking acquisitions, transitively. */
final class Declared {
  private final ReentrantLock third = new ReentrantLock();

  @AcquiredBefore("third")
  private final ReentrantLock second = new ReentrantLock();

  @AcquiredBefore("second")
  private final ReentrantLock first = new ReentrantLock();

  @AcquiredAfter("third")
  private final Object fourth = new Object();

  private final ReentrantLock unrelated = new ReentrantLock();

  void right() {
    first.lock();
    second.lock();
    third.lock();
    third.unlock();
    second.unlock();
    first.unlock();
  }

  void direct() {
    second.lock();
    first.lock(); // expect: LockOrder "first"
    first.unlock();
    second.unlock();
  }

  void transitive() {
    third.lock();
    first.lock(); // expect: LockOrder "first"
    first.unlock();
    third.unlock();
  }

  void monitorAfter() {
    synchronized (fourth) {
      first.lock(); // expect: LockOrder "first"
      first.unlock();
    }
    first.lock();
    synchronized (fourth) {
      first.lock();
      first.unlock();
    }
    first.unlock();
  }

  void monitorTakenAgainstTheOrder() throws InterruptedException {
    synchronized (fourth) {
      third.lockInterruptibly(); // expect: LockOrder "third"
      third.unlock();
    }
  }

  void tried() {
    second.lock();
    if (first.tryLock()) {
      first.unlock();
    }
    second.unlock();
  }

  void takenAgain() {
    first.lock();
    second.lock();
    first.lock();
    first.unlock();
    second.unlock();
    first.unlock();
  }

  void unrelatedIsFree() {
    unrelated.lock();
    first.lock();
    first.unlock();
    unrelated.unlock();
    third.lock();
    unrelated.lock();
    unrelated.unlock();
    third.unlock();
  }

  @Requires("second")
  void byContract() {
    first.lock(); // expect: LockOrder "first"
    first.unlock();
  }
}
