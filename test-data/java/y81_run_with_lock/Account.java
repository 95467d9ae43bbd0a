// The same through methods that others can call: they say that they run the callback, and nobody can
// override them.
package y81_run_with_lock;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.RunsInline;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

class Account {
  private final Lock lock = new ReentrantLock();
  private final long id;

  @GuardedBy("lock")
  private long balance;

  Account(long id) {
    this.id = id;
  }

  public final <T> T locked(@RunsInline Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  static <T> T holding(Lock lock, @RunsInline Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  static void holdingBoth(Account a, Account b, @RunsInline Runnable action) {
    Account first = a.id < b.id ? a : b;
    Account second = first == a ? b : a;
    first.lock.lock();
    try {
      second.lock.lock();
      try {
        action.run();
      } finally {
        second.lock.unlock();
      }
    } finally {
      first.lock.unlock();
    }
  }

  /** One that may do something else in a subclass. */
  <T> T overridable(@RunsInline Supplier<T> action) {
    return locked(action);
  }

  long balance() {
    return locked(() -> balance);
  }

  long balanceOf(Account other) {
    return other.locked(() -> other.balance);
  }

  long balanceAgain() {
    return holding(lock, () -> balance);
  }

  void transfer(Account to, long amount) {
    holdingBoth(
        this,
        to,
        () -> {
          balance -= amount;
          to.balance += amount;
        });
  }

  long wrongObject(Account other) {
    return locked(() -> other.balance); // expect: UnguardedAccess "other.lock"
  }

  long wrongLock(Account other) {
    return holding(other.lock, () -> balance); // expect: UnguardedAccess "this.lock"
  }

  void third(Account to, Account other) {
    holdingBoth(this, to, () -> other.balance++); // expect: UnguardedAccess "other.lock"
  }

  long mayBeOverridden() {
    return overridable(() -> balance); // expect: UnguardedAccess "lock"
  }

  /** One that does not say what it does with the callback. */
  final <T> T undeclared(Supplier<T> action) {
    return locked(action);
  }

  long throughUndeclared() {
    return undeclared(() -> balance); // expect: UnguardedAccess "lock"
  }
}
