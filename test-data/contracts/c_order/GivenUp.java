package c_order;

import dev.holdfast.annotations.AcquiredBefore;
import dev.holdfast.annotations.MayRelease;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Whoever waits gives the lock up and takes it again: with a later lock held, out of order. */
class GivenUp {
  @AcquiredBefore("inner")
  final Object outer = new Object();

  final Object inner = new Object();

  @AcquiredBefore("second")
  final Lock first = new ReentrantLock();

  final Lock second = new ReentrantLock();
  final Condition firstChanged = first.newCondition();
  final Condition secondChanged = second.newCondition();

  void waitsOnInner() throws InterruptedException {
    synchronized (outer) {
      synchronized (inner) {
        inner.wait();
      }
    }
  }

  void waitsOnOuter() throws InterruptedException {
    synchronized (outer) {
      synchronized (inner) {
        outer.wait(); // expect: LockOrder "it is given up meanwhile"
      }
      outer.wait();
    }
  }

  void waitsForTime() throws InterruptedException {
    synchronized (outer) {
      synchronized (inner) {
        while (hashCode() == 0) {
          outer.wait(100, 5); // expect: LockOrder "before 'this.inner'"
        }
      }
    }
  }

  void awaits() throws InterruptedException {
    first.lock();
    try {
      second.lock();
      try {
        secondChanged.await();
        firstChanged.await(); // expect: LockOrder "before 'this.second'"
      } finally {
        second.unlock();
      }
      firstChanged.await();
    } finally {
      first.unlock();
    }
  }

  @Requires("first")
  @MayRelease("first")
  void rests() {
    first.unlock();
    first.lock();
  }

  @Requires("first")
  void declared() {
    rests();
    second.lock();
    try {
      rests(); // expect: LockOrder "it is given up meanwhile"
    } finally {
      second.unlock();
    }
  }

  @Requires({"outer", "inner"})
  void givenBoth() throws InterruptedException {
    inner.wait();
    outer.wait(); // expect: LockOrder
  }

  private void helper() throws InterruptedException {
    outer.wait();
  }

  void callsHelper() throws InterruptedException {
    synchronized (outer) {
      helper();
    }
  }
}
