package c_inference;

import dev.holdfast.annotations.AcquiredBefore;
import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** A private method that takes a lock for a while waits for ever if its caller is in the way. */
final class Meanwhile {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final StampedLock stamped = new StampedLock();

  @AcquiredBefore("second")
  private final ReentrantLock first = new ReentrantLock();

  private final ReentrantLock second = new ReentrantLock();

  @GuardedBy("rw")
  private int count;

  private void put() {
    rw.writeLock().lock();
    try {
      count++;
    } finally {
      rw.writeLock().unlock();
    }
  }

  private void putThroughAnother() {
    put();
  }

  private int look() {
    rw.readLock().lock();
    try {
      return count;
    } finally {
      rw.readLock().unlock();
    }
  }

  private void addTo(int n) {
    int before = count;
    rw.writeLock().lock();
    try {
      count = before + n;
    } finally {
      rw.writeLock().unlock();
    }
  }

  private void unlessHeld(boolean held) {
    if (!held) {
      rw.writeLock().lock();
    }
    try {
      second.getHoldCount();
    } finally {
      if (!held) {
        rw.writeLock().unlock();
      }
    }
  }

  private void notIfHeld(boolean held) {
    if (held) {
      return;
    }
    rw.writeLock().lock();
    rw.writeLock().unlock();
  }

  private void tries() {
    if (rw.writeLock().tryLock()) {
      rw.writeLock().unlock();
    }
  }

  private void stamp() {
    long stamp = stamped.writeLock();
    stamped.unlockWrite(stamp);
  }

  private void takeFirst() {
    first.lock();
    first.unlock();
  }

  void whileReading() {
    rw.readLock().lock();
    try {
      put(); // expect: DoubleAcquire "put" "rw" "reading"
      look();
      tries();
      unlessHeld(true);
      notIfHeld(true);
    } finally {
      rw.readLock().unlock();
    }
  }

  void whileReadingThroughAnother() {
    rw.readLock().lock();
    try {
      putThroughAnother(); // expect: DoubleAcquire "putThroughAnother" "rw" "reading"
    } finally {
      rw.readLock().unlock();
    }
  }

  void whileReadingWhatIsNeeded(int n) {
    rw.readLock().lock();
    try {
      addTo(n); // expect: DoubleAcquire "addTo" "rw" "reading"
    } finally {
      rw.readLock().unlock();
    }
  }

  void whileReadingOnOnePath(boolean reading) {
    if (reading) {
      rw.readLock().lock();
    }
    put(); // expect: InconsistentLocking "put" "rw"
    if (reading) {
      rw.readLock().unlock();
    }
  }

  void whileWriting(int n) {
    rw.writeLock().lock();
    try {
      put();
      putThroughAnother();
      look();
      addTo(n);
    } finally {
      rw.writeLock().unlock();
    }
  }

  void withNothingHeld(int n) {
    put();
    addTo(n); // expect: LockNotHeld "rw"
    stamp();
    takeFirst();
  }

  void whileStamped() {
    long stamp = stamped.readLock();
    try {
      stamp(); // expect: DoubleAcquire "stamp" "stamped"
    } finally {
      stamped.unlockRead(stamp);
    }
  }

  void againstTheOrder() {
    second.lock();
    try {
      takeFirst(); // expect: LockOrder "takeFirst" "first" "second"
    } finally {
      second.unlock();
    }
  }

  void inTheOrder() {
    first.lock();
    try {
      second.lock();
      try {
        takeFirst();
      } finally {
        second.unlock();
      }
    } finally {
      first.unlock();
    }
  }
}
