// A helper that gives up the locks of the first elements needs them of its callers.
package y75_first_by_helpers;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Releases {
  static final class Shard {
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    final ReentrantLock lock = new ReentrantLock();
  }

  private final ReentrantLock[] locks = new ReentrantLock[8];
  private final ReentrantLock[] others = new ReentrantLock[8];
  private final Shard[] shards = new Shard[8];

  private void up(int n) {
    for (int i = 0; i < n; i++) locks[i].unlock();
  }

  private void down(int n) {
    for (int i = n - 1; i >= 0; i--) locks[i].unlock();
  }

  private void downBefore(int n) {
    while (--n >= 0) locks[n].unlock();
  }

  private void downAfter(int n) {
    while (n-- > 0) {
      locks[n].unlock();
    }
  }

  private void downWithin(int n) {
    while (n > 0) locks[--n].unlock();
  }

  private void downByLocal(int n) {
    int i = n;
    while (i > 0) {
      i--;
      ReentrantLock lock = locks[i];
      lock.unlock();
    }
  }

  private void handsOn(int n) {
    downWithin(n);
  }

  private static void unlockFirst(Lock[] some, int n) {
    for (int i = 0; i < n; ++i) some[i].unlock();
  }

  private static void unlockAll(List<? extends Lock> some, int n) {
    for (int i = 0; i < n; i++) some.get(i).unlock();
  }

  private void unlockRead(int n) {
    for (int i = 0; i < n; i++) shards[i].rw.readLock().unlock();
  }

  // ---- correct

  boolean rollbackUp() {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        up(i);
        return false;
      }
    }
    up(locks.length);
    return true;
  }

  boolean rollbackDown() {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        down(i);
        return false;
      }
    }
    downBefore(locks.length);
    return true;
  }

  void inFinally() {
    int taken = 0;
    try {
      for (; taken < locks.length; taken++) locks[taken].lock();
      work();
    } finally {
      downAfter(taken);
    }
  }

  boolean byWhile() {
    int i = 0;
    while (i < locks.length && locks[i].tryLock()) i++;
    boolean all = i == locks.length;
    handsOn(i);
    return all;
  }

  boolean counted() {
    int taken = 0;
    for (ReentrantLock lock : locks) {
      if (!lock.tryLock()) {
        downByLocal(taken);
        return false;
      }
      taken++;
    }
    for (ReentrantLock lock : locks) lock.unlock();
    return true;
  }

  static boolean ofParameters(Lock[] some) {
    for (int i = 0; i < some.length; i++) {
      if (!some[i].tryLock()) {
        unlockFirst(some, i);
        return false;
      }
    }
    unlockFirst(some, some.length);
    return true;
  }

  static void ofList(List<ReentrantLock> some) {
    int n = 0;
    for (; n < some.size(); n++) some.get(n).lock();
    unlockAll(some, some.size());
  }

  boolean ofReadLocks() {
    for (int i = 0; i < shards.length; i++) {
      if (!shards[i].rw.readLock().tryLock()) {
        unlockRead(i);
        return false;
      }
    }
    unlockRead(shards.length);
    return true;
  }

  void nothing() {
    up(0);
    down(-1);
  }

  // ---- wrong

  boolean oneTooMany() {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        up(i + 1); // expect: LockNotHeld
        return false;
      }
    }
    down(locks.length);
    return true;
  }

  boolean oneTooFew() {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        if (i > 0) downAfter(i - 1);
        return false; // expect: LockLeak
      }
    }
    down(locks.length);
    return true;
  }

  boolean forgotten() {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        return false; // expect: LockLeak
      }
    }
    up(locks.length);
    return true;
  }

  boolean ofOthers() {
    for (int i = 0; i < others.length; i++) {
      if (!others[i].tryLock()) {
        up(i); // expect: LockNotHeld
        return false;
      }
    }
    unlockFirst(others, others.length);
    return true;
  }

  static boolean ofWrongParameter(Lock[] some, Lock[] more) {
    for (int i = 0; i < some.length; i++) {
      if (!some[i].tryLock()) {
        unlockFirst(more, i); // expect: LockNotHeld
        return false;
      }
    }
    unlockFirst(some, some.length);
    return true;
  }

  boolean inWrongMode() {
    for (int i = 0; i < shards.length; i++) {
      if (!shards[i].rw.writeLock().tryLock()) {
        for (int j = 0; j < i; j++) shards[j].rw.writeLock().unlock();
        return false;
      }
    }
    for (Shard shard : shards) shard.rw.writeLock().unlock();
    unlockRead(3); // expect: LockNotHeld
    return true;
  }

  boolean twice() {
    for (int i = 0; i < locks.length; i++) {
      if (!locks[i].tryLock()) {
        up(i);
        down(i); // expect: LockNotHeld
        return false;
      }
    }
    up(locks.length);
    return true;
  }

  void withoutTaking() {
    up(3); // expect: LockNotHeld
  }

  void work() {}
}
