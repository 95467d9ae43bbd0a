package sample.cache;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.RunsInline;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A cache of limited size. Where it is full the oldest entry goes, unless it is pinned; where every
 * entry is pinned, a writer waits.
 */
public final class BoundedCache<K, V> {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Condition roomMade = lock.writeLock().newCondition();
  private final LongAdder hits = new LongAdder();
  private final int capacity;

  @GuardedBy("lock")
  private final Map<K, V> entries = new LinkedHashMap<>();

  @GuardedBy("lock")
  private final Set<K> pins = new HashSet<>();

  @GuardedBy("lock")
  private long evictions;

  @GuardedBy("lock")
  private long loads;

  /** Makes an empty cache. */
  public BoundedCache(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a cache of " + capacity + " entries holds nothing");
    }
    this.capacity = capacity;
  }

  /** Returns the value of a key, or null. */
  public V get(K key) {
    lock.readLock().lock();
    try {
      V value = entries.get(key);
      if (value == null) {
        return null;
      }
      hits.increment();
      return value;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Returns the value of a key. Loads it under the lock where there is none. */
  public V get(K key, Function<? super K, ? extends V> loader) {
    lock.writeLock().lock();
    try {
      if (!hasRoomFor(key)) {
        return loader.apply(key);
      }
      return entries.computeIfAbsent(
          key,
          missing -> {
            loads++;
            return loader.apply(missing);
          });
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Stores a value. Waits while there is no room and every entry is pinned. */
  public void put(K key, V value) throws InterruptedException {
    lock.writeLock().lock();
    try {
      while (!hasRoomFor(key)) {
        roomMade.await();
      }
      entries.put(key, value);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Stores a value unless the cache stays busy or full for so long; returns whether it did. */
  public boolean put(K key, V value, long time, TimeUnit unit) throws InterruptedException {
    boolean locked = lock.writeLock().tryLock(time, unit);
    if (!locked) {
      return false;
    }
    try {
      if (!hasRoomFor(key)) {
        return false;
      }
      entries.put(key, value);
      return true;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Keeps an entry from being evicted; returns whether there is one. */
  public boolean pin(K key) {
    lock.writeLock().lock();
    try {
      if (!entries.containsKey(key)) {
        return false;
      }
      pins.add(key);
      return true;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Lets an entry be evicted again. */
  public void unpin(K key) {
    lock.writeLock().lock();
    try {
      if (pins.remove(key)) {
        roomMade.signalAll();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /**
   * Evicts all but the youngest entries, and hands the rest to a callback before others can write.
   */
  public void shrink(int size, @RunsInline BiConsumer<? super K, ? super V> action) {
    lock.writeLock().lock();
    try {
      while (entries.size() > size && evictOldest()) {
        roomMade.signal();
      }
      lock.readLock().lock();
    } finally {
      lock.writeLock().unlock();
    }
    try {
      entries.forEach(action);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Adds what another cache holds and this one has room for. */
  public void addAll(BoundedCache<? extends K, ? extends V> other) {
    Map<K, V> added = new LinkedHashMap<>();
    other.forEach(added::put);
    lock.writeLock().lock();
    try {
      added.forEach(
          (key, value) -> {
            if (hasRoomFor(key)) {
              entries.put(key, value);
            }
          });
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Hands every entry to a callback, which must not change the cache. */
  public void forEach(@RunsInline BiConsumer<? super K, ? super V> action) {
    lock.readLock().lock();
    try {
      entries.forEach(action);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Reports on another thread how full the cache is now. */
  public void report(Executor executor) {
    String report;
    lock.readLock().lock();
    try {
      report = describe();
    } finally {
      lock.readLock().unlock();
    }
    executor.execute(() -> System.out.println(report));
  }

  @Requires("lock.readLock()")
  String describe() {
    return "%d entries, %d evicted, %d loaded, %d hits"
        .formatted(entries.size(), evictions, loads, hits.sum());
  }

  private boolean hasRoomFor(K key) {
    return entries.containsKey(key) || entries.size() < capacity || evictOldest();
  }

  private boolean evictOldest() {
    for (Iterator<K> keys = entries.keySet().iterator(); keys.hasNext(); ) {
      if (!pins.contains(keys.next())) {
        keys.remove();
        evictions++;
        return true;
      }
    }
    return false;
  }
}
