// A method that its callers give a scope may close it, where its contract says that the lock goes.
package y9f_scopes_of_callers;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Given {
  @LockScope
  static final class Hold implements AutoCloseable {
    final Lock l;

    @Acquires("l")
    Hold(Lock l) {
      this.l = l;
      l.lock();
    }

    @Override
    public void close() {
      l.unlock();
    }

    @Releases("l")
    void end() {
      close();
    }
  }

  @LockScope
  static final class Reading implements AutoCloseable {
    final ReentrantReadWriteLock rw;

    @Acquires("rw.readLock()")
    Reading(ReentrantReadWriteLock rw) {
      this.rw = rw;
      rw.readLock().lock();
    }

    @Override
    public void close() {
      rw.readLock().unlock();
    }
  }

  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int n;

  // ---- right

  @Releases("h.l")
  void finish(Hold h) {
    h.close();
  }

  @Releases("h.l")
  void finishWith(Hold h) {
    try (h) {
      System.out.println();
    }
  }

  @Releases("h.l")
  void finishDirectly(Hold h) {
    h.l.unlock();
  }

  void finishOnParameter(@Requires("l") Hold h) {
    System.out.println(h);
  }

  @Releases("h.l")
  void finishSomehow(Hold h, boolean far) {
    if (far) {
      h.close();
    } else {
      h.l.unlock();
    }
  }

  @Releases("r.rw")
  void finishReading(Reading r) {
    r.close();
  }

  void starts() {
    Hold h = new Hold(lock);
    finish(h);
  }

  // ---- wrong

  @Releases("h.l")
  void never(Hold h) {
    System.out.println(); // expect: LockLeakOnThrow
  } // expect: BrokenContract

  @Releases("h.l")
  void other(Hold h, Hold o) {
    o.close();
  } // expect: BrokenContract

  @Releases("h.l")
  void sometimes(Hold h, boolean far) {
    if (far) {
      h.close();
    }
  } // expect: BrokenContract

  @Requires("h.l")
  void tooMuch(Hold h) {
    h.close();
  } // expect: BrokenContract

  @Releases("h.l")
  void twice(Hold h) {
    h.close();
    h.l.unlock(); // expect: ReleaseNotHeld
  }

  void goesOn() {
    Hold h = new Hold(lock);
    n++;
    finish(h);
    n++; // expect: UnguardedAccess
  }
}
