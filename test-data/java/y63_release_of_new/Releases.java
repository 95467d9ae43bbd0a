package y63_release_of_new;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Nobody else can reach a new object, so that it needs no locks; to release one it has to be held. */
final class Releases {
  static final class Box {
    final ReentrantLock lock = new ReentrantLock();
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    int size;

    @dev.holdfast.annotations.Releases("lock")
    void give() {
      lock.unlock();
    }
  }

  static final ReentrantLock SHARED = new ReentrantLock();

  static {
    SHARED.lock();
    SHARED.unlock();
    SHARED.unlock(); // expect: ReleaseNotHeld "SHARED"
  }

  void field() {
    Box box = new Box();
    box.size = 2;
    box.lock.unlock(); // expect: ReleaseNotHeld "box.lock"
  }

  void byContract() {
    Box box = new Box();
    box.give(); // expect: ReleaseNotHeld "box.lock"
  }

  void view() {
    Box box = new Box();
    box.rw.readLock().lock();
    box.rw.writeLock().unlock(); // expect: ReleaseNotHeld "for reading"
  }

  void twice() {
    Box box = new Box();
    box.lock.lock();
    box.size = 3;
    box.give();
    box.size = 5;
    box.give(); // expect: ReleaseNotHeld "was released in line"
  }

  void inFinally() {
    Box box = new Box();
    try {
      box.size = 7;
    } finally {
      box.lock.unlock(); // expect: ReleaseNotHeld "box.lock"
    }
  }

  void onOnePath(boolean b) {
    ReentrantLock lock = new ReentrantLock();
    if (b) {
      lock.lock();
    }
    lock.unlock(); // expect: ReleaseNotHeld "some of the paths"
  }

  void right(boolean b) {
    Box box = new Box();
    box.size = 9;
    box.lock.lock();
    try {
      box.size++;
    } finally {
      box.give();
    }
    if (b) {
      box.rw.writeLock().lock();
      box.rw.writeLock().unlock();
    }
  }

  Box handedOut() {
    Box box = new Box();
    if (box.lock.tryLock()) {
      box.size = 11;
      box.lock.unlock();
    }
    return box;
  }
}
