// Scopes in variables, in loops, nested, conditional, closed by hand.
package y16_scopes;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class Uses {
  private final StampedLock seal = new StampedLock();
  private final ReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("seal")
  private long total;

  @GuardedBy("table")
  private int size;

  void stamped() {
    try (WriteHold hold = new WriteHold(seal)) {
      total++;
    }
    total--; // expect: UnguardedAccess "seal"
  }

  void inferredType() {
    try (var hold = new WriteHold(seal)) {
      total++;
    }
  }

  void readOnly() {
    try (ReadHold hold = new ReadHold(table)) {
      System.out.println(size);
      size++; // expect: UnguardedAccess "table"
    }
  }

  void twoScopes() {
    try (ReadHold read = new ReadHold(table);
        WriteHold write = new WriteHold(seal)) {
      total += size;
    }
    System.out.println(size); // expect: UnguardedAccess "table"
  }

  void twiceNotReentrant() {
    try (WriteHold first = new WriteHold(seal)) {
      total++;
      try (WriteHold second = new WriteHold(seal)) { // expect: DoubleAcquire "seal"
        total++;
      }
    }
  }

  void inLoop(long[] amounts) {
    for (long amount : amounts) {
      try (WriteHold hold = new WriteHold(seal)) {
        if (amount == 0) {
          continue;
        }
        total += amount;
      }
      total--; // expect: UnguardedAccess "seal"
    }
  }

  void byHand(Runnable task) {
    WriteHold hold = new WriteHold(seal);
    try {
      task.run();
      total++;
    } finally {
      hold.close();
    }
    total--; // expect: UnguardedAccess "seal"
  }

  void byHandWithoutFinally(Runnable task) {
    WriteHold hold = new WriteHold(seal); // expect: LockLeakOnThrow "seal"
    task.run();
    total++;
    hold.close();
  }

  void conditional(boolean needed) {
    WriteHold hold = needed ? new WriteHold(seal) : null;
    try {
      if (hold != null) {
        total++;
      } else {
        total--; // expect: UnguardedAccess "seal"
      }
    } finally {
      if (hold != null) {
        hold.close();
      }
    }
  }

  void conditionalResource(boolean needed) {
    try (WriteHold hold = needed ? new WriteHold(seal) : null) {
      if (needed) {
        total++;
      }
    }
  }

  void closedTwice() {
    try (WriteHold hold = new WriteHold(seal)) {
      total++;
      hold.close();
    }
  }

  void returnsFromBody(boolean early) {
    try (WriteHold hold = new WriteHold(seal)) {
      if (early) {
        return;
      }
      total++;
    }
  }

  void alias() {
    WriteHold hold = new WriteHold(seal);
    WriteHold same = hold;
    total++;
    same.close();
    total--; // expect: UnguardedAccess "seal"
  }

  @Acquires("seal")
  WriteHold hold() {
    return new WriteHold(seal);
  }

  @Acquires("seal")
  WriteHold holdNothing() {
    return null; // expect: BrokenContract "seal"
  }

  void throughFactory(Uses other) {
    try (WriteHold hold = other.hold()) {
      other.total++;
      total++; // expect: UnguardedAccess "seal"
    }
  }

  void droppedFactory() {
    hold();
    total++;
  } // expect: LockLeak "seal"
}
