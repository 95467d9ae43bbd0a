// A case whose pattern is that of an earlier one is reached where the earlier one's guard was false, and not otherwise.
package y19_patterns;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Repeated {
  static final class Cell {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;
  }

  record Held(Cell cell, int times) {}

  record Either(Object first, Object second) {}

  // ---- right

  int unlessTaken(Object o) {
    return switch (o) {
      case Cell c when !c.lock.tryLock() -> -1;
      case Cell c -> {
        try {
          yield c.value;
        } finally {
          c.lock.unlock();
        }
      }
      default -> 0;
    };
  }

  int ofRecord(Object o) {
    return switch (o) {
      case Held(Cell c, var times) when !c.lock.tryLock() -> -times;
      case Held(Cell c, int unused) -> {
        try {
          yield c.value;
        } finally {
          c.lock.unlock();
        }
      }
      default -> 0;
    };
  }

  int theSame(Object o, Cell known) {
    known.lock.lock();
    try {
      return switch (o) {
        case Cell c when c != known -> 0;
        case Cell c -> c.value;
        case null, default -> known.value;
      };
    } finally {
      known.lock.unlock();
    }
  }

  int statement(Object o) {
    switch (o) {
      case Cell c when !c.lock.tryLock():
        return 0;
      case Cell c:
        int result = c.value;
        c.lock.unlock();
        return result;
      default:
        return 1;
    }
  }

  // ---- wrong

  int theOtherOutcome(Object o) {
    return switch (o) {
      case Cell c when !c.lock.tryLock() -> c.value; // expect: UnguardedAccess
      case Cell c -> {
        c.lock.unlock();
        yield 0;
      }
      default -> 0;
    };
  }

  int neverReleased(Object o) {
    return switch (o) { // expect: LockLeak
      case Cell c when !c.lock.tryLock() -> -1;
      case Cell c -> c.value;
      default -> 0;
    };
  }

  int another(Object o, Cell known) {
    known.lock.lock();
    try {
      return switch (o) {
        case Cell c when c == known -> 0;
        case Cell c -> c.value; // expect: UnguardedAccess
        default -> 1;
      };
    } finally {
      known.lock.unlock();
    }
  }

  /** The second case may be reached by what the first one's pattern does not match. */
  int narrower(Object o) {
    return switch (o) {
      case Either(Cell c, Cell d) when !c.lock.tryLock() -> -1;
      case Either(Cell c, var d) -> c.value; // expect: UnguardedAccess
      default -> 0;
    };
  }
}
