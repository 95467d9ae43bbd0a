// Released and taken again inside a loop: guarded before, not between.
package j42_relock_in_loop;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class RelockInLoop {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  void between(int rounds) {
    mutex.lock();
    for (int i = 0; i < rounds; i++) {
      count++;
      mutex.unlock();
      count++; // expect: UnguardedAccess "mutex"
      mutex.lock();
    }
    count++;
    mutex.unlock();
  }

  void yields(Runnable task) {
    mutex.lock();
    try {
      while (count > 0) {
        mutex.unlock();
        try {
          task.run();
        } finally {
          mutex.lock();
        }
        count--;
      }
    } finally {
      mutex.unlock();
    }
  }

  void condition() {
    mutex.lock();
    while (count > 0) {
      mutex.unlock();
      Thread.onSpinWait();
      mutex.lock();
    }
    count = 1;
    mutex.unlock();
  }

  void continueSkipsRelock(int rounds) {
    mutex.lock();
    for (int i = 0; i < rounds; i++) {
      count++; // expect: UnguardedAccess "mutex"
      mutex.unlock();
      if (i == 3) {
        continue;
      }
      mutex.lock();
    }
    mutex.unlock();
  }

  void views(int rounds) {
    table.writeLock().lock();
    for (int i = 0; i < rounds; i++) {
      size++;
      table.writeLock().unlock();
      table.readLock().lock();
      int copy = size;
      table.readLock().unlock();
      table.writeLock().lock();
      size = copy;
    }
    table.writeLock().unlock();
  }

  void doWhile() {
    int rounds = 10;
    do {
      mutex.lock();
      count++;
      mutex.unlock();
      rounds--;
    } while (rounds > 0);
    count++; // expect: UnguardedAccess "mutex"
  }
}
