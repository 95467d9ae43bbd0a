// What a callback captures in a loop stays what it was in that turn: a lock by which array and
// index,
// and which index that is.
package y9h_captured_in_loops;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Segments {
  static final class Part {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  private final ReentrantReadWriteLock[] locks;
  private final ReentrantLock[] plain = new ReentrantLock[16];
  private final Part[] parts = new Part[16];

  Segments(ScheduledExecutorService executor) {
    locks = new ReentrantReadWriteLock[16];
    for (int i = 0; i < locks.length; i++) {
      locks[i] = new ReentrantReadWriteLock();
    }
    for (int i = 0; i < locks.length; i++) {
      final int segment = i;
      final Lock lock = locks[segment].writeLock();
      executor.execute(
          new Runnable() {
            @Override
            public void run() {
              lock.lock();
              try {
                purge(segment);
              } finally {
                lock.unlock();
              }
            }
          });
    }
  }

  @Requires("locks[segment].writeLock()")
  void purge(int segment) {}

  @Requires("plain[segment]")
  void clean(int segment) {}

  // ---- right

  void view(ScheduledExecutorService executor) {
    for (int i = 0; i < locks.length; i++) {
      int segment = i;
      Lock lock = locks[segment].writeLock();
      executor.execute(
          () -> {
            lock.lock();
            try {
              purge(segment);
            } finally {
              lock.unlock();
            }
          });
    }
  }

  void element(ScheduledExecutorService executor) {
    for (int i = 0; i < plain.length; i++) {
      int segment = i;
      Lock lock = plain[i];
      executor.execute(
          () -> {
            lock.lock();
            try {
              clean(segment);
            } finally {
              lock.unlock();
            }
          });
    }
  }

  void counted(ScheduledExecutorService executor) {
    int next = 0;
    while (next < plain.length) {
      int segment = next++;
      Lock lock = plain[segment];
      executor.execute(
          () -> {
            lock.lock();
            try {
              clean(segment);
            } finally {
              lock.unlock();
            }
          });
    }
  }

  void inner(ScheduledExecutorService executor, int times) {
    for (int k = 0; k < times; k++) {
      for (int i = 0; i < plain.length; i++) {
        int segment = i;
        Lock lock = plain[segment];
        executor.execute(
            () -> {
              lock.lock();
              try {
                clean(segment);
              } finally {
                lock.unlock();
              }
            });
      }
    }
  }

  void object(ScheduledExecutorService executor) {
    for (int i = 0; i < parts.length; i++) {
      Part part = parts[i];
      Lock lock = part.lock;
      executor.execute(
          () -> {
            lock.lock();
            try {
              part.size++;
            } finally {
              lock.unlock();
            }
          });
    }
  }

  List<Runnable> kept() {
    List<Runnable> result = new ArrayList<>();
    for (int i = 0; i < plain.length; i++) {
      int segment = i;
      Lock lock = plain[segment];
      result.add(
          () -> {
            lock.lock();
            try {
              clean(segment);
            } finally {
              lock.unlock();
            }
          });
    }
    return result;
  }

  // ---- wrong

  void another(ScheduledExecutorService executor) {
    for (int i = 0; i < plain.length; i++) {
      int segment = i;
      int other = plain.length - i;
      Lock lock = plain[segment];
      executor.execute(
          () -> {
            lock.lock();
            try {
              clean(other); // expect: LockNotHeld
            } finally {
              lock.unlock();
            }
          });
    }
  }

  void first(ScheduledExecutorService executor) {
    Lock lock = plain[0];
    for (int i = 0; i < plain.length; i++) {
      int segment = i;
      executor.execute(
          () -> {
            lock.lock();
            try {
              clean(segment); // expect: LockNotHeld
            } finally {
              lock.unlock();
            }
          });
    }
  }

  void otherMode(ScheduledExecutorService executor) {
    for (int i = 0; i < locks.length; i++) {
      int segment = i;
      Lock lock = locks[segment].readLock();
      executor.execute(
          () -> {
            lock.lock();
            try {
              purge(segment); // expect: LockNotHeld
            } finally {
              lock.unlock();
            }
          });
    }
  }

  void previous(ScheduledExecutorService executor) {
    Part before = parts[0];
    for (int i = 0; i < parts.length; i++) {
      Part part = parts[i];
      Part last = before;
      executor.execute(
          () -> {
            last.lock.lock();
            try {
              part.size++; // expect: UnguardedAccess
            } finally {
              last.lock.unlock();
            }
          });
      before = part;
    }
  }

  void held(ScheduledExecutorService executor) {
    for (int i = 0; i < plain.length; i++) {
      int segment = i;
      Lock lock = plain[segment];
      lock.lock();
      try {
        executor.execute(() -> clean(segment)); // expect: LockNotHeld
      } finally {
        lock.unlock();
      }
    }
  }
}
