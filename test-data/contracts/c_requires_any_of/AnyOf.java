package c_requires_any_of;

import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** At least one of several: a finding only where none is held. */
abstract class AnyOf {
  final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  final ReentrantLock page = new ReentrantLock();

  @Requires(anyOf = {"table.writeLock()", "page"})
  abstract void touch();

  @Requires(
      value = "table.readLock()",
      anyOf = {"table.writeLock()", "page"})
  abstract void touchAll();

  void first() {
    table.writeLock().lock();
    try {
      touch();
      touchAll();
    } finally {
      table.writeLock().unlock();
    }
  }

  void second() {
    page.lock();
    try {
      touch();
      touchAll(); // expect: LockNotHeld "table"
    } finally {
      page.unlock();
    }
  }

  void none() {
    touch(); // expect: LockNotHeld
  }

  void tooWeak() {
    table.readLock().lock();
    try {
      touch(); // expect: LockNotHeld
    } finally {
      table.readLock().unlock();
    }
  }

  @Requires(anyOf = {"page", "table.writeLock()"})
  void handedOn() {
    touch();
  }

  void afterEitherArm(boolean wide) {
    if (wide) {
      table.writeLock().lock();
    } else {
      page.lock();
    }
    try {
      touch();
    } finally {
      if (wide) {
        table.writeLock().unlock();
      } else {
        page.unlock();
      }
    }
  }
}
