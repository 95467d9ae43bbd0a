// A write of a field, or a call that writes, under the read lock only.
package j28_write_under_read;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class WriteUnderRead {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final StampedLock seal = new StampedLock();

  @GuardedBy("table")
  private int size;

  @GuardedBy("table")
  private final List<String> names = new ArrayList<>();

  @GuardedBy("table")
  private final int[] slots = new int[8];

  @GuardedBy("seal")
  private long total;

  void increment() {
    table.readLock().lock();
    try {
      size++; // expect: UnguardedAccess "table"
    } finally {
      table.readLock().unlock();
    }
  }

  void assign(int value) {
    table.readLock().lock();
    try {
      size = value; // expect: UnguardedAccess "table"
    } finally {
      table.readLock().unlock();
    }
  }

  void mutatingCall(String name) {
    table.readLock().lock();
    try {
      if (!names.contains(name)) {
        names.add(name); // expect: UnguardedAccess "table"
      }
    } finally {
      table.readLock().unlock();
    }
  }

  void elementStore(int index) {
    table.readLock().lock();
    try {
      int old = slots[index];
      slots[index] = old + 1; // expect: UnguardedAccess "table"
    } finally {
      table.readLock().unlock();
    }
  }

  void elementIncrement(int index) {
    table.readLock().lock();
    try {
      slots[index]++; // expect: UnguardedAccess "table"
    } finally {
      table.readLock().unlock();
    }
  }

  void readStamp() {
    long stamp = seal.readLock();
    total = 1; // expect: UnguardedAccess "seal"
    seal.unlockRead(stamp);
  }

  @Requires("table.writeLock()")
  void grow() {
    size++;
  }

  void callsWriter() {
    table.readLock().lock();
    try {
      grow(); // expect: LockNotHeld "table"
    } finally {
      table.readLock().unlock();
    }
  }

  @Requires("table.readLock()")
  void contractIsTooWeak() {
    size++; // expect: UnguardedAccess "table"
  }

  void right(String name, int index) {
    table.writeLock().lock();
    try {
      size++;
      names.add(name);
      slots[index]++;
      grow();
    } finally {
      table.writeLock().unlock();
    }
  }
}
