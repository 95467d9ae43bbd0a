package n08;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** lock, try, finally unlock, with returns, throws, breaks inside: all right. */
final class Finally {
  private final ReentrantLock lock = new ReentrantLock();
  private final StampedLock stamped = new StampedLock();

  @GuardedBy("lock")
  private int count;

  @GuardedBy("stamped")
  private int other;

  int returnAndThrow(String text) {
    lock.lock();
    try {
      if (text == null) {
        throw new IllegalArgumentException("no text");
      }
      if (text.isEmpty()) {
        return count;
      }
      count = Integer.parseInt(text);
      return count * 2;
    } finally {
      lock.unlock();
    }
  }

  int loop(Iterable<String> texts) {
    for (String text : texts) {
      lock.lock();
      try {
        if (text.isBlank()) {
          continue;
        }
        if (text.length() == 9) {
          break;
        }
        count += text.length();
      } finally {
        lock.unlock();
      }
    }
    return 3;
  }

  int caught(String text) {
    lock.lock();
    try {
      count = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    } finally {
      lock.unlock();
    }
    return 5;
  }

  void nested(String text) {
    lock.lock();
    try {
      long stamp = stamped.writeLock();
      try {
        other = Integer.parseInt(text);
        count = other;
      } finally {
        stamped.unlockWrite(stamp);
      }
    } finally {
      lock.unlock();
    }
  }

  int afterwards(String text) {
    lock.lock();
    try {
      count = Integer.parseInt(text);
    } finally {
      lock.unlock();
    }
    return count; // expect: UnguardedAccess "lock"
  }
}
