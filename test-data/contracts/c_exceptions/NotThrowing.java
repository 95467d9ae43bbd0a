package c_exceptions;

import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Returns;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** What is taken not to throw may stand between lock and unlock without a finally. */
final class NotThrowing {
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();
  private final StampedLock stamped = new StampedLock();
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final int limit = 13;
  private final Condition done = lock.newCondition();
  private int free;

  record Pair(int left, int right) {}

  private final Pair pair = new Pair(3, 5);

  @Returns("other")
  Lock other() {
    return other;
  }

  int limit() {
    return limit;
  }

  private ReentrantLock inferred() {
    return other;
  }

  @Releases("other")
  void releaseOther() {
    other.unlock();
  }

  void lockAndUnlock() {
    lock.lock();
    other.lock();
    other.unlock();
    lock.unlock();
  }

  void untimedTry() {
    lock.lock();
    if (other.tryLock()) {
      other.unlock();
    }
    if (rw.readLock().tryLock()) {
      rw.readLock().unlock();
    }
    lock.unlock();
  }

  void releasingCall() {
    lock.lock();
    other.lock();
    releaseOther();
    lock.unlock();
  }

  void stamps() {
    lock.lock();
    long stamp = stamped.writeLock();
    stamped.unlockWrite(stamp);
    stamp = stamped.tryOptimisticRead();
    if (stamped.validate(stamp)) {
      free = 7;
    }
    lock.unlock();
  }

  void questions() {
    lock.lock();
    if (other.isHeldByCurrentThread() || Thread.holdsLock(this)) {
      free = 9;
    }
    lock.unlock();
  }

  void getters() {
    lock.lock();
    other().lock();
    inferred().unlock();
    free = limit();
    lock.unlock();
  }

  void accessors() {
    lock.lock();
    free = pair.left();
    lock.unlock();
  }

  void localsAndFields(int n) {
    lock.lock();
    int copy = free + n * 3;
    if (copy > 11) {
      free = copy;
    }
    lock.unlock();
  }

  void wiped(byte[] key, Runnable task) {
    lock.lock();
    try {
      task.run();
    } finally {
      Arrays.fill(key, (byte) 0);
      lock.unlock();
    }
  }

  long timed() {
    lock.lock();
    long now = System.nanoTime();
    lock.unlock();
    return now;
  }

  void signals(AtomicInteger changes, AtomicReference<Pair> last) {
    lock.lock();
    try {
      free = Math.max(free - 15, 0);
    } finally {
      changes.incrementAndGet();
      last.compareAndSet(null, pair);
      done.signalAll();
      lock.unlock();
    }
  }

  void notifies() {
    lock.lock();
    synchronized (this) {
      notifyAll();
    }
    lock.unlock();
  }

  int overAnArray(int n) {
    int[] numbers = {n, 3, 5};
    int sum = 0;
    lock.lock();
    for (int each : numbers) {
      sum += each;
    }
    lock.unlock();
    return sum;
  }

  void madeBeforeItIsThrown(int n) {
    lock.lock();
    if (n > limit) {
      IllegalArgumentException tooMany = new IllegalArgumentException("too many");
      lock.unlock();
      throw tooMany;
    }
    free = n;
    lock.unlock();
  }

  /** What the inner handler throws on is what it caught: unchecked. */
  void thrownOnAsItWasCaught(Runnable task) {
    lock.lock();
    try {
      try {
        task.run();
      } catch (Exception e) {
        free++;
        throw e;
      }
      lock.unlock();
    } catch (RuntimeException | Error e) {
      lock.unlock();
      throw e;
    }
  }
}
