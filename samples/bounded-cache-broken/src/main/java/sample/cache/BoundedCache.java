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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The cache of {@code ../bounded-cache} with eight mistakes. A comment stands on the line where the
 * finding is expected.
 */
public final class BoundedCache<K, V> {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Condition roomMade = lock.writeLock().newCondition();
  private final int capacity;

  @GuardedBy("lock")
  private final Map<K, V> entries = new LinkedHashMap<>();

  @GuardedBy("lock")
  private final Set<K> pins = new HashSet<>();

  @GuardedBy("lock")
  private long evictions;

  @GuardedBy("lock")
  private long hits;

  @GuardedBy("lock")
  private boolean closed;

  /** Makes an empty cache. */
  public BoundedCache(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a cache of " + capacity + " entries holds nothing");
    }
    this.capacity = capacity;
  }

  /**
   * Returns the value of a key, or null. Counts under the read lock, as many threads may at once.
   */
  public V get(K key) {
    lock.readLock().lock();
    try {
      V value = entries.get(key);
      if (value == null) {
        return null;
      }
      hits++; // expect: UnguardedAccess
      return value;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Returns the value of a key. Asks for the write lock while it still has the read lock. */
  public V get(K key, Function<? super K, ? extends V> loader) {
    lock.readLock().lock();
    try {
      V value = entries.get(key);
      if (value != null) {
        return value;
      }
      lock.writeLock().lock(); // expect: DoubleAcquire
      try {
        return entries.computeIfAbsent(key, loader);
      } finally {
        lock.writeLock().unlock();
      }
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Stores a loaded value. A loader that throws leaves the cache locked for ever. */
  public void load(K key, Function<? super K, ? extends V> loader) {
    lock.writeLock().lock(); // expect: LockLeakOnThrow
    V value = loader.apply(key);
    if (hasRoomFor(key)) {
      entries.put(key, value);
    }
    lock.writeLock().unlock();
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

  /** Stores a value unless the cache stays busy. Releases the lock even where it never had it. */
  public boolean put(K key, V value, long time, TimeUnit unit) throws InterruptedException {
    boolean stored = false;
    try {
      if (lock.writeLock().tryLock(time, unit) && hasRoomFor(key)) {
        entries.put(key, value);
        stored = true;
      }
    } finally {
      lock.writeLock().unlock(); // expect: ReleaseNotHeld
    }
    return stored;
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

  /** Lets an entry be evicted again. Signals when the lock is gone. */
  public void unpin(K key) {
    boolean removed;
    lock.writeLock().lock();
    try {
      removed = pins.remove(key);
    } finally {
      lock.writeLock().unlock();
    }
    if (removed) {
      roomMade.signalAll(); // expect: LockNotHeld
    }
  }

  /** Empties the cache for good. The second call never unlocks. */
  public void close() {
    lock.writeLock().lock();
    if (closed) {
      return; // expect: LockLeak
    }
    try {
      closed = true;
      entries.clear();
      pins.clear();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Adds what another cache holds, under the lock of this one alone. */
  public void addAll(BoundedCache<? extends K, ? extends V> other) {
    lock.writeLock().lock();
    try {
      entries.putAll(other.entries); // expect: UnguardedAccess
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

  /** Reports how full the cache is, on a thread that has no lock. */
  public void report(Executor executor) {
    lock.readLock().lock();
    try {
      executor.execute(() -> System.out.println(describe())); // expect: LockNotHeld
    } finally {
      lock.readLock().unlock();
    }
  }

  @Requires("lock.readLock()")
  String describe() {
    return "%d entries, %d evicted, %d hits".formatted(entries.size(), evictions, hits);
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
