// The same from outside the record, with local copies of the components.
package j59_records_enums_keys;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class Bank {
  long sum(List<Account> accounts) {
    long sum = 0;
    for (Account account : accounts) {
      ReentrantLock lock = account.lock();
      lock.lock();
      try {
        sum += account.balance()[0];
      } finally {
        lock.unlock();
      }
    }
    return sum;
  }

  long peek(Account account) {
    return account.balance()[0]; // expect: UnguardedAccess "account.lock"
  }

  long wrongAccount(Account account, Account other) {
    other.lock().lock();
    try {
      return account.balance()[0]; // expect: UnguardedAccess "account.lock"
    } finally {
      other.lock().unlock();
    }
  }
}
