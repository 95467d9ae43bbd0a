// Contracts that users of this folder read from a class file.
package x02_class_files.lib;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import dev.holdfast.annotations.RunsInline;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class Store {
  public final ReentrantLock lock = new ReentrantLock();
  protected final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  public int value;

  @Requires("lock")
  public void update() {
    value++;
  }

  @Acquires("lock")
  public void begin() {
    lock.lock();
  }

  @Releases("lock")
  public void end() {
    lock.unlock();
  }

  @AcquiresIf(value = "lock", result = When.TRUE)
  public boolean tryBegin() {
    return lock.tryLock();
  }

  @Returns("lock")
  public ReentrantLock theLock() {
    return lock;
  }

  @Requires("#1.lock")
  public static void copy(Store from, @Requires("lock") Store to) {
    to.value = from.value;
  }

  @Excludes("lock")
  public void refresh() {
    lock.lock();
    try {
      value = 0;
    } finally {
      lock.unlock();
    }
  }

  public static void inline(@RunsInline Runnable action) {
    action.run();
  }
}
