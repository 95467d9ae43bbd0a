package c_equal_references;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** In the branch where two references are equal both name one object. */
final class Equal {
  final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  int count;

  @GuardedBy("this")
  int other;

  void branch(Equal a, @Requires("lock") Equal b) {
    if (a == b) {
      a.count = 3;
    } else {
      a.count = 5; // expect: UnguardedAccess "a.lock"
    }
    a.count = 7; // expect: UnguardedAccess "a.lock"
  }

  void earlyReturn(Equal a, @Requires("lock") Equal b) {
    if (a != b) {
      return;
    }
    a.count = 9;
  }

  void conjunction(Equal a, @Requires("lock") Equal b, int n) {
    if (n > 3 && a == b) {
      a.count = n;
    }
    if (n > 5 || a == b) {
      a.count = n; // expect: UnguardedAccess "a.lock"
    }
  }

  void thrown(Equal a, Equal b) {
    if (a != b) {
      throw new IllegalArgumentException("one object, please");
    }
    synchronized (a) {
      b.other = 11;
    }
  }

  void locals(Equal a) {
    Equal b = a;
    synchronized (b) {
      a.other = 13;
      b.other = 15;
    }
    b = new Equal();
    synchronized (b) {
      a.other = 17; // expect: UnguardedAccess "a"
    }
  }

  void equalsIsNotEnough(Equal a, @Requires("lock") Equal b) {
    if (a.equals(b)) {
      a.count = 19; // expect: UnguardedAccess "a.lock"
    }
  }
}
