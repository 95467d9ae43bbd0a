package y41_chosen_results;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Elements of an array or a list are chosen between like any other objects. */
final class Elements {
  static final class Cell {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;

    @Requires("lock")
    void grow() {
      size++;
    }
  }

  void sameChoice(boolean first, Cell[] cells, int i) {
    (first ? cells[0] : cells[i]).lock.lock();
    try {
      (first ? cells[0] : cells[i]).size = 3;
    } finally {
      (first ? cells[0] : cells[i]).lock.unlock();
    }
  }

  void otherChoice(boolean first, Cell[] cells, int i) {
    (first ? cells[0] : cells[i]).lock.lock();
    try {
      (first ? cells[1] : cells[i]).grow(); // expect: LockNotHeld "cells[1].lock"
    } finally {
      (first ? cells[0] : cells[i]).lock.unlock();
    }
  }

  void otherWayRound(boolean first, Cell[] cells, int i) {
    (first ? cells[0] : cells[i]).lock.lock();
    (first ? cells[i] : cells[0]).lock.unlock(); // expect: ReleaseNotHeld
  }

  void inLocal(boolean first, Cell[] cells) {
    Cell cell;
    if (first) {
      cell = cells[0];
    } else {
      cell = cells[1];
    }
    cell.lock.lock();
    try {
      if (first) {
        cells[0].size = 5;
      } else {
        cells[1].grow();
      }
    } finally {
      cell.lock.unlock();
    }
  }

  void wrongOne(boolean first, Cell[] cells) {
    Cell cell = first ? cells[0] : cells[1];
    cell.lock.lock();
    try {
      if (first) {
        cells[1].size = 7; // expect: UnguardedAccess "cells[1].lock"
      }
    } finally {
      cell.lock.unlock();
    }
  }

  void inLoop(Cell[] cells, int n) {
    Cell largest = cells[0];
    largest.lock.lock();
    try {
      for (int i = 1; i < n; i++) {
        Cell next = cells[i];
        if (next.hashCode() > 3) {
          largest.lock.unlock();
          next.lock.lock();
          largest = next;
        }
        largest.grow();
      }
    } finally {
      largest.lock.unlock();
    }
  }

  void ofList(boolean first, List<Cell> cells, Cell other) {
    (first ? cells.get(0) : other).lock.lock();
    try {
      (first ? cells.get(0) : other).grow();
    } finally {
      (first ? cells.get(0) : other).lock.unlock();
    }
  }

  void orParameter(boolean first, Cell[] cells, Cell other) {
    Cell cell = first ? cells[0] : other;
    cell.lock.lock();
    cell.size = 9;
    if (first) {
      cells[0].lock.unlock();
    } else {
      other.lock.unlock();
    }
  }
}
