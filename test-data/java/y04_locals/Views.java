// Which view a local holds is told apart by outcome, also of a lock that was looked up.
package y04_locals;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Views {
  static final class Frame {
    final ReentrantReadWriteLock latch = new ReentrantReadWriteLock();

    @GuardedBy("latch")
    int value;
  }

  static final class Linked {
    final ReentrantReadWriteLock latch = new ReentrantReadWriteLock();
    volatile Linked next;
  }

  private final ConcurrentHashMap<Long, Frame> frames = new ConcurrentHashMap<>();

  int lookedUp(long page, boolean exclusive) {
    Frame frame = frames.get(page);
    Lock side = exclusive ? frame.latch.writeLock() : frame.latch.readLock();
    side.lock();
    try {
      if (exclusive) {
        frame.value = 1;
      }
      return frame.value;
    } finally {
      side.unlock();
    }
  }

  /** The path to the lock grows with each turn. */
  void along(Linked first, boolean exclusive) {
    Linked at = first;
    while (at != null) {
      Lock side = exclusive ? at.next.latch.writeLock() : at.next.latch.readLock();
      side.lock();
      try {
        at.toString();
      } finally {
        side.unlock();
      }
      at = at.next.next;
    }
  }

  void wrongSide(long page, boolean exclusive) {
    Frame frame = frames.get(page);
    Lock side = exclusive ? frame.latch.writeLock() : frame.latch.readLock();
    side.lock();
    try {
      if (!exclusive) {
        frame.value = 1; // expect: UnguardedAccess "held for reading"
      }
    } finally {
      side.unlock();
    }
  }

  void otherFrame(long page, long other, boolean exclusive) {
    Frame frame = frames.get(page);
    Frame second = frames.get(other);
    Lock side = exclusive ? frame.latch.writeLock() : frame.latch.readLock();
    side.lock();
    try {
      second.value = 1; // expect: UnguardedAccess "second.latch"
    } finally {
      side.unlock();
    }
  }
}
