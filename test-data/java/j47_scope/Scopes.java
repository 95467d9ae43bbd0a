// try-with-resources over a lock scope: guarded in the body, no longer in catch and finally of the
// same try.
package j47_scope;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Scopes {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  void body() {
    try (Hold hold = new Hold(mutex)) {
      count++;
    }
    count--; // expect: UnguardedAccess "mutex"
  }

  void catchIsOutside(Runnable task) {
    try (Hold hold = new Hold(mutex)) {
      task.run();
      count++;
    } catch (RuntimeException e) {
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  void finallyIsOutside(Runnable task) {
    try (Hold hold = new Hold(mutex)) {
      task.run();
      count++;
    } finally {
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  void innerCatchIsInside(Runnable task) {
    try (Hold hold = new Hold(mutex)) {
      try {
        task.run();
      } catch (RuntimeException e) {
        count--;
      } finally {
        count++;
      }
    }
  }

  int returns() {
    try (Hold hold = new Hold(mutex)) {
      return count;
    }
  }

  void view() {
    try (Hold hold = new Hold(table.readLock())) {
      System.out.println(size);
      size++; // expect: UnguardedAccess "table"
    }
    try (Hold hold = new Hold(table.writeLock())) {
      size++;
    }
  }

  void declaredBefore() {
    Hold hold = new Hold(mutex);
    try (hold) {
      count++;
    }
    count--; // expect: UnguardedAccess "mutex"
  }

  void closedByHand() {
    Hold hold = new Hold(mutex);
    try {
      count++;
    } finally {
      hold.close();
    }
    count--; // expect: UnguardedAccess "mutex"
  }

  void neverClosed() {
    Hold hold = new Hold(mutex);
    count++;
  } // expect: LockLeak "mutex"

  void otherLock(Scopes other) {
    try (Hold hold = new Hold(other.mutex)) {
      other.count++;
      count++; // expect: UnguardedAccess "mutex"
    }
  }

  @Acquires("mutex")
  Hold open() {
    return new Hold(mutex);
  }

  void factory() {
    try (Hold hold = open()) {
      count++;
    }
    count--; // expect: UnguardedAccess "mutex"
  }

  void breakOut(int[] steps) {
    for (int step : steps) {
      try (Hold hold = open()) {
        if (step == 0) {
          break;
        }
        count += step;
      }
    }
    count--; // expect: UnguardedAccess "mutex"
  }
}
