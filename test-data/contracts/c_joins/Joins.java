package c_joins;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Joins keep what both sides hold: the weaker mode, the derived lock, nothing where one side has
 * none.
 */
final class Joins {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("rw")
  private int count;

  @GuardedBy("lock")
  private int other;

  int weakerMode(boolean write, int n) {
    if (write) {
      rw.writeLock().lock();
    } else {
      rw.readLock().lock();
    }
    int copy = count;
    count = n; // expect: UnguardedAccess "rw"
    if (write) {
      rw.writeLock().unlock();
    } else {
      rw.readLock().unlock();
    }
    return copy;
  }

  void oneLockOfTwo(int n) {
    lock.lock();
    if (n == 3) {
      rw.writeLock().lock();
      count = n;
      rw.writeLock().unlock();
    } else {
      count = n; // expect: UnguardedAccess "rw"
    }
    other = n;
    lock.unlock();
  }

  void afterALoop(int turns) {
    lock.lock();
    int i = 0;
    while (i < turns) {
      i++;
      if (i == 7) {
        break;
      }
    }
    other = i;
    lock.unlock();
  }

  int afterATry(String text) {
    int parsed;
    lock.lock();
    try {
      parsed = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      lock.unlock();
      return -1;
    } catch (RuntimeException | Error e) {
      lock.unlock();
      throw e;
    }
    other = parsed;
    lock.unlock();
    return parsed;
  }

  /** What is known of the first is lost only when the loop has been passed as often. */
  void afterManyPasses(int turns) {
    boolean b0 = true;
    boolean b1 = true;
    boolean b2 = true;
    boolean b3 = true;
    boolean b4 = true;
    boolean b5 = true;
    boolean b6 = true;
    boolean b7 = true;
    boolean b8 = true;
    boolean b9 = true;
    boolean b10 = true;
    boolean b11 = true;
    boolean b12 = true;
    boolean b13 = true;
    boolean b14 = true;
    boolean b15 = true;
    boolean b16 = true;
    boolean b17 = true;
    boolean b18 = true;
    boolean b19 = true;
    while (turns-- > 0) {
      b0 = b1;
      b1 = b2;
      b2 = b3;
      b3 = b4;
      b4 = b5;
      b5 = b6;
      b6 = b7;
      b7 = b8;
      b8 = b9;
      b9 = b10;
      b10 = b11;
      b11 = b12;
      b12 = b13;
      b13 = b14;
      b14 = b15;
      b15 = b16;
      b16 = b17;
      b17 = b18;
      b18 = b19;
      b19 = false;
    }
    if (!b0) {
      other = turns; // expect: UnguardedAccess "lock"
    }
  }
}
