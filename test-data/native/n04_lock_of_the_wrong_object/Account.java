package n04;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** The lock of one object is held, the field of another of the same class is written: a finding. */
final class Account {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  long balance;

  @GuardedBy("this")
  long limit;

  void own(long n) {
    lock.lock();
    try {
      balance = n;
    } finally {
      lock.unlock();
    }
  }

  void other(Account other, long n) {
    lock.lock();
    try {
      other.balance = n; // expect: UnguardedAccess "other.lock"
    } finally {
      lock.unlock();
    }
  }

  void reverse(Account other, long n) {
    other.lock.lock();
    try {
      balance = n; // expect: UnguardedAccess "other.lock"
    } finally {
      other.lock.unlock();
    }
  }

  synchronized void monitor(Account other, long n) {
    limit = n;
    other.limit = n; // expect: UnguardedAccess "other"
  }

  static void twoParameters(Account from, Account to, long n) {
    from.lock.lock();
    try {
      from.balance = n;
      to.balance = n; // expect: UnguardedAccess "from.lock"
    } finally {
      from.lock.unlock();
    }
  }

  static void bothHeld(Account from, Account to, long n) {
    from.lock.lock();
    try {
      to.lock.lock();
      try {
        from.balance = n;
        to.balance = n;
      } finally {
        to.lock.unlock();
      }
    } finally {
      from.lock.unlock();
    }
  }

  @Requires("a.lock")
  static void byContract(Account a, Account b, long n) {
    a.balance = n;
    b.balance = n; // expect: UnguardedAccess "a.lock"
  }

  static void sameAfterTest(Account a, @Requires("lock") Account b, long n) {
    if (a == b) {
      a.balance = n;
    }
  }
}
