// Two locks of one kind taken in an order that a local boolean tells: both are held whichever came
// first.
package y27_ordered_pair;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

class Transfers {
  static final class Account {
    final long id;
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    long balance;

    Account(long id) {
      this.id = id;
    }

    @Requires("lock")
    void add(long amount) {
      balance += amount;
    }
  }

  static void ordered(Account a, Account b, long amount) {
    boolean swap = a.id > b.id;
    Account first = swap ? b : a;
    Account second = swap ? a : b;
    first.lock.lock();
    try {
      second.lock.lock();
      try {
        a.add(-amount);
        b.add(amount);
      } finally {
        second.lock.unlock();
      }
    } finally {
      first.lock.unlock();
    }
  }

  static void onlyFirst(Account a, Account b, long amount) {
    boolean swap = a.id > b.id;
    Account first = swap ? b : a;
    first.lock.lock();
    try {
      a.add(-amount); // expect: LockNotHeld "a.lock"
      first.add(amount);
    } finally {
      first.lock.unlock();
    }
  }

  static void sameTwice(Account a, Account b, long amount) {
    boolean swap = a.id > b.id;
    Account first = swap ? b : a;
    Account second = swap ? b : a;
    first.lock.lock();
    try {
      second.lock.lock();
      try {
        first.add(-amount);
        second.add(amount);
        b.add(amount); // expect: LockNotHeld "b.lock"
      } finally {
        second.lock.unlock();
      }
    } finally {
      first.lock.unlock();
    }
  }

  static long total(Collection<Account> all) {
    long total = 0;
    for (Account account : all) {
      account.lock.lock();
      try {
        total += account.balance;
      } finally {
        account.lock.unlock();
      }
    }
    return total;
  }

  static Account richest(Collection<Account> all) {
    Account best = null;
    for (Account account : all) {
      account.lock.lock();
      try {
        if (best == null || account.balance > best.balance) { // expect: UnguardedAccess "best.lock"
          best = account;
        }
      } finally {
        account.lock.unlock();
      }
    }
    return best;
  }

  static Account open(long id, long initial, Map<Long, Account> registry) {
    Account account = new Account(id);
    account.add(initial);
    Account old = registry.putIfAbsent(id, account);
    return old != null ? old : account;
  }

  static Account openShared(long id, long initial, Map<Long, Account> registry) {
    Account account = registry.computeIfAbsent(id, Account::new);
    account.add(initial); // expect: LockNotHeld "account.lock"
    return account;
  }
}
