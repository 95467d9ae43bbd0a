package c_defines_lock_same_as;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** An object that is itself another name for the lock that it keeps, with both of its modes. */
final class Itself {
  @DefinesLock(name = "this", sameAs = "rw")
  static final class Gate {
    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @Acquires("rw.writeLock()")
    void enter() {
      rw.writeLock().lock();
    }

    @Releases("rw.writeLock()")
    void leave() {
      rw.writeLock().unlock();
    }

    @Acquires("rw.readLock()")
    void look() {
      rw.readLock().lock();
    }

    @Releases("rw.readLock()")
    void away() {
      rw.readLock().unlock();
    }
  }

  private final Gate gate = new Gate();

  @GuardedBy("gate")
  private int count;

  @Requires("gate")
  void step() {
    count++;
  }

  void written() {
    gate.enter();
    step();
    gate.leave();
    step(); // expect: LockNotHeld "gate"
  }

  int read() {
    gate.look();
    int seen = count;
    count = seen + 1; // expect: UnguardedAccess "it is held for reading"
    gate.away();
    return seen;
  }

  int nothing() {
    return count; // expect: UnguardedAccess "gate"
  }

  void monitor() {
    synchronized (gate) {
      count = 3; // expect: UnguardedAccess "gate"
    }
  }
}
