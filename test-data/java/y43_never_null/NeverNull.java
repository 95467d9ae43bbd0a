// What a field is made with is an object; a test of it for null is no condition.
package y43_never_null;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class NeverNull {
  static final ReentrantLock SHARED = new ReentrantLock();
  final ReentrantLock lock = new ReentrantLock();
  private ReentrantLock notFinal = new ReentrantLock();
  final ReentrantLock inConstructors;
  final ReentrantLock chosen = Boolean.getBoolean("fair") ? new ReentrantLock(true) : new ReentrantLock();
  final ReentrantReadWriteLock views = new ReentrantReadWriteLock();
  final ReentrantLock given;
  final ReentrantLock inOne;
  final ReentrantLock orNone = Boolean.getBoolean("none") ? null : new ReentrantLock();
  private ReentrantLock late;
  ReentrantLock open = new ReentrantLock();

  NeverNull(boolean fair, ReentrantLock given) {
    this.inConstructors = new ReentrantLock(fair);
    this.given = given;
    this.inOne = new ReentrantLock(fair);
  }

  NeverNull(ReentrantLock given) {
    this.inConstructors = new ReentrantLock();
    this.given = given;
    this.inOne = given;
    this.late = new ReentrantLock();
  }

  void field() {
    if (lock != null) {
      lock.lock();
    }
    lock.unlock();
  }

  void staticField() {
    if (SHARED != null) SHARED.lock();
    SHARED.unlock();
  }

  void privateField() {
    if (notFinal != null) notFinal.lock();
    notFinal.unlock();
  }

  void fromConstructors() {
    if (null != inConstructors) inConstructors.lock();
    inConstructors.unlock();
  }

  void fromChoice() {
    if (chosen != null) chosen.lock();
    chosen.unlock();
  }

  void view() {
    Lock read = views.readLock();
    if (read != null) read.lock();
    views.readLock().unlock();
  }

  void local() {
    ReentrantLock own = new ReentrantLock();
    if (own != null) own.lock();
    own.unlock();
  }

  void copy() {
    ReentrantLock copy = lock;
    if (copy != null) copy.lock();
    lock.unlock();
  }

  void otherWayRound() {
    if (lock == null) {
      lock.lock();
      return;
    }
    lock.lock();
    lock.unlock();
  }

  void ofAnother(NeverNull other) {
    if (other.lock != null) other.lock.lock();
    other.lock.unlock();
  }

  void givenFromOutside() {
    if (given != null) given.lock();
    given.unlock(); // expect: ReleaseNotHeld
  }

  void madeInOneConstructor() {
    if (inOne != null) inOne.lock();
    inOne.unlock(); // expect: ReleaseNotHeld
  }

  void madeOrNot() {
    if (orNone != null) orNone.lock();
    orNone.unlock(); // expect: ReleaseNotHeld
  }

  void madeByOneConstructor() {
    if (late != null) late.lock();
    late.unlock(); // expect: ReleaseNotHeld
  }

  void mayBeReplaced() {
    if (open != null) open.lock(); // expect: UnstableLock
    open.unlock(); // expect: ReleaseNotHeld
  }

  void testedBothTimes() {
    if (given != null) given.lock();
    if (given != null) given.unlock();
  }
}
