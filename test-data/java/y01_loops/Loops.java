// Loops of every form: what is held at the head is what every turn agrees on.
package y01_loops;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Loops {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void heldAllAlong(int rounds) {
    mutex.lock();
    for (int i = 0; i < rounds; i++) {
      count++;
    }
    while (count > 3) {
      count--;
    }
    do {
      count++;
    } while (count < 2);
    mutex.unlock();
  }

  void takenInHeader(int rounds) {
    for (mutex.lock(); rounds > 0; rounds--) {
      count++;
    }
    mutex.unlock();
  }

  void releasedInUpdate(int rounds) {
    mutex.lock();
    for (int i = 0; i < rounds; i++, mutex.unlock()) {
      mutex.lock();
      count++;
    }
    count++;
    mutex.unlock();
  }

  void conditionTakesLock() {
    while (mutex.tryLock()) {
      count++;
      mutex.unlock();
    }
    count--; // expect: UnguardedAccess "mutex"
  }

  void conditionTakesLockBreak(boolean once) {
    while (mutex.tryLock()) {
      count++;
      if (once) {
        mutex.unlock();
        break;
      }
      mutex.unlock();
    }
    count--; // expect: UnguardedAccess "mutex"
  }

  void untilTaken() {
    boolean taken = false;
    while (!taken) {
      taken = mutex.tryLock();
    }
    count++;
    mutex.unlock();
  }

  void untilTakenDo() {
    boolean taken;
    do {
      taken = mutex.tryLock();
    } while (!taken);
    count++;
    mutex.unlock();
  }

  void attempts(int attempts) {
    boolean taken = false;
    for (int i = 0; i < attempts && !taken; i++) {
      taken = mutex.tryLock();
    }
    if (!taken) {
      return;
    }
    count++;
    mutex.unlock();
  }

  void attemptsUntested(int attempts) {
    boolean taken = false;
    for (int i = 0; i < attempts && !taken; i++) {
      taken = mutex.tryLock();
    }
    count++; // expect: UnguardedAccess "mutex"
    if (taken) {
      mutex.unlock();
    }
  }

  int returnFromEndless() {
    for (; ; ) {
      mutex.lock();
      try {
        if (count > 0) {
          return count;
        }
      } finally {
        mutex.unlock();
      }
      Thread.yield();
    }
  }

  void batches(int rounds) {
    mutex.lock();
    try {
      for (int i = 0; i < rounds; i++) {
        count++;
        if (i % 16 == 15) {
          mutex.unlock();
          mutex.lock();
        }
      }
    } finally {
      mutex.unlock();
    }
  }

  void batchesWithBreak(int rounds) {
    mutex.lock();
    for (int i = 0; i < rounds; i++) {
      count++;
      mutex.unlock();
      if (i == 7) {
        return;
      }
      mutex.lock();
    }
    mutex.unlock();
  }

  void nested(int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      mutex.lock();
      for (int j = 0; j < columns; j++) {
        count++;
      }
      mutex.unlock();
      for (int j = 0; j < columns; j++) {
        count--; // expect: UnguardedAccess "mutex"
      }
    }
  }

  void oneOfTwoContinues(int rounds) {
    for (int i = 0; i < rounds; i++) {
      mutex.lock();
      if (count == 1) {
        mutex.unlock();
        continue;
      }
      if (count == 2) {
        continue;
      }
      mutex.unlock();
    }
  } // expect: LockLeak "mutex"
}
