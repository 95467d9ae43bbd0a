// Locks that an undeclared call gives: the same call on the same object is taken to give the same
// lock again, another call or another object is not.
package y36_given_again;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

abstract class GivenAgain {
  final ReentrantLock own = new ReentrantLock();
  GivenAgain next;
  int count;

  abstract ReentrantLock lock();

  abstract ReadWriteLock table();

  abstract StampedLock index();

  abstract Object mutex();

  abstract ReentrantLock keyed(int key);

  abstract GivenAgain owner();

  void released() {
    lock().lock();
    try {
      count++;
    } finally {
      lock().unlock();
    }
  }

  void neverReleased(GivenAgain other) {
    other.lock().lock();
    count++;
  } // expect: LockLeak "other.lock()"

  void releasedTwice() {
    lock().lock();
    lock().unlock();
    lock().unlock(); // expect: ReleaseNotHeld "not held"
  }

  void onOnePath(GivenAgain other, boolean done) {
    other.lock().lock();
    if (done) {
      other.lock().unlock();
    }
  } // expect: LockLeak "other.lock()"

  void underOneCondition(GivenAgain other, boolean locked) {
    if (locked) {
      other.lock().lock();
    }
    try {
      count++;
    } finally {
      if (locked) {
        other.lock().unlock();
      }
    }
  }

  void tried(GivenAgain other) {
    if (other.lock().tryLock()) {
      try {
        count++;
      } finally {
        other.lock().unlock();
      }
    }
  }

  void throughLocal(GivenAgain other) {
    ReentrantLock lock = other.lock();
    lock.lock();
    try {
      count++;
    } finally {
      other.lock().unlock();
    }
  }

  void throughFieldsAndCalls() {
    next.next.owner().lock().lock();
    try {
      count++;
    } finally {
      next.next.owner().lock().unlock();
    }
  }

  void ofAnotherObject(GivenAgain other) {
    other.lock().lock();
    next.lock().unlock(); // expect: ReleaseNotHeld "'other.lock()' is held"
  }

  void ofAnotherObjectSince(GivenAgain other) {
    other.lock().lock();
    other = next;
    other.lock().unlock(); // expect: ReleaseNotHeld "another 'other.lock()' is held"
  }

  void ofAnotherObjectAtTimes(GivenAgain other, boolean on) {
    other.lock().lock();
    if (on) {
      other = next;
    }
    other.lock().unlock(); // expect: ReleaseNotHeld "is held on some of the paths that lead here; if it is the same"
  }

  void ofEither(GivenAgain other, boolean on) {
    GivenAgain it = on ? next : other;
    it.lock().lock();
    try {
      count++;
    } finally {
      it.lock().unlock();
    }
  }

  void ofTheOtherByChoice(GivenAgain other, GivenAgain more, boolean on) {
    other.lock().lock();
    GivenAgain it = on ? more : other;
    it.lock().unlock(); // expect: ReleaseNotHeld "'other.lock()' is held, not 'it.lock()' on some"
  }

  void ownOfAnother(GivenAgain other, GivenAgain more, boolean on) {
    other.own.lock();
    if (on) {
      other = more;
    }
    other.own.unlock(); // expect: ReleaseNotHeld "another 'other.own' is held on some of the paths"
  }

  void chosenBefore(GivenAgain other, boolean on) {
    if (on) {
      other = next;
    }
    other.lock().lock();
    other.lock().unlock();
  }

  void sameKey(int key) {
    keyed(key).lock();
    keyed(key).unlock();
  }

  void otherKey() {
    keyed(1).lock();
    keyed(2).unlock(); // expect: ReleaseNotHeld "'keyed(1)' is held"
  }

  void otherKeySince(int key) {
    keyed(key).lock();
    key++;
    keyed(key).unlock(); // expect: ReleaseNotHeld "another 'keyed(key)' is held"
  }

  void ofEachElement(List<GivenAgain> all) {
    for (GivenAgain each : all) {
      each.lock().lock();
      try {
        count++;
      } finally {
        each.lock().unlock();
      }
    }
  }

  void ofPolled(java.util.Queue<ReentrantLock> queue) {
    queue.poll().lock();
    queue.poll().unlock(); // expect: ReleaseNotHeld "another"
  }

  void reader(GivenAgain other) {
    other.table().readLock().lock();
    try {
      count++;
    } finally {
      other.table().readLock().unlock();
    }
  }

  void readerAsWriter(GivenAgain other) {
    other.table().readLock().lock();
    other.table().writeLock().unlock(); // expect: ReleaseNotHeld "for reading"
  }

  void stamped() {
    long stamp = index().writeLock();
    try {
      count++;
    } finally {
      index().unlockWrite(stamp);
    }
  }

  /** They may be two. */
  void takenTwice() {
    long first = index().writeLock(); // expect: LockLeakOnThrow "index()"
    long second = index().writeLock();
    try {
      count++;
    } finally {
      index().unlockWrite(second);
      index().unlockWrite(first);
    }
  }

  void waits(GivenAgain other) throws InterruptedException {
    synchronized (other.mutex()) {
      other.mutex().wait();
      other.mutex().notifyAll();
    }
  }

  void waitsOutside(GivenAgain other) throws InterruptedException {
    synchronized (other.mutex()) {
      count++;
    }
    other.mutex().wait(); // expect: LockNotHeld "other.mutex()"
  }

  void notifiesAnother(GivenAgain other) {
    synchronized (other.mutex()) {
      next.mutex().notifyAll(); // expect: LockNotHeld "'other.mutex()' is held"
    }
  }
}
