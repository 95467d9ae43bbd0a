package c_lock_scope;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A closeable that owns what its constructor or factory took: close releases it. */
abstract class Scopes {
  final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  int count;

  @LockScope
  static final class WriteScope implements AutoCloseable {
    private final ReentrantReadWriteLock owned;

    @Acquires("rw.writeLock()")
    WriteScope(ReentrantReadWriteLock rw) {
      owned = rw;
      rw.writeLock().lock();
    }

    @Override
    public void close() {
      owned.writeLock().unlock();
    }
  }

  @LockScope
  interface ReadScope extends AutoCloseable {
    @Override
    void close();
  }

  @Acquires("rw.readLock()")
  abstract ReadScope reading();

  @AcquiresIf(value = "rw.readLock()", result = When.NON_NULL)
  abstract ReadScope tryReading();

  void byConstructor() {
    try (WriteScope scope = new WriteScope(rw)) {
      count = 3;
    }
    count = 5; // expect: UnguardedAccess "rw"
  }

  void byFactory() {
    try (ReadScope scope = reading()) {
      int copy = count;
      count = 7; // expect: UnguardedAccess "for reading"
    }
    int copy = count; // expect: UnguardedAccess "rw"
  }

  int byHand() {
    ReadScope scope = reading();
    int copy = count;
    scope.close();
    return copy + count; // expect: UnguardedAccess "rw"
  }

  int byOtherName() {
    ReadScope scope = reading();
    ReadScope same = scope;
    int copy = count;
    same.close();
    return copy;
  }

  void closedTwice() {
    ReadScope scope = reading();
    scope.close();
    scope.close();
  }

  int forgotten() {
    ReadScope scope = reading();
    return count; // expect: LockLeak "rw"
  }

  void conditional() {
    try (ReadScope scope = tryReading()) {
      if (scope != null) {
        int copy = count;
      } else {
        int copy = count; // expect: UnguardedAccess "rw"
      }
    }
  }

  void conditionalUntested() {
    try (ReadScope scope = tryReading()) {
      int copy = count; // expect: UnguardedAccess "rw"
    }
  }

  void inCatchAndFinally(String text) {
    try (WriteScope scope = new WriteScope(rw)) {
      count = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      count = 9; // expect: UnguardedAccess "rw"
    } finally {
      count = 11; // expect: UnguardedAccess "rw"
    }
  }

  void two(Scopes other) {
    try (WriteScope mine = new WriteScope(rw);
        WriteScope theirs = new WriteScope(other.rw)) {
      count = 13;
      other.count = 15;
    }
  }

  @Acquires("rw.readLock()")
  ReadScope handedOn() {
    return reading();
  }
}
