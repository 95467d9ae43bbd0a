// A lock of two modes that a method's effects speak of: what is left in the other mode breaks the
// contract too, once an exit.
package x12_leaks_under_contract;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.Downgrades;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.ReleasesIf;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class OtherMode {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @Acquires("table")
  void readsBesides() {
    table.writeLock().lock();
    table.readLock().lock();
  } // expect: BrokenContract "is held for reading besides"

  @Acquires("table.readLock()")
  void writesBesides() {
    table.writeLock().lock();
    table.readLock().lock();
  } // expect: BrokenContract "is held more often than that"

  @Acquires({"table.writeLock()", "table.readLock()"})
  void bothAsPromised() {
    table.writeLock().lock();
    table.readLock().lock();
  }

  @Acquires("table.readLock()")
  void readAfterAll() {
    table.writeLock().lock();
    table.readLock().lock();
    table.writeLock().unlock();
  }

  @AcquiresIf(value = "table", result = When.TRUE)
  boolean readsWhereItFails() {
    table.readLock().lock();
    return false; // expect: BrokenContract "is held for reading besides"
  }

  @AcquiresIf(value = "table", result = When.TRUE)
  boolean readsMeanwhile() {
    table.readLock().lock();
    table.readLock().unlock();
    return table.writeLock().tryLock();
  }

  @Releases("table.writeLock()")
  void readsOn() {
    table.readLock().lock();
    table.writeLock().unlock();
  } // expect: BrokenContract "is held for reading besides"

  @ReleasesIf(value = "table.writeLock()", result = When.TRUE)
  boolean readsWhereItIsKept() {
    table.readLock().lock();
    return false; // expect: BrokenContract "is held for reading besides"
  }

  @Downgrades("table")
  void writesStill() {
    table.readLock().lock();
  } // expect: BrokenContract "is still held for writing"

  @Downgrades("table")
  void readsTwice() {
    table.readLock().lock();
    table.readLock().lock();
    table.writeLock().unlock();
  } // expect: BrokenContract "is held more often than that"
}
