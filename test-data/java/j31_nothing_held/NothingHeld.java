// A field guarded by a read-write lock touched with nothing held.
package j31_nothing_held;

import dev.holdfast.annotations.GuardedBy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class NothingHeld {
  private final ReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("table")
  private int size;

  @GuardedBy(read = "table.readLock()", write = "table.writeLock()")
  private String name = "";

  @GuardedBy("table")
  private final Map<String, Integer> index = new HashMap<>();

  int read() {
    return size; // expect: UnguardedAccess "table"
  }

  void write(int value) {
    size = value; // expect: UnguardedAccess "table"
  }

  String name() {
    return name; // expect: UnguardedAccess "table"
  }

  void rename(String value) {
    name = value; // expect: UnguardedAccess "table"
  }

  Integer lookUp(String key) {
    return index.get(key); // expect: UnguardedAccess "table"
  }

  void store(String key) {
    index.put(key, 1); // expect: UnguardedAccess "table"
  }

  int qualified(NothingHeld other) {
    return other.size; // expect: UnguardedAccess "other.table"
  }

  void monitorIsNotTheLock() {
    synchronized (table) {
      size = 1; // expect: UnguardedAccess "table"
    }
  }

  synchronized void ownMonitorIsNotTheLock() {
    size = 1; // expect: UnguardedAccess "table"
  }

  void held(String key) {
    table.writeLock().lock();
    try {
      size++;
      index.put(key, size);
      name = key;
    } finally {
      table.writeLock().unlock();
    }
  }
}
