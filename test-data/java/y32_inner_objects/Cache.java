// Objects of a private inner class that only their own outer object can come by: its locks are theirs.
package y32_inner_objects;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

class Cache {
  private final ReentrantLock writeLock = new ReentrantLock();
  private final Map<String, Leaf> leaves = new HashMap<>();

  @GuardedBy("writeLock")
  private long used;

  private class Leaf {
    @GuardedBy("writeLock")
    private int size;

    @Requires("writeLock")
    void put(int amount) {
      size += amount;
      used += amount;
    }
  }

  private static class Report {
    int of(Cache cache) {
      return cache.count();
    }
  }

  int count() {
    return leaves.size();
  }

  void put(String key, int amount) {
    writeLock.lock();
    try {
      Leaf leaf = leaves.get(key);
      if (leaf == null) {
        leaf = new Leaf();
        leaves.put(key, leaf);
      }
      leaf.put(amount);
    } finally {
      writeLock.unlock();
    }
  }

  void putAll(int amount) {
    writeLock.lock();
    try {
      for (Leaf each : leaves.values()) {
        each.put(amount);
        each.size++;
      }
      leaves.values().forEach(each -> each.put(amount));
    } finally {
      writeLock.unlock();
    }
  }

  void direct(String key) {
    writeLock.lock();
    try {
      leaves.get(key).put(1);
      leaves.get(key).size--;
    } finally {
      writeLock.unlock();
    }
  }

  void unlocked(String key) {
    leaves.get(key).put(1); // expect: LockNotHeld "writeLock"
  }

  int unlockedRead(String key) {
    return leaves.get(key).size; // expect: UnguardedAccess "writeLock"
  }

  void afterwards(Leaf leaf) {
    writeLock.lock();
    try {
      leaf.put(1);
    } finally {
      writeLock.unlock();
    }
    leaf.put(1); // expect: LockNotHeld "writeLock"
  }
}
