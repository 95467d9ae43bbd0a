// A lock kept for a key: the same key gives the same lock, another key another one.
package j59_records_enums_keys;

import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class KeyedLocks {
  private final ConcurrentMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final ReentrantLock[] stripes = {new ReentrantLock(), new ReentrantLock()};

  @Returns("locks[#1]")
  ReentrantLock lockFor(String key) {
    return locks.computeIfAbsent(key, k -> new ReentrantLock());
  }

  @Returns("stripes[#1]")
  ReentrantLock stripe(int key) {
    return stripes[key & 1];
  }

  @Returns("stripes[#1]")
  ReentrantLock always(int key) {
    return stripes[0];
  }

  @Requires("locks[#1]")
  void update(String key) {
    System.out.println(key);
  }

  @Requires("stripes[#1]")
  void touch(int key) {
    System.out.println(key);
  }

  void sameKey(String key) {
    lockFor(key).lock();
    try {
      update(key);
    } finally {
      lockFor(key).unlock();
    }
  }

  void otherKey(String key, String other) {
    lockFor(key).lock();
    try {
      update(other); // expect: LockNotHeld
    } finally {
      lockFor(key).unlock();
    }
  }

  void reassignedKey(String key) {
    ReentrantLock lock = lockFor(key);
    lock.lock();
    try {
      update(key);
      key = "other";
      update(key); // expect: LockNotHeld
    } finally {
      lock.unlock();
    }
  }

  void get(String key) {
    Lock lock = locks.get(key);
    lock.lock();
    try {
      update(key);
    } finally {
      lock.unlock();
    }
  }

  void getOther(String key, String other) {
    Lock lock = locks.get(other);
    lock.lock();
    try {
      update(key); // expect: LockNotHeld
    } finally {
      lock.unlock();
    }
  }

  void striped(int key) {
    stripe(key).lock();
    try {
      touch(key);
      touch(key + 1); // expect: LockNotHeld
    } finally {
      stripe(key).unlock();
    }
  }

  void element(int index) {
    stripes[index].lock();
    try {
      System.out.println(index);
    } finally {
      stripes[index].unlock();
    }
  }

  void otherElement(int index) {
    stripes[index].lock();
    try {
      System.out.println(index);
      stripes[index + 1].unlock(); // expect: ReleaseNotHeld
    } finally {
      stripes[index].unlock();
    }
  }
}
