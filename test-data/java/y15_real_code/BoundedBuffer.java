// A bounded buffer with two conditions, as text books have it: no finding.
package y15_real_code;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

class BoundedBuffer<E> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();

  @GuardedBy("lock")
  private final Object[] items;

  @GuardedBy("lock")
  private int putIndex;

  @GuardedBy("lock")
  private int takeIndex;

  @GuardedBy("lock")
  private int count;

  BoundedBuffer(int capacity) {
    items = new Object[capacity];
  }

  void put(E item) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (count == items.length) {
        notFull.await();
      }
      enqueue(item);
    } finally {
      lock.unlock();
    }
  }

  E take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (count == 0) {
        notEmpty.await();
      }
      return dequeue();
    } finally {
      lock.unlock();
    }
  }

  boolean offer(E item, long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      while (count == items.length) {
        if (nanos <= 0L) {
          return false;
        }
        nanos = notFull.awaitNanos(nanos);
      }
      enqueue(item);
      return true;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    final ReentrantLock lock = this.lock;
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  private void enqueue(E item) {
    items[putIndex] = item;
    if (++putIndex == items.length) {
      putIndex = 0;
    }
    count++;
    notEmpty.signal();
  }

  @SuppressWarnings("unchecked")
  private E dequeue() {
    final Object[] items = this.items;
    E item = (E) items[takeIndex];
    items[takeIndex] = null;
    if (++takeIndex == items.length) {
      takeIndex = 0;
    }
    count--;
    notFull.signal();
    return item;
  }
}
