package dev.holdfast.region;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * A fair read/write lock that is not reentrant in any mode, knows its holders, and can be
 * downgraded.
 *
 * <ul>
 *   <li>First come, first served: a waiting writer keeps new readers out, tries included.
 *   <li>A thread that holds the lock in any mode and waits for it again would wait for itself; it
 *       gets an {@link IllegalMonitorStateException} instead. A try just fails.
 *   <li>Released only by who holds it, in the mode held; anything else is an {@link
 *       IllegalMonitorStateException}, and changes nothing.
 * </ul>
 *
 * <p>Not final, so that tests can plant defects.
 */
class SpaceLock {
  private final Sync sync = new Sync();
  private final Set<Thread> readers = ConcurrentHashMap.newKeySet();
  private final String name;
  private volatile Thread writer;

  /** A free lock; the name is what it is called in messages. */
  SpaceLock(String name) {
    this.name = name;
  }

  void lockRead() {
    checkNotHeld();
    sync.acquireShared(1);
    readers.add(Thread.currentThread());
  }

  void lockReadInterruptibly() throws InterruptedException {
    checkNotHeld();
    sync.acquireSharedInterruptibly(1);
    readers.add(Thread.currentThread());
  }

  boolean tryLockRead() {
    if (isHeld() || sync.tryAcquireShared(1) < 0) {
      return false;
    }
    readers.add(Thread.currentThread());
    return true;
  }

  void unlockRead() {
    checkReader();
    readers.remove(Thread.currentThread());
    sync.releaseShared(1);
  }

  void lockWrite() {
    checkNotHeld();
    sync.acquire(1);
    writer = Thread.currentThread();
  }

  void lockWriteInterruptibly() throws InterruptedException {
    checkNotHeld();
    sync.acquireInterruptibly(1);
    writer = Thread.currentThread();
  }

  boolean tryLockWrite() {
    if (!sync.tryAcquire(1)) {
      return false;
    }
    writer = Thread.currentThread();
    return true;
  }

  void unlockWrite() {
    checkWriter("released for writing");
    writer = null;
    sync.release(1);
  }

  /** Turns the write hold into a read hold in one step: no other writer comes in between. */
  void downgrade() {
    checkWriter("downgraded");
    readers.add(Thread.currentThread());
    writer = null;
    sync.releaseShared(Sync.DOWNGRADE);
  }

  /** Whether this thread holds the lock for reading. Exact. */
  boolean isReader() {
    return readers.contains(Thread.currentThread());
  }

  /** Whether this thread holds the lock for writing. Exact. */
  boolean isWriter() {
    return writer == Thread.currentThread();
  }

  /** Whether this thread holds the lock in any mode. Exact. */
  boolean isHeld() {
    return isWriter() || isReader();
  }

  /** Who holds the lock for writing, or null; out of date at once, unless it is this thread. */
  Thread writer() {
    return writer;
  }

  /** Who holds the lock for reading, out of date at once. */
  Set<Thread> readers() {
    return Set.copyOf(readers);
  }

  /** Whether a thread waits for the lock. */
  boolean hasWaiters() {
    return sync.hasQueuedThreads();
  }

  private void checkNotHeld() {
    if (isWriter()) {
      throw misuse("taken", "holds it for writing already, and would wait for itself");
    }
    if (isReader()) {
      throw misuse("taken", "holds it for reading already, and would wait behind a waiting writer");
    }
  }

  void checkReader() {
    if (!isReader()) {
      throw misuse(
          "released for reading",
          isWriter() ? "holds it for writing, not for reading" : "does not hold it");
    }
  }

  void checkWriter(String what) {
    if (!isWriter()) {
      throw misuse(what, isReader() ? "holds it for reading, not for writing" : "does not hold it");
    }
  }

  private IllegalMonitorStateException misuse(String what, String why) {
    return new IllegalMonitorStateException(
        "the mmap lock of %s cannot be %s by thread `%s`, which %s; %s"
            .formatted(name, what, Thread.currentThread().getName(), why, holders()));
  }

  /** Who holds the lock, in words. */
  String holders() {
    Thread owner = writer;
    if (owner != null) {
      return "held for writing by thread `" + owner.getName() + "`";
    }
    String names = readers.stream().map(t -> "`" + t.getName() + "`").sorted().toList().toString();
    return names.equals("[]")
        ? "nobody holds it"
        : "held for reading by " + names.substring(1, names.length() - 1);
  }

  /** State: -1 with a writer, else the number of readers. */
  private static final class Sync extends AbstractQueuedSynchronizer {
    static final int DOWNGRADE = -1;
    private static final int WRITTEN = -1;
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean tryAcquire(int ignored) {
      return getState() == 0 && !hasQueuedPredecessors() && compareAndSetState(0, WRITTEN);
    }

    @Override
    protected boolean tryRelease(int ignored) {
      setState(0);
      return true;
    }

    @Override
    protected int tryAcquireShared(int ignored) {
      int state = getState();
      while (state >= 0 && !hasQueuedPredecessors()) {
        if (compareAndSetState(state, state + 1)) {
          return 1;
        }
        state = getState();
      }
      return -1;
    }

    @Override
    protected boolean tryReleaseShared(int arg) {
      if (arg == DOWNGRADE) {
        setState(1);
        return true;
      }
      int state = getState();
      while (!compareAndSetState(state, state - 1)) {
        state = getState();
      }
      return state == 1;
    }
  }
}
