package c_foreign_checker_framework;

import java.util.concurrent.locks.ReentrantLock;
import org.checkerframework.checker.lock.qual.EnsuresLockHeld;
import org.checkerframework.checker.lock.qual.EnsuresLockHeldIf;
import org.checkerframework.checker.lock.qual.GuardedBy;

/** Several annotations of one type on a method, as the compiler wraps them up. */
class Repeated {
  final ReentrantLock first = new ReentrantLock();
  final ReentrantLock second = new ReentrantLock();

  @GuardedBy("first")
  int count;

  @GuardedBy("second")
  int total;

  @EnsuresLockHeld("first")
  @EnsuresLockHeld("second")
  void both() {
    first.lock();
    second.lock();
  }

  @EnsuresLockHeld("first")
  @EnsuresLockHeld("second")
  void onlyOne() {
    first.lock();
  } // expect: BrokenContract "second"

  @EnsuresLockHeldIf(expression = "first", result = true)
  @EnsuresLockHeldIf(expression = "second", result = false)
  boolean either() {
    if (first.tryLock()) {
      return true;
    }
    second.lock();
    return false;
  }

  void ensured() {
    both();
    count = 1;
    total = 2;
    first.unlock();
    count = 3; // expect: UnguardedAccess "first"
    second.unlock();
  }

  void oneOfTwo() {
    if (either()) {
      count = 5;
      total = 7; // expect: UnguardedAccess "second"
      first.unlock();
    } else {
      total = 9;
      count = 11; // expect: UnguardedAccess "first"
      second.unlock();
    }
  }
}
