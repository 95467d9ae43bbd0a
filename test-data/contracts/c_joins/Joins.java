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
}
