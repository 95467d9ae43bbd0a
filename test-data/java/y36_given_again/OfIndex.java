// The same for a number that a call gives: it may pick the lock.
package y36_given_again;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;

abstract class OfIndex {
  final Lock[] stripes = new ReentrantLock[16];
  List<ReadWriteLock> tables;
  int count;

  abstract int stripe(long key);

  static int mask(Object key, int size) {
    return key.hashCode() & (size - 1);
  }

  void sameKey(long key) {
    stripes[stripe(key)].lock();
    try {
      count++;
    } finally {
      stripes[stripe(key)].unlock();
    }
  }

  void ofAnother(OfIndex target, long key) {
    target.stripes[stripe(key)].lock();
    try {
      target.count++;
    } finally {
      target.stripes[stripe(key)].unlock();
    }
  }

  void keptIndex(long key) {
    int at = stripe(key);
    stripes[at].lock();
    try {
      count++;
    } finally {
      stripes[stripe(key)].unlock();
    }
  }

  void inList(Object key) {
    tables.get(mask(key, 16)).readLock().lock(); // expect: UnstableLock "'tables'"
    try {
      count++;
    } finally {
      tables.get(mask(key, 16)).readLock().unlock();
    }
  }

  void inLoop(long[] keys, boolean twice) {
    for (long key : keys) {
      if (twice) {
        stripes[stripe(key) & 7].lock();
        stripes[stripe(key) & 7].unlock();
        continue;
      }
      stripes[stripe(key)].lock();
      stripes[stripe(key)].unlock();
    }
  }

  void otherKey(long key, long other) {
    stripes[stripe(key)].lock();
    try {
      count++;
    } finally {
      stripes[stripe(other)].unlock(); // expect: ReleaseNotHeld "'this.stripes[stripe(key)]' is held"
    }
  }

  void otherKeySince(long key) {
    stripes[stripe(key)].lock();
    key++;
    stripes[stripe(key)].unlock(); // expect: ReleaseNotHeld "another"
  }

  void otherSize(Object key) {
    stripes[mask(key, 16)].lock();
    stripes[mask(key, 8)].unlock(); // expect: ReleaseNotHeld "'this.stripes[mask(key, 16)]' is held"
  }

  void otherArray(OfIndex target, long key) {
    target.stripes[stripe(key)].lock();
    stripes[stripe(key)].unlock(); // expect: ReleaseNotHeld "'target.stripes[stripe(key)]' is held"
  }

  void onOnePath(long key, boolean done) {
    stripes[stripe(key)].lock();
    if (done) {
      return; // expect: LockLeak "this.stripes[stripe(key)]"
    }
    stripes[stripe(key)].unlock();
  }
}
