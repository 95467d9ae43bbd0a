// A release of the wrong lock, or in the wrong mode, is one mistake on its own path. What leaks on
// another path, or besides, is another one.
package y28_wrong_release;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

class WrongRelease {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;
  }

  private final ReentrantLock first = new ReentrantLock();
  private final ReentrantLock second = new ReentrantLock();
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();
  private final StampedLock index = new StampedLock();

  @GuardedBy("first")
  private int count;

  void ofAnotherObject(Node a, Node b) {
    a.lock.lock();
    try {
      a.value++;
    } finally {
      b.lock.unlock(); // expect: ReleaseNotHeld "'a.lock' is held, not 'b.lock'"
    }
  }

  void ofAnotherField() {
    first.lock();
    count++;
    second.unlock(); // expect: ReleaseNotHeld "'this.first' is held"
  }

  void goesOnAsItWas(Node a, Node b) {
    a.lock.lock();
    b.lock.unlock(); // expect: ReleaseNotHeld "'a.lock' is held"
    a.value = 3;
    a.lock.unlock();
    a.value = 5; // expect: UnguardedAccess "a.lock"
  }

  void takenAgainAndKept(Node a, Node b) {
    a.lock.lock();
    b.lock.unlock(); // expect: ReleaseNotHeld "'a.lock' is held"
    a.lock.unlock();
    a.lock.lock();
  } // expect: LockLeak "a.lock"

  void leaksOnAnotherPath(Node a, Node b, boolean done) {
    a.lock.lock();
    if (done) {
      b.lock.unlock(); // expect: ReleaseNotHeld "'a.lock' is held"
      return;
    }
    a.value = 7;
  } // expect: LockLeak "a.lock"

  void leaksBesides(Node a, Node b) {
    first.lock(); // expect: LockLeakOnThrow "this.first"
    a.lock.lock();
    b.lock.unlock(); // expect: ReleaseNotHeld "'a.lock' is held"
  } // expect: LockLeak "this.first"

  void oneOfSeveral(Node a, Node b, Node c) {
    a.lock.lock(); // expect: LockLeakOnThrow "a.lock"
    b.lock.lock();
    c.lock.unlock(); // expect: ReleaseNotHeld "c.lock"
  } // expect: LockLeak "a.lock", LockLeak "b.lock"

  void twice(Node a, Node b) {
    a.lock.lock(); // expect: LockLeakOnThrow "a.lock"
    b.lock.lock();
    b.lock.unlock();
    b.lock.unlock(); // expect: ReleaseNotHeld "was released"
  } // expect: LockLeak "a.lock"

  abstract static class Unnamed {
    abstract ReentrantLock lock();

    void resultOfAnotherCall() {
      lock().lock();
      lock().unlock();
    }
  }

  void monitorOfTheLock() {
    synchronized (first) {
      count = 3; // expect: UnguardedAccess "held: the monitor of 'this.first'"
    }
  }

  void ofAnotherKind(Node a) {
    table.writeLock().lock();
    a.lock.unlock(); // expect: ReleaseNotHeld "not held"
  } // expect: LockLeak "this.table"

  @Releases("#1.lock")
  void promised(Node a, Node b) {
    b.lock.unlock(); // expect: ReleaseNotHeld "'a.lock' is held"
  }

  void modeOnOnePath(boolean done) {
    table.readLock().lock();
    if (done) {
      table.writeLock().unlock(); // expect: ReleaseNotHeld "for reading"
      return;
    }
    return; // expect: LockLeak "this.table"
  }

  void stampOnOnePath(boolean done) {
    long stamp = index.writeLock();
    if (done) {
      stamp = index.tryOptimisticRead();
      index.unlockWrite(stamp); // expect: ReleaseNotHeld "stamp"
      return;
    }
    return; // expect: LockLeak "this.index"
  }
}
