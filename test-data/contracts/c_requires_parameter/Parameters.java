package c_requires_parameter;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A requirement on a parameter is about that argument. */
abstract class Parameters {
  static final class Shard {
    final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    int size;

    synchronized void self(Parameters owner) {
      owner.monitor(this);
    }
  }

  abstract void read(@Requires("lock.readLock()") Shard shard);

  abstract void move(@Requires("lock") Shard from, @Requires("lock") Shard to);

  abstract void monitor(@Requires("this") Shard shard);

  int body(@Requires("lock.readLock()") Shard shard) {
    int copy = shard.size;
    shard.size = 3; // expect: UnguardedAccess "shard.lock"
    return copy;
  }

  void reads(Shard a, Shard b) {
    a.lock.readLock().lock();
    try {
      read(a);
      read(b); // expect: LockNotHeld "b.lock"
    } finally {
      a.lock.readLock().unlock();
    }
  }

  void moves(Shard a, @Requires("lock") Shard b) {
    move(b, b);
    move(a, b); // expect: LockNotHeld "a.lock"
    move(b, a); // expect: LockNotHeld "a.lock"
  }

  void monitors(Shard a, Shard b) {
    synchronized (a) {
      monitor(a);
      monitor(b); // expect: LockNotHeld "b"
    }
  }

  void reassigned(@Requires("lock") Shard shard, Shard other) {
    shard.size = 5;
    shard = other;
    shard.size = 7; // expect: UnguardedAccess "lock"
  }
}
