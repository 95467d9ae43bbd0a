// Module imports, unnamed variables, guards that take locks, and statements before super().
package y19_syntax;

import dev.holdfast.annotations.GuardedBy;
import module java.base;

class Syntax {
  static class Cell {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;

    Cell(int value) {
      this.value = value;
    }
  }

  static class Copy extends Cell {
    Copy(Cell other) {
      other.lock.lock();
      int value;
      try {
        value = other.value;
      } finally {
        other.lock.unlock();
      }
      super(value);
    }
  }

  static class UnlockedCopy extends Cell {
    UnlockedCopy(Cell other) {
      int value = other.value; // expect: UnguardedAccess "other.lock"
      super(value);
    }
  }

  static class LeavesLocked extends Cell {
    LeavesLocked(Cell other) {
      other.lock.lock();
      super(other.value);
    } // expect: LockLeak "other.lock"
  }

  record Put(Cell cell, int amount) {}

  record Pair<A, B>(A first, B second) {}

  int nested(Object o) {
    return switch (o) {
      case Pair<?, ?>(Put(Cell c, int amount), _) when amount > 0 && c.lock.tryLock() -> {
        try {
          yield c.value + amount;
        } finally {
          c.lock.unlock();
        }
      }
      case Pair<?, ?>(Put(Cell c, _), _) -> c.value; // expect: UnguardedAccess
      default -> 0;
    };
  }

  int leftByTheGuard(Object o) {
    return switch (o) { // expect: LockLeak
      case Put(Cell c, int amount) when c.lock.tryLock() && amount > 0 -> {
        try {
          yield c.value;
        } finally {
          c.lock.unlock();
        }
      }
      default -> 0;
    };
  }

  int chain(List<Object> all) {
    int sum = 0;
    for (Object o : all) {
      if (!(o instanceof Put(Cell c, int amount)) || amount < 0) {
        continue;
      }
      c.lock.lock();
      try {
        sum += c.value;
      } finally {
        c.lock.unlock();
      }
    }
    return sum;
  }

  int loop(Object o, List<Object> more) {
    while (!(o instanceof Cell c)) {
      o = more.removeLast();
    }
    return c.value; // expect: UnguardedAccess
  }

  int chosen(Object o) {
    Cell locked =
        switch (o) {
          case Cell c when c.lock.tryLock() -> c;
          case null, default -> null;
        };
    if (locked == null) {
      return 0;
    }
    try {
      return locked.value;
    } finally {
      locked.lock.unlock();
    }
  }

  int local(Cell cell) {
    record Held(ReentrantLock lock, @GuardedBy("lock") int[] numbers) {
      int sum() {
        lock.lock();
        try {
          return numbers[0];
        } finally {
          lock.unlock();
        }
      }
    }

    try {
      cell.lock.lockInterruptibly();
    } catch (InterruptedException _) {
      return 0;
    }
    try {
      return cell.value + new Held(new ReentrantLock(), new int[1]).sum();
    } finally {
      cell.lock.unlock();
    }
  }
}
