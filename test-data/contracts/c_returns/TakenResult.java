package c_returns;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A method may take the lock that it returns: it is held by the name of that, too. */
abstract class TakenResult {
  private final Lock[] stripes = new Lock[8];
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  abstract void work();

  @Requires("stripes[#1]")
  abstract void put(int key);

  @Acquires("return")
  @Returns("stripes[#1]")
  Lock take(int key) {
    Lock stripe = stripes[(key & Integer.MAX_VALUE) % stripes.length];
    stripe.lock();
    return stripe;
  }

  @Acquires("return")
  @Returns("lock")
  ReentrantLock takeOnly() {
    lock.lock();
    return lock;
  }

  void keyed(int key) {
    Lock taken = take(key);
    try {
      put(key);
    } finally {
      taken.unlock();
    }
  }

  void only() {
    ReentrantLock taken = takeOnly();
    try {
      count++;
    } finally {
      taken.unlock();
    }
  }

  void byItsOwnName() {
    takeOnly();
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  void another(int key) {
    Lock taken = take(key);
    try {
      put(key + 1); // expect: LockNotHeld "stripes"
    } finally {
      taken.unlock();
    }
  }

  void after() {
    takeOnly().unlock();
    count++; // expect: UnguardedAccess "lock"
  }

  void left(int key) {
    Lock taken = take(key);
    if (key == 0) {
      return; // expect: LockLeak "taken"
    }
    taken.unlock();
  }
}
