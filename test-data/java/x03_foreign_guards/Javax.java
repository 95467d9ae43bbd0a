// The same for javax.annotation.concurrent, with its warnings silenced where
// @SuppressWarnings("GuardedBy") says so.
package x03_foreign_guards;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.annotation.concurrent.GuardedBy;

class Javax {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("table")
  private int size;

  int read() {
    table.readLock().lock();
    try {
      return size;
    } finally {
      table.readLock().unlock();
    }
  }

  void writeUnderRead() {
    table.readLock().lock();
    try {
      size++; // expect: UnguardedAccess "table"
    } finally {
      table.readLock().unlock();
    }
  }

  @SuppressWarnings("GuardedBy")
  int silenced() {
    return size;
  }

  @SuppressWarnings("unchecked")
  int notSilenced() {
    return size; // expect: UnguardedAccess "table"
  }

  @dev.holdfast.annotations.GuardedBy("table")
  private int strict;

  @SuppressWarnings("GuardedBy")
  int silencesOnlyTheForeignOne() {
    return size + strict; // expect: UnguardedAccess "table"
  }
}
