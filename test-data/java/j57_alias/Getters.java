// A getter of a final field, and one with @Returns, name the same object as the field.
package j57_alias;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Getters {
  private final ReentrantLock mutex = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("table")
  private int size;

  ReentrantLock mutex() {
    return mutex;
  }

  ReadWriteLock table() {
    return table;
  }

  @Returns("mutex")
  Lock computed(boolean loud) {
    if (loud) {
      System.out.println("asked");
    }
    return mutex;
  }

  @Returns("mutex")
  Lock wrong() {
    return table.writeLock(); // expect: BrokenContract "mutex"
  }

  Lock view() {
    return table.writeLock();
  }

  void inferred() {
    mutex().lock();
    try {
      count++;
    } finally {
      mutex.unlock();
    }
  }

  void annotated(boolean loud) {
    computed(loud).lock();
    count++;
    mutex().unlock();
  }

  void views() {
    table().writeLock().lock();
    try {
      size++;
    } finally {
      table.writeLock().unlock();
    }
  }

  static void otherObject(Getters a, Getters b) {
    a.mutex().lock();
    try {
      a.count++;
      b.count++; // expect: UnguardedAccess "b.mutex"
    } finally {
      a.mutex().unlock();
    }
  }
}
