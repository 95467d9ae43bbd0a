package c_expression_forms;

import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A keyed lock: the same key names the same lock, another key another. */
final class Stripes {
  private final ReentrantLock[] stripes = {new ReentrantLock(), new ReentrantLock()};

  @Returns("stripes[#1]")
  Lock stripe(int key) {
    return stripes[key & 1];
  }

  @Requires("stripes[#1]")
  void put(int key, int value) {}

  void sameKey(int key) {
    Lock lock = stripe(key);
    lock.lock();
    try {
      put(key, 3);
    } finally {
      lock.unlock();
    }
  }

  void obtainedTwice(int key) {
    stripe(key).lock();
    try {
      put(key, 5);
    } finally {
      stripe(key).unlock();
    }
  }

  void otherKey(int key, int other) {
    stripe(key).lock();
    try {
      put(other, 7); // expect: LockNotHeld "stripes["
    } finally {
      stripe(key).unlock();
    }
  }

  void keyChanged(int key) {
    Lock lock = stripe(key);
    lock.lock();
    try {
      key = key + 1;
      put(key, 9); // expect: LockNotHeld "stripes["
    } finally {
      lock.unlock();
    }
  }

  @Requires("stripes[#1]")
  void byContract(int key, int other) {
    put(key, 11);
    put(other, 13); // expect: LockNotHeld "stripes["
  }
}
