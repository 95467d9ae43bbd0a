// Loops that take the locks of elements one by one and may stop halfway; another loop gives back
// what was taken.
package y73_first_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Rollback {
  void counted(ReentrantLock[] wanted) {
    int n = 0;
    try {
      for (ReentrantLock l : wanted) {
        l.lock();
        n++;
      }
    } finally {
      for (int i = 0; i < n; i++) wanted[i].unlock();
    }
  }

  void upAndDown(ReentrantLock[] locks) {
    int i = 0;
    try {
      for (; i < locks.length; i++) locks[i].lock();
    } finally {
      while (--i >= 0) locks[i].unlock();
    }
  }

  boolean rollsBack(ReentrantLock[] locks) {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        for (int j = 0; j < i; j++) locks[j].unlock();
        return false;
      }
    }
    for (ReentrantLock l : locks) l.unlock();
    return true;
  }

  boolean takesWhileItCan(ReentrantLock[] locks) {
    int taken = 0;
    try {
      while (taken < locks.length && locks[taken].tryLock()) taken++;
      return taken == locks.length;
    } finally {
      while (taken > 0) locks[--taken].unlock();
    }
  }

  boolean listRollsBack(List<ReentrantLock> locks) {
    for (int i = 0; i < locks.size(); i++) {
      if (!locks.get(i).tryLock()) {
        while (--i >= 0) locks.get(i).unlock();
        return false;
      }
    }
    for (ReentrantLock l : locks) l.unlock();
    return true;
  }

  void upToNumber(ReentrantLock[] locks, int k) {
    for (int i = 0; i < k; i++) locks[i].lock();
    for (int j = 0; j < k; j++) locks[j].unlock();
  }

  void downFromNumber(ReentrantLock[] locks, int k) {
    int i = 0;
    while (i < k) locks[i++].lock();
    while (k > 0) locks[--k].unlock();
  }

  void downByOneLess(ReentrantLock[] locks) {
    int n = 0;
    while (n < locks.length) {
      locks[n].lock();
      n++;
    }
    for (int j = n; j > 0; j--) locks[j - 1].unlock();
  }

  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    int n;

    @GuardedBy("rw")
    int m;
  }

  private final Shard[] shards = new Shard[8];
  private final List<Shard> list = new ArrayList<>();

  // a counter beside an index
  void counterBesideIndex(ReentrantLock[] locks) throws InterruptedException {
    int held = 0;
    try {
      for (int i = 0; i < locks.length; i++) {
        locks[i].lockInterruptibly();
        held++;
      }
    } finally {
      for (int i = 0; i < held; i++) locks[i].unlock();
    }
  }

  void downFor(ReentrantLock[] locks) throws InterruptedException {
    int held = 0;
    try {
      for (ReentrantLock l : locks) {
        l.lockInterruptibly();
        held++;
      }
      work();
    } finally {
      for (int i = held - 1; i >= 0; i--) locks[i].unlock();
    }
  }

  void work() {}

  boolean fields() {
    int taken = 0;
    for (; taken < shards.length; taken++) {
      if (!shards[taken].lock.tryLock()) break;
    }
    if (taken == shards.length) {
      for (Shard s : shards) s.n++;
      for (Shard s : shards) s.lock.unlock();
      return true;
    }
    while (taken > 0) shards[--taken].lock.unlock();
    return false;
  }

  boolean postfix() {
    int taken = 0;
    while (taken < shards.length) {
      if (!shards[taken].lock.tryLock()) {
        while (taken-- > 0) shards[taken].lock.unlock();
        return false;
      }
      taken++;
    }
    for (Shard s : shards) {
      s.n++;
      s.lock.unlock();
    }
    return true;
  }

  void access(ReentrantLock[] unused) {
    int taken = 0;
    try {
      for (Shard s : shards) {
        s.lock.lock();
        taken++;
        s.n++;
      }
      for (int i = 0; i < taken; i++) shards[i].n = 0;
    } finally {
      for (int i = 0; i < taken; i++) shards[i].lock.unlock();
    }
  }

  boolean readLocks() {
    int i = 0;
    for (; i < shards.length && shards[i].rw.readLock().tryLock(); i++) {}
    boolean all = i == shards.length;
    while (--i >= 0) shards[i].rw.readLock().unlock();
    return all;
  }

  boolean timeout(List<ReentrantLock> locks, long ms) throws InterruptedException {
    int i = 0;
    boolean done = false;
    try {
      for (; i < locks.size(); i++) {
        if (!locks.get(i).tryLock(ms, TimeUnit.MILLISECONDS)) return false;
      }
      done = true;
      return true;
    } finally {
      for (int j = 0; j < i; j++) locks.get(j).unlock();
    }
  }

  boolean keepAll(ReentrantLock[] locks) {
    int i = 0;
    boolean done = false;
    try {
      for (; i < locks.length; i++) {
        if (!locks[i].tryLock()) return false;
      }
      done = true;
    } finally {
      if (!done) for (int j = i - 1; j >= 0; j--) locks[j].unlock();
    }
    for (ReentrantLock l : locks) l.unlock();
    return true;
  }

  void jMinus(ReentrantLock[] locks) {
    int n = 0;
    try {
      while (n < locks.length) {
        locks[n].lock();
        n++;
        work();
      }
    } finally {
      for (int j = n; j > 0; j--) locks[j - 1].unlock();
    }
  }

  void someOnly(ReentrantLock[] locks, int k) {
    int n = 0;
    try {
      for (int i = 0; i < k; i++) {
        locks[i].lock();
        n++;
      }
      work();
    } finally {
      for (int j = 0; j < n; j++) locks[j].unlock();
    }
  }

  void someOnly2(ReentrantLock[] locks, int k) {
    for (int i = 0; i < k; i++) locks[i].lock();
    try {
      work();
    } finally {
      for (int j = 0; j < k; j++) locks[j].unlock();
    }
  }

  void retry(ReentrantLock[] locks) {
    retry:
    while (true) {
      for (int i = 0; i < locks.length; i++) {
        if (!locks[i].tryLock()) {
          for (int j = i - 1; j >= 0; j--) locks[j].unlock();
          Thread.yield();
          continue retry;
        }
      }
      break;
    }
    try {
      work();
    } finally {
      for (ReentrantLock l : locks) l.unlock();
    }
  }

  boolean doWhile(ReentrantLock[] locks) {
    int i = 0;
    do {
      if (!locks[i].tryLock()) {
        while (i > 0) {
          i--;
          locks[i].unlock();
        }
        return false;
      }
      i++;
    } while (i < locks.length);
    for (ReentrantLock l : locks) l.unlock();
    return true;
  }

  boolean index(ReentrantLock[] locks) {
    int i = 0;
    while (i < locks.length) locks[i++].lock();
    try {
      work();
      return true;
    } finally {
      while (i > 0) locks[--i].unlock();
    }
  }

  void monitor(Shard[] a) {
    int n = 0;
    for (Shard s : a) {
      synchronized (s) {
        n++;
      }
    }
    for (int i = 0; i < n; i++) {
      a[i].lock.lock();
      try {
        a[i].n++;
      } finally {
        a[i].lock.unlock();
      }
    }
  }

  int count(Shard[] a) {
    int n = 0;
    for (Shard s : a) {
      s.lock.lock();
      try {
        if (s.n > 0) n++;
      } finally {
        s.lock.unlock();
      }
    }
    return n;
  }

  int count2(Shard[] a) {
    int n = 0;
    for (Shard s : a) {
      s.lock.lock();
      n++;
      s.n++;
      s.lock.unlock();
    }
    return n;
  }

  static final class Account {
    final ReentrantLock lock = new ReentrantLock();
    final Condition done = lock.newCondition();

    @GuardedBy("lock")
    long balance;

    int id;

    boolean closed() {
      return id < 0;
    }
  }

  boolean transfer(Account[] accounts, long by) throws InterruptedException {
    Account[] sorted = accounts.clone();
    Arrays.sort(sorted, Comparator.comparingInt(a -> a.id));
    int held = 0;
    try {
      for (Account a : sorted) {
        if (!a.lock.tryLock(1, TimeUnit.SECONDS)) return false;
        held++;
        if (a.closed()) throw new IllegalStateException();
      }
      for (int i = 0; i < held; i++) sorted[i].balance += by;
      return true;
    } finally {
      for (int i = 0; i < held; i++) sorted[i].lock.unlock();
    }
  }

  boolean list(List<Account> all) {
    int held = 0;
    boolean ok = false;
    try {
      for (Account a : all) {
        a.lock.lock();
        held++;
        if (a.balance < 0) {
          return false;
        }
      }
      for (Account a : all) a.balance++;
      ok = true;
      return true;
    } finally {
      for (int i = 0; i < held; i++) all.get(i).lock.unlock();
    }
  }

  int ring(Account[] all, int turns) {
    int at = 0;
    int sum = 0;
    for (int t = 0; t < turns; t++) {
      Account a = all[at];
      a.lock.lock();
      try {
        sum += a.balance;
      } finally {
        a.lock.unlock();
      }
      at = (at + 1) % all.length;
    }
    return sum;
  }

  int ring2(Account[] all, int turns) {
    int at = 0;
    int sum = 0;
    for (int t = 0; t < turns; t++) {
      all[at].lock.lock();
      try {
        sum += all[at].balance;
      } finally {
        all[at].lock.unlock();
      }
      if (++at == all.length) at = 0;
    }
    return sum;
  }

  Account firstFree(Account[] all) {
    for (int i = 0; i < all.length; i++) {
      if (all[i].lock.tryLock()) {
        all[i].balance++;
        all[i].lock.unlock();
        return all[i];
      }
    }
    return null;
  }
}
