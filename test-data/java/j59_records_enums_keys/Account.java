// A record component as the lock of another one: held by way of the accessor is held by way of the
// field.
package j59_records_enums_keys;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

record Account(ReentrantLock lock, @GuardedBy("lock") long[] balance) {
  Account {
    if (balance.length == 0) {
      throw new IllegalArgumentException();
    }
  }

  void deposit(long amount) {
    lock.lock();
    try {
      balance[0] += amount;
    } finally {
      lock.unlock();
    }
  }

  long throughAccessors() {
    lock().lock();
    try {
      return balance()[0];
    } finally {
      lock.unlock();
    }
  }

  long unguarded() {
    return balance[0]; // expect: UnguardedAccess "lock"
  }

  static void level(Account from, Account to) {
    from.lock().lock();
    try {
      from.balance()[0] = to.balance()[0]; // expect: UnguardedAccess "to.lock"
    } finally {
      from.lock.unlock();
    }
  }
}
