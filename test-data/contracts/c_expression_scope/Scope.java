package c_expression_scope;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An expression is resolved in the scope of the element: on a method as Java code there would, on a
 * parameter as a member of that parameter.
 */
final class Scope {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  void onParameter(@Requires("lock") Scope other) {
    other.count = 3;
    count = 5; // expect: UnguardedAccess "other.lock"
  }

  @Requires("lock")
  void parameterHidesField(ReentrantLock lock) {
    count = 7; // expect: UnguardedAccess "lock"
  }

  @Requires("this.lock")
  void qualified(ReentrantLock lock) {
    count = 9;
  }

  @Requires("lock")
  void field(int n) {
    count = n;
  }

  void callers(Scope a, Scope b) {
    a.lock.lock();
    try {
      onParameter(a);
      b.onParameter(a);
      a.onParameter(b); // expect: LockNotHeld "b.lock"
      b.parameterHidesField(a.lock);
      a.parameterHidesField(b.lock); // expect: LockNotHeld "b.lock"
      a.qualified(b.lock);
      a.field(11);
      field(13); // expect: LockNotHeld "a.lock"
    } finally {
      a.lock.unlock();
    }
  }
}
