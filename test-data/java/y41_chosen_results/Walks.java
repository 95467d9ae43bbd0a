package y41_chosen_results;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** A walk along an array may take as many turns as it likes before it moves on. */
abstract class Walks {
  static final class Cell {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  abstract Cell first();

  void givenLater(Cell[] cells) {
    Cell best = null;
    best = cells[0];
    best.lock.lock();
    try {
      for (int i = 1; i < cells.length; i++) {
        Cell next = cells[i];
        if (next.hashCode() > 3) {
          best.lock.unlock();
          next.lock.lock();
          best = next;
        }
        best.size++;
      }
    } finally {
      best.lock.unlock();
    }
  }

  void lockInLocal(Cell[] cells, int turns) {
    Cell best = first();
    best.lock.lock();
    try {
      for (int i = 0; i < turns; i++) {
        Cell next = cells[i];
        if (next.hashCode() > 3) {
          ReentrantLock last = best.lock;
          last.unlock();
          next.lock.lock();
          best = next;
        }
        best.size++;
      }
    } finally {
      best.lock.unlock();
    }
  }

  void lastOfAll(Cell[] cells, int turns) {
    Cell best = first();
    Cell last = best;
    best.lock.lock();
    try {
      for (int i = 0; i < turns; i++) {
        Cell next = cells[i];
        if (next.hashCode() > 3) {
          ReentrantLock lock = best.lock;
          lock.unlock();
          next.lock.lock();
          last = best;
          best = next;
        }
        last.size++; // expect: UnguardedAccess
        best.size++;
      }
    } finally {
      best.lock.unlock();
    }
  }

  void goesOnWithoutLock(Cell[] cells, int turns) {
    Cell best = first();
    best.lock.lock(); // expect: LockLeakOnThrow
    for (int i = 0; i < turns; i++) {
      Cell next = cells[i];
      if (next != null) {
        ReentrantLock last = best.lock;
        last.unlock();
        best = next;
        best.size++; // expect: UnguardedAccess
        best.lock.lock(); // expect: LockLeakOnThrow
      }
    }
    best.lock.unlock();
  }
}
