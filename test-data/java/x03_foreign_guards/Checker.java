// The lock annotations of the Checker Framework.
package x03_foreign_guards;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.checkerframework.checker.lock.qual.EnsuresLockHeld;
import org.checkerframework.checker.lock.qual.EnsuresLockHeldIf;
import org.checkerframework.checker.lock.qual.GuardedBy;
import org.checkerframework.checker.lock.qual.Holding;
import org.checkerframework.checker.lock.qual.MayReleaseLocks;

abstract class Checker {
  final ReentrantLock mutex = new ReentrantLock();

  private final @GuardedBy("mutex") List<String> names = new ArrayList<>();

  @Holding("mutex")
  void add(String name) {
    names.add(name);
  }

  @EnsuresLockHeld("mutex")
  abstract void enter();

  @EnsuresLockHeldIf(result = true, expression = "mutex")
  abstract boolean tryEnter();

  @MayReleaseLocks
  abstract void mayRelease();

  void unheld(String name) {
    add(name); // expect: LockNotHeld "mutex"
    names.add(name); // expect: UnguardedAccess "mutex"
  }

  void held(String name) {
    mutex.lock();
    try {
      add(name);
      names.add(name);
    } finally {
      mutex.unlock();
    }
  }

  void ensured(String name) {
    enter();
    try {
      names.add(name);
    } finally {
      mutex.unlock();
    }
  }

  void ensuredUnderLock(String name) {
    mutex.lock();
    try {
      enter();
      names.add(name);
    } finally {
      mutex.unlock();
    }
  }

  void ensuredIf(String name) {
    if (tryEnter()) {
      try {
        names.add(name);
      } finally {
        mutex.unlock();
      }
    } else {
      names.add(name); // expect: UnguardedAccess "mutex"
    }
  }

  @Holding("mutex")
  void released(String name) {
    mayRelease();
    names.add(name); // expect: UnguardedAccess "mutex"
    mutex.lock();
  }
}
