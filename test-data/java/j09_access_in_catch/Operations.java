// What the language itself throws is a RuntimeException; a call may throw an error too.
package j09_access_in_catch;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Operations {
  static class Cell {
    int value;
  }

  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int[] counts = new int[8];

  @GuardedBy("lock")
  private int total;

  void element(int index) {
    lock.lock();
    try {
      counts[index]++;
    } catch (RuntimeException e) {
      lock.unlock();
      throw e;
    }
    lock.unlock();
  }

  int read(int index) {
    lock.lock();
    int result;
    try {
      result = counts[index];
    } catch (IndexOutOfBoundsException | NullPointerException e) {
      lock.unlock();
      return 0;
    } catch (RuntimeException e) {
      lock.unlock();
      throw e;
    }
    lock.unlock();
    return result;
  }

  void field(Cell cell) {
    lock.lock();
    try {
      total += cell.value;
    } catch (RuntimeException e) {
      total = 0;
      lock.unlock();
      return;
    }
    lock.unlock();
  }

  void elementUncaught(int index) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    try {
      counts[index]++;
    } catch (NullPointerException e) {
      lock.unlock();
      throw e;
    }
    lock.unlock();
  }

  void call(Cell cell) {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    try {
      total += cell.hashCode();
    } catch (RuntimeException e) {
      lock.unlock();
      throw e;
    }
    lock.unlock();
  }
}
