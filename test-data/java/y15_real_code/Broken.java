// Realistic mistakes in code of the same kind.
package y15_real_code;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

class Broken<K, V> {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final ReentrantLock queueLock = new ReentrantLock();
  private final Condition notEmpty = queueLock.newCondition();

  @GuardedBy("lock")
  private final Map<K, V> entries = new HashMap<>();

  @GuardedBy("lock")
  private long hits;

  @GuardedBy("queueLock")
  private final Deque<V> queue = new ArrayDeque<>();

  V getOrLoad(K key, Function<K, V> loader) {
    lock.readLock().lock();
    try {
      hits++; // expect: UnguardedAccess "lock"
      return entries.computeIfAbsent(key, loader); // expect: UnguardedAccess "lock"
    } finally {
      lock.readLock().unlock();
    }
  }

  V takeFirst() throws InterruptedException {
    queueLock.lock(); // expect: LockLeakOnThrow "queueLock"
    if (queue.isEmpty()) {
      notEmpty.await();
    }
    V first = queue.pollFirst();
    queueLock.unlock();
    return first;
  }

  void offer(V value) {
    queueLock.lock();
    try {
      queue.addLast(value);
    } finally {
      queueLock.unlock();
    }
    notEmpty.signal(); // expect: LockNotHeld "queueLock"
  }

  Iterator<V> snapshot() {
    lock.readLock().lock();
    try {
      return new ArrayList<>(entries.values()).iterator();
    } finally {
      lock.writeLock().unlock(); // expect: ReleaseNotHeld "lock"
    }
  }

  int size() {
    return entries.size() + queue.size(); // expect: UnguardedAccess, UnguardedAccess
  }

  void clear() {
    if (lock.writeLock().tryLock()) {
      hits = 0;
    }
    lock.writeLock().unlock(); // expect: ReleaseNotHeld "lock"
  }

  void drainTo(Collection<? super V> sink) {
    queueLock.lock();
    try {
      if (queue.isEmpty()) {
        queueLock.unlock();
        return;
      }
      sink.addAll(queue);
      queue.clear();
    } finally {
      queueLock.unlock(); // expect: ReleaseNotHeld "queueLock"
    }
  }

  void transfer(K key) {
    lock.readLock().lock();
    try {
      V value = entries.get(key);
      lock.writeLock().lock(); // expect: DoubleAcquire "lock"
      try {
        entries.remove(key);
        queue.add(value); // expect: UnguardedAccess "queueLock"
      } finally {
        lock.writeLock().unlock();
      }
    } finally {
      lock.readLock().unlock();
    }
  }
}
