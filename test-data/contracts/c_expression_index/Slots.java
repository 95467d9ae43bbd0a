package c_expression_index;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** Array elements as locks: a constant or unchanged index names one lock, another index another. */
final class Slots {
  private static final int LAST = 7;

  private final ReentrantLock[] locks = new ReentrantLock[8];
  private final Object[] monitors = new Object[8];

  @GuardedBy("locks[0]")
  private int first;

  @GuardedBy("locks[LAST]")
  private int last;

  @GuardedBy("monitors[2]")
  private int third;

  void constant(int n) {
    locks[0].lock();
    try {
      first = n;
      last = n; // expect: UnguardedAccess "locks["
    } finally {
      locks[0].unlock();
    }
  }

  void namedConstant(int n) {
    ReentrantLock lock = locks[LAST];
    lock.lock();
    try {
      last = n;
      first = n; // expect: UnguardedAccess "locks[0]"
    } finally {
      lock.unlock();
    }
  }

  void monitor(int n) {
    synchronized (monitors[2]) {
      third = n;
    }
    synchronized (monitors[3]) {
      third = n; // expect: UnguardedAccess "monitors[2]"
    }
  }

  @Requires("locks[#1]")
  void put(int slot, int value) {}

  void unchangedIndex(int slot) {
    locks[slot].lock();
    try {
      put(slot, 3);
      put(slot + 1, 5); // expect: LockNotHeld "locks["
    } finally {
      locks[slot].unlock();
    }
  }

  void loopIndex(int n) {
    for (int i = 0; i < n; i++) {
      ReentrantLock lock = locks[i];
      lock.lock();
      try {
        put(i, 7);
      } finally {
        lock.unlock();
      }
    }
  }

  void indexChanged(int slot) {
    ReentrantLock lock = locks[slot];
    lock.lock();
    try {
      slot++;
      put(slot, 9); // expect: LockNotHeld "locks["
    } finally {
      lock.unlock();
    }
  }
}
