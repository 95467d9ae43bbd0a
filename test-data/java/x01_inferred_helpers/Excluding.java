// What a private helper calls must not be called with a lock held: nor must the helper.
package x01_inferred_helpers;

import dev.holdfast.annotations.Excludes;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Excluding {
  private final ReentrantLock queue = new ReentrantLock();
  private final ReentrantReadWriteLock index = new ReentrantReadWriteLock();
  private boolean closing;

  @Excludes("queue")
  void awaitFlush() {}

  @Excludes("index.writeLock()")
  void refresh() {}

  private void drain() {
    awaitFlush();
  }

  private void drainAll() {
    drain();
  }

  private void drainIfClosing() {
    if (closing) {
      awaitFlush();
    }
  }

  private void drainUnlocked() {
    queue.unlock();
    awaitFlush();
    queue.lock();
  }

  private void reload() {
    refresh();
  }

  private static void drain(Excluding other) {
    other.awaitFlush();
  }

  void close() {
    queue.lock();
    try {
      closing = true;
      drain(); // expect: LockExcluded "'this.queue'", "it must not be held here"
    } finally {
      queue.unlock();
    }
  }

  void closeThroughTwo() {
    queue.lock();
    try {
      drainAll(); // expect: LockExcluded "'this.queue'"
    } finally {
      queue.unlock();
    }
  }

  void closeThis(Excluding other) {
    queue.lock();
    try {
      drain(other);
      drain(this); // expect: LockExcluded "'this.queue'"
    } finally {
      queue.unlock();
    }
  }

  void closeLater() {
    drain();
    drainAll();
    drainIfClosing();
  }

  void maybe() {
    queue.lock();
    try {
      drainIfClosing();
      drainUnlocked();
    } finally {
      queue.unlock();
    }
  }

  void reading() {
    index.readLock().lock();
    try {
      reload();
    } finally {
      index.readLock().unlock();
    }
  }

  void writing() {
    index.writeLock().lock();
    try {
      reload(); // expect: LockExcluded "'this.index'"
    } finally {
      index.writeLock().unlock();
    }
  }
}
