// What a method of a local or anonymous class needs of a captured local, its callers are asked for.
package y82_captured_locals;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Transfers {
  private static final Object TIE = new Object();

  static class Account {
    final Lock lock = new ReentrantLock();

    @GuardedBy("this")
    private int balance;

    @GuardedBy("lock")
    private int changes;

    @Requires("this")
    int balance() {
      return balance;
    }
  }

  void transfer(final Account from, final Account to, final int amount) {
    class Helper {
      void transfer() {
        if (from.balance() < amount) {
          throw new IllegalStateException();
        }
        from.balance -= amount;
        to.balance += amount;
      }

      void twice() {
        transfer();
        transfer();
      }
    }
    int fromHash = System.identityHashCode(from);
    int toHash = System.identityHashCode(to);
    if (fromHash < toHash) {
      synchronized (from) {
        synchronized (to) {
          new Helper().transfer();
        }
      }
    } else if (fromHash > toHash) {
      synchronized (to) {
        synchronized (from) {
          Helper helper = new Helper();
          helper.twice();
        }
      }
    } else {
      synchronized (TIE) {
        synchronized (from) {
          synchronized (to) {
            new Helper().transfer();
          }
        }
      }
    }
  }

  void transferWrongly(final Account from, final Account to, final int amount) {
    class Helper {
      void transfer() {
        from.balance -= amount;
        to.balance += amount;
      }
    }
    synchronized (from) {
      synchronized (from) {
        new Helper().transfer(); // expect: LockNotHeld "to"
      }
    }
    synchronized (TIE) {
      synchronized (to) {
        new Helper().transfer(); // expect: LockNotHeld "from"
      }
    }
  }

  void anonymous(final Account account) {
    var helper =
        new Object() {
          void clear() {
            account.balance = 0;
          }
        };
    synchronized (account) {
      helper.clear();
    }
    helper.clear(); // expect: LockNotHeld "account"
  }

  void each(List<Account> accounts) {
    for (Account account : accounts) {
      class Helper {
        void clear() {
          account.balance = 0;
          account.changes++;
        }
      }
      Helper helper = new Helper();
      synchronized (account) {
        account.lock.lock();
        try {
          helper.clear();
        } finally {
          account.lock.unlock();
        }
        helper.clear(); // expect: LockNotHeld "account.lock"
      }
    }
  }

  void chosen(Account a, Account b) {
    final Account account = a.hashCode() < b.hashCode() ? a : b;
    class Helper {
      void clear() {
        account.balance = 0;
      }
    }
    synchronized (account) {
      new Helper().clear();
    }
    synchronized (a) {
      new Helper().clear(); // expect: LockNotHeld
    }
  }

  void later(final Account account) {
    class Task implements Runnable {
      @Override
      public void run() {
        account.balance = 0; // expect: UnguardedAccess "account"
      }
    }
    synchronized (account) {
      new Thread(new Task()).start();
    }
  }
}
