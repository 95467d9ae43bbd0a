// A lock that is not reentrant taken again on the same path, or through a callee.
package j37_self_deadlock;

import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.StampedLock;

class SelfDeadlock {
  private final StampedLock seal = new StampedLock();

  @GuardedBy("seal")
  private long total;

  void twice() {
    long first = seal.writeLock();
    long second = seal.writeLock(); // expect: DoubleAcquire "seal"
    total++;
    seal.unlockWrite(second);
    seal.unlockWrite(first);
  }

  void writeUnderRead() {
    long read = seal.readLock();
    long write = seal.writeLock(); // expect: DoubleAcquire "seal"
    total++;
    seal.unlockWrite(write);
    seal.unlockRead(read);
  }

  void readUnderWrite() {
    long write = seal.writeLock();
    long read = seal.readLock(); // expect: DoubleAcquire "seal"
    seal.unlockRead(read);
    seal.unlockWrite(write);
  }

  @Excludes("seal")
  void add(long amount) {
    long stamp = seal.writeLock();
    try {
      total += amount;
    } finally {
      seal.unlockWrite(stamp);
    }
  }

  void throughCallee() {
    long stamp = seal.writeLock();
    try {
      total++;
      add(1); // expect: LockExcluded "seal"
    } finally {
      seal.unlockWrite(stamp);
    }
  }

  void maybe(boolean lock) {
    long stamp = 0L;
    if (lock) {
      stamp = seal.readLock();
    }
    try {
      add(1); // expect: LockExcluded "seal"
    } finally {
      if (lock) {
        seal.unlockRead(stamp);
      }
    }
  }

  void oneAfterTheOther() {
    long stamp = seal.writeLock();
    total++;
    seal.unlockWrite(stamp);
    stamp = seal.writeLock();
    total++;
    seal.unlockWrite(stamp);
    add(1);
  }

  void otherObject(SelfDeadlock other) {
    long stamp = seal.writeLock();
    try {
      other.add(total);
    } finally {
      seal.unlockWrite(stamp);
    }
  }

  @Requires("seal.readLock()")
  void byContract() {
    long stamp = seal.writeLock(); // expect: DoubleAcquire "seal"
    total++;
    seal.unlockWrite(stamp);
  }
}
