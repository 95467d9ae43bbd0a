// A variable that got another object: the lock of the object before has the same name.
package y11_same_names;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Reassigned {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int length;

  static int right(Reassigned node, Reassigned other, boolean next) {
    if (next) {
      node = other;
    }
    node.lock.lock();
    try {
      return node.length;
    } finally {
      node.lock.unlock();
    }
  }

  static int late(Reassigned node, Reassigned other, boolean next) {
    ReentrantLock first = node.lock;
    first.lock();
    try {
      if (next) {
        node = other;
        return node.length; // expect: UnguardedAccess "another 'node.lock' is held"
      }
      return node.length;
    } finally {
      first.unlock();
    }
  }

  private static Reassigned joined(Reassigned one, Reassigned other) {
    return one.hashCode() < other.hashCode() ? one : other;
  }

  static int given(Reassigned node, Reassigned other) {
    ReentrantLock first = node.lock;
    first.lock();
    try {
      node = joined(node, other);
      return node.length; // expect: UnguardedAccess "another 'node.lock' is held; if it is the same object each time, declare @Returns"
    } finally {
      first.unlock();
    }
  }
}
