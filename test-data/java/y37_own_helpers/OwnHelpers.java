// Helpers that cannot throw need no `finally` around them, private or not, unless another body may
// run in their place.
package y37_own_helpers;

import java.util.concurrent.locks.ReentrantLock;

class OwnHelpers {
  final ReentrantLock lock = new ReentrantLock();
  int[] table = new int[8];
  int size = 8;
  int count;

  static int index(long hash, int size) {
    return (int) (hash & (size - 1));
  }

  final boolean isFull() {
    return count >= size;
  }

  boolean isEmpty() {
    return count == 0;
  }

  static int checked(int index, int[] table) {
    return table[index];
  }

  void ofClass(long hash) {
    lock.lock();
    int index = index(hash, size);
    try {
      table[index]++;
    } finally {
      lock.unlock();
    }
  }

  void ofObject() {
    lock.lock();
    boolean full = isFull();
    try {
      count += full ? 0 : 1;
    } finally {
      lock.unlock();
    }
  }

  void mayBeOverridden() {
    lock.lock(); // expect: LockLeakOnThrow "this.lock"
    boolean empty = isEmpty();
    try {
      count += empty ? 1 : 0;
    } finally {
      lock.unlock();
    }
  }

  void mayThrow(int index) {
    lock.lock(); // expect: LockLeakOnThrow "this.lock"
    int value = checked(index, table);
    try {
      count += value;
    } finally {
      lock.unlock();
    }
  }

  static final class Sealed {
    final ReentrantLock lock = new ReentrantLock();
    int count;

    boolean isEmpty() {
      return count == 0;
    }

    void inFinalClass() {
      lock.lock();
      boolean empty = isEmpty();
      try {
        count += empty ? 1 : 0;
      } finally {
        lock.unlock();
      }
    }
  }

  record Range(ReentrantLock lock, int from, int to) {
    int length() {
      return to - from;
    }

    int inRecord() {
      lock.lock();
      int length = length();
      lock.unlock();
      return length;
    }
  }
}
