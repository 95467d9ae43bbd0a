package c_releases;

import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.ReleasesIf;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A bare lock is given up in any mode: a body that asks for the mode has to be right in either. */
class EitherMode {
  final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @Releases("rw")
  void end() {
    if (rw.writeLock().isHeldByCurrentThread()) {
      rw.writeLock().unlock();
    } else {
      rw.readLock().unlock();
    }
  }

  @Releases("rw")
  void endByFlag() {
    boolean writing = rw.isWriteLockedByCurrentThread();
    (writing ? rw.writeLock() : rw.readLock()).unlock();
  }

  @Releases("rw")
  void endWriteAsAsserted() {
    assert rw.isWriteLockedByCurrentThread();
    rw.writeLock().unlock();
  }

  @ReleasesIf("rw")
  boolean endIf(boolean last) {
    if (!last) {
      return false;
    }
    end();
    return true;
  }

  void caller(boolean write) {
    if (write) {
      rw.writeLock().lock();
    } else {
      rw.readLock().lock();
    }
    end();
  }

  // ---- wrong: not in the other mode

  @Releases("rw")
  void keepsRead() {
    if (rw.writeLock().isHeldByCurrentThread()) {
      rw.writeLock().unlock();
    }
  } // expect: BrokenContract "still held"

  @Releases("rw")
  void writeTwice() {
    if (rw.isWriteLockedByCurrentThread()) {
      rw.writeLock().unlock();
      return;
    }
    rw.writeLock().unlock(); // expect: ReleaseNotHeld "held for reading"
  }

  @Releases("rw")
  void crossed() {
    if (!rw.writeLock().isHeldByCurrentThread()) {
      rw.writeLock().unlock(); // expect: ReleaseNotHeld "held for reading"
    } else {
      rw.readLock().unlock(); // expect: ReleaseNotHeld "held for writing"
    }
  }

  @ReleasesIf("rw")
  boolean forgets() {
    if (rw.isWriteLockedByCurrentThread()) {
      rw.writeLock().unlock();
      return true;
    }
    return true; // expect: BrokenContract "still held"
  }
}
