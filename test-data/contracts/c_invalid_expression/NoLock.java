package c_invalid_expression;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.Downgrades;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Expressions that name no lock, or no lock with that mode. */
class NoLock {
  final ReentrantLock lock = new ReentrantLock();
  final ReadWriteLock rw = new ReentrantReadWriteLock();
  final int number = 3;

  @GuardedBy("number") // expect: InvalidContract "number"
  int first;

  @GuardedBy({}) // expect: InvalidContract
  int second;

  @Requires("number") // expect: InvalidContract "number"
  void primitive() {}

  @Requires("lock.readLock()") // expect: InvalidContract "lock.readLock()"
  void noSuchMode() {}

  @Requires("true") // expect: InvalidContract "true"
  void literal() {}

  @Requires("1") // expect: InvalidContract "1"
  void numberLiteral() {}

  @Requires("lock.lock()") // expect: InvalidContract "lock.lock()"
  void noResultOfACall() {}

  @Requires("rw.readLock().writeLock()") // expect: InvalidContract
  void viewOfAView() {}

  @Requires("this[0]") // expect: InvalidContract
  void noArray() {}

  @Downgrades("lock") // expect: InvalidContract "lock"
  void noModes() {}

  @Requires("return.lock") // expect: InvalidContract "return"
  NoLock resultInARequirement() {
    return this;
  }

  @Acquires("return.lock") // expect: InvalidContract "return"
  void noResult() {}

  @GuardedBy("rw.readLock()")
  int validView;
}
