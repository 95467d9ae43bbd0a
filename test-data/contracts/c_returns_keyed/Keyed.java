package c_returns_keyed;

import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keyed getters: same key, same lock. The body must choose an element by a pure function of the
 * argument; of a map by get or computeIfAbsent of that very key.
 */
final class Keyed {
  private final ReentrantLock[] stripes = new ReentrantLock[16];
  private final ConcurrentMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private int turn;

  @Returns("stripes[#1]")
  Lock byIndex(int key) {
    return stripes[key % 16];
  }

  @Returns("stripes[#1]")
  Lock byHash(Object key) {
    int hash = key.hashCode();
    return stripes[(hash ^ (hash >>> 16)) & 15];
  }

  @Returns("locks[#1]")
  Lock byComputing(String key) {
    return locks.computeIfAbsent(key, k -> new ReentrantLock());
  }

  @Returns("locks[#1]")
  Lock byGetting(String key) {
    return locks.get(key);
  }

  @Returns("stripes[#1]")
  Lock roundRobin(int key) {
    return stripes[turn++ & 15]; // expect: BrokenContract "stripes"
  }

  @Returns("stripes[#1]")
  Lock ofAnother(int key) {
    return new ReentrantLock(); // expect: BrokenContract "stripes"
  }

  @Returns("locks[#1]")
  Lock otherKey(String key) {
    return locks.get("all"); // expect: BrokenContract "locks"
  }

  @Requires("stripes[#1]")
  void put(int key) {}

  @Requires("locks[#1]")
  void store(String key) {}

  void use(int key, int other) {
    Lock lock = byIndex(key);
    lock.lock();
    try {
      put(key);
      put(other); // expect: LockNotHeld "stripes["
    } finally {
      lock.unlock();
    }
  }

  void useByName(String key, String other) {
    Lock lock = byComputing(key);
    lock.lock();
    try {
      store(key);
      store(other); // expect: LockNotHeld "locks["
    } finally {
      lock.unlock();
    }
  }
}
