// A test tells that the caller holds the lock already, of which the contract says nothing: that hold is the caller's. It
// is neither what the method took, nor one that it should have given up.
package y74_held_already;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class HeldAlready {
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
  private final ReentrantLock lock = new ReentrantLock();
  private boolean stopped;
  private int entered;

  // ---- right

  @AcquiresIf("gate.readLock()")
  boolean enter() {
    return !gate.writeLock().isHeldByCurrentThread() && gate.readLock().tryLock();
  }

  @AcquiresIf("gate.readLock()")
  boolean enterInTime() throws InterruptedException {
    if (gate.isWriteLockedByCurrentThread()) {
      return false;
    }
    return gate.readLock().tryLock(1, TimeUnit.SECONDS);
  }

  @AcquiresIf("lock")
  boolean enterOnce() {
    return lock.isHeldByCurrentThread() ? false : lock.tryLock();
  }

  @AcquiresIf("this")
  boolean neverEnters() {
    boolean held = Thread.holdsLock(this);
    return held && stopped && false;
  }

  @AcquiresIf("lock")
  boolean enterAnyway() {
    if (lock.isHeldByCurrentThread()) {
      return stopped;
    }
    return lock.tryLock();
  }

  @AcquiresIf("lock")
  boolean enterAgain() {
    if (lock.isHeldByCurrentThread()) {
      entered++;
    }
    return lock.tryLock();
  }

  @Acquires("lock")
  void enterDeeper() {
    if (lock.getHoldCount() > 0) {
      entered++;
    }
    lock.lock();
  }

  // ---- wrong

  @AcquiresIf("gate.readLock()")
  boolean crossed() {
    return !gate.writeLock().isHeldByCurrentThread() || gate.readLock().tryLock(); // expect: BrokenContract "gate"
  }

  @AcquiresIf("lock")
  boolean ownHold() {
    lock.lock();
    return !lock.isHeldByCurrentThread(); // expect: BrokenContract "is held when the result is not TRUE"
  }

  @AcquiresIf("lock")
  boolean lateRefusal() {
    if (lock.isHeldByCurrentThread()) {
      lock.lock();
      return false; // expect: BrokenContract "is held when the result is not TRUE"
    }
    return lock.tryLock();
  }

  @AcquiresIf("lock")
  boolean takenBesides() {
    if (lock.isHeldByCurrentThread()) {
      lock.lock();
    }
    return lock.tryLock(); // expect: BrokenContract
  }

  @Acquires("lock")
  void twice() {
    if (lock.isHeldByCurrentThread()) {
      lock.lock();
    }
    lock.lock();
  } // expect: BrokenContract "more often"
}
