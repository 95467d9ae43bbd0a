// The contracts that the other files of this folder override.
package j55_overrides;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Base {
  protected final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("table")
  protected int size;

  @Requires("table.writeLock()")
  void update() {
    size++;
  }

  @Requires("table.readLock()")
  int query() {
    return size;
  }

  void open() {}

  @Acquires("table.writeLock()")
  void begin() {
    table.writeLock().lock();
  }

  @Releases("table.writeLock()")
  void end() {
    table.writeLock().unlock();
  }

  @Excludes("table")
  void refresh() {
    begin();
    size = 0;
    end();
  }

  @AcquiresIf(value = "table.writeLock()", result = When.TRUE)
  boolean tryBegin() {
    return table.writeLock().tryLock();
  }
}
