package c_access_sites;

import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A call that needs a lock is found wherever an expression may stand. */
class Calls {
  final ReentrantLock lock = new ReentrantLock();

  private int free;

  @Requires("lock")
  boolean needs(int n) {
    return n > 3;
  }

  @Requires("lock")
  @Returns("this")
  Calls chained() {
    return this;
  }

  void sites(int n) {
    if (needs(n)) { // expect: LockNotHeld
      free = 1;
    }
    while (!needs(n)) { // expect: LockNotHeld
      n++;
    }
    boolean a = n > 3 && needs(n); // expect: LockNotHeld
    boolean b = n > 3 || needs(n); // expect: LockNotHeld
    boolean c = n > 3 ? needs(n) : a; // expect: LockNotHeld
    String text = "a" + needs(n); // expect: LockNotHeld
    assert needs(n); // expect: LockNotHeld
    Supplier<Boolean> lambda = () -> needs(n(3)); // expect: LockNotHeld
    Predicate<Integer> reference = this::needs; // expect: LockNotHeld
    Function<Calls, Calls> unbound = Calls::chained; // expect: LockNotHeld
    switch (n) {
      case 1 -> needs(n); // expect: LockNotHeld
      default -> free = 2;
    }
    this.chained(); // expect: LockNotHeld
  }

  static int n(int n) {
    return n;
  }

  void chain() {
    lock.lock();
    try {
      chained().chained();
    } finally {
      lock.unlock();
    }
  }
}
