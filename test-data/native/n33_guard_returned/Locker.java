package n33;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.Releases;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A guard returned by a method that acquires on return: its caller uses it, all right; the
 * annotation without an acquisition breaks the contract, a finding.
 */
final class Locker {
  final ReentrantLock lock = new ReentrantLock();
  private final Hold hold = new Hold(this);

  @GuardedBy("lock")
  int count;

  @LockScope
  static final class Hold implements AutoCloseable {
    private final Locker owner;

    Hold(Locker owner) {
      this.owner = owner;
    }

    @Releases("owner.lock")
    @Override
    public void close() {
      owner.lock.unlock();
    }
  }

  @Acquires("lock")
  Hold hold() {
    lock.lock();
    return hold;
  }

  @Acquires("lock")
  Hold forgotten() {
    return hold; // expect: BrokenContract "lock"
  }

  @Acquires("lock")
  Hold onOnePath(int n) {
    if (n == 3) {
      return hold; // expect: BrokenContract "lock"
    }
    lock.lock();
    return hold;
  }

  void user() {
    try (Hold held = hold()) {
      count = 3;
    }
    count = 5; // expect: UnguardedAccess "lock"
  }

  void closedByHand() {
    Hold held = hold();
    count = 3;
    held.close();
    count = 5; // expect: UnguardedAccess "lock"
  }

  static void userOfAnother(Locker locker) {
    try (var held = locker.hold()) {
      locker.count = 7;
    }
  }

  static void wrongOne(Locker locker, Locker other) {
    try (var held = locker.hold()) {
      other.count = 7; // expect: UnguardedAccess "other.lock"
    }
  }
}
