// A cache under a read-write lock with a second look-up under the write lock: no finding.
package y15_real_code;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

class LruCache<K, V> {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Lock reads = lock.readLock();
  private final Lock writes = lock.writeLock();
  private final Function<? super K, ? extends V> loader;

  @GuardedBy("lock")
  private final Map<K, V> entries = new LinkedHashMap<>();

  @GuardedBy("lock")
  private long hits;

  LruCache(Function<? super K, ? extends V> loader) {
    this.loader = loader;
  }

  V get(K key) {
    reads.lock();
    try {
      V value = entries.get(key);
      if (value != null) {
        return value;
      }
    } finally {
      reads.unlock();
    }
    V loaded = loader.apply(key);
    writes.lock();
    try {
      V raced = entries.putIfAbsent(key, loaded);
      hits++;
      return raced == null ? loaded : raced;
    } finally {
      writes.unlock();
    }
  }

  int prune(Predicate<V> stale) {
    writes.lock();
    try {
      int before = entries.size();
      entries.values().removeIf(stale);
      entries.entrySet().removeIf(entry -> hits > 10);
      return before - entries.size();
    } finally {
      writes.unlock();
    }
  }

  List<K> keys() {
    reads.lock();
    try {
      return new ArrayList<>(entries.keySet());
    } finally {
      reads.unlock();
    }
  }

  void forEach(BiConsumer<? super K, ? super V> action) {
    reads.lock();
    try {
      entries.forEach(action);
    } finally {
      reads.unlock();
    }
  }
}
