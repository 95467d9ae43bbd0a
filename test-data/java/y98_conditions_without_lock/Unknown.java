package y98_conditions_without_lock;

import dev.holdfast.annotations.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Whatever the lock of a condition is: where no lock at all is held, it is not. */
class Unknown {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition[] all = {lock.newCondition(), lock.newCondition()};
  private final List<Condition> waiting = new ArrayList<>();
  Condition shared = lock.newCondition();

  void element(int i) {
    lock.lock();
    try {
      all[i].signal();
    } finally {
      lock.unlock();
    }
  }

  void changing() throws InterruptedException {
    lock.lock();
    try {
      shared.await();
      for (Condition each : waiting) {
        each.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  @Requires("lock")
  void declared(Condition given) {
    given.signal();
  }

  private void helper(Condition given) {
    given.signal();
  }

  private void through(Condition given) {
    helper(given);
  }

  void callsHelper(int i) {
    lock.lock();
    try {
      helper(all[i]);
      through(shared);
    } finally {
      lock.unlock();
    }
  }

  void asserted(Condition given) {
    assert lock.isHeldByCurrentThread();
    given.signal();
  }

  void own() {
    ReentrantLock mine = new ReentrantLock();
    Condition[] some = {mine.newCondition()};
    mine.lock();
    try {
      some[0].signal();
    } finally {
      mine.unlock();
    }
  }

  /* What is wrong. */

  void elementUnlocked(int i) {
    all[i].signal(); // expect: LockNotHeld
  }

  void changingUnlocked() throws InterruptedException {
    shared.await(); // expect: LockNotHeld
  }

  void eachUnlocked() {
    for (Condition each : waiting) {
      each.signalAll(); // expect: LockNotHeld
    }
  }

  void givenUnlocked(Condition given) {
    given.signal(); // expect: LockNotHeld
  }

  void released(int i) {
    lock.lock();
    lock.unlock();
    all[i].signal(); // expect: LockNotHeld
  }

  void onOneWay(Condition given, boolean ready) {
    if (ready) {
      lock.lock();
    }
    given.signal(); // expect: LockNotHeld
    if (ready) {
      lock.unlock();
    }
  }

  Runnable later(Condition given) {
    return () -> given.signal(); // expect: LockNotHeld
  }
}
