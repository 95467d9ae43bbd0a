package c_same_object;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.SameObject;
import java.util.concurrent.locks.ReentrantLock;

/** On a type it holds for every instance. */
@SameObject({"left.lock", "right.lock"})
final class Pair {
  static final class Side {
    final ReentrantLock lock;

    @GuardedBy("lock")
    int value;

    Side(ReentrantLock lock) {
      this.lock = lock;
    }
  }

  final Side left;
  final Side right;

  Pair(ReentrantLock lock) {
    left = new Side(lock);
    right = new Side(lock);
  }

  void both(int n) {
    left.lock.lock();
    try {
      left.value = n;
      right.value = n;
    } finally {
      left.lock.unlock();
    }
  }

  @Requires("right.lock")
  void byContract(int n) {
    left.value = n;
    right.value = n;
  }

  static void ofAnother(Pair a, Pair b, int n) {
    a.left.lock.lock();
    try {
      a.right.value = n;
      b.right.value = n; // expect: UnguardedAccess "b.right.lock"
    } finally {
      a.left.lock.unlock();
    }
  }
}
