// Where going through a value failed, it was null.
package y54_null_result;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

abstract class Gone {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int count;
  }

  abstract Node find();

  abstract void work();

  // ---- right

  void failedOn() {
    Node node = null;
    try {
      node = find();
      node.lock.lock();
      work();
    } finally {
      if (node != null) {
        node.lock.unlock();
      }
    }
  }

  void failedOnParameter(Node node) {
    try {
      node.lock.lock();
      work();
    } finally {
      if (node != null) {
        node.lock.unlock();
      }
    }
  }

  // ---- wrong

  void failsBetween() {
    Node node = null;
    try {
      node = find();
      work();
      node.lock.lock();
    } finally {
      if (node != null) {
        node.lock.unlock(); // expect: ReleaseNotHeld
      }
    }
  }

  void failsOnAnother(Node node, Node other) {
    try {
      other.count = 0; // expect: UnguardedAccess
      node.lock.lock();
    } finally {
      if (node != null) {
        node.lock.unlock(); // expect: ReleaseNotHeld
      }
    }
  }

  void someOrLocked(boolean some, Node given) {
    Node node = given;
    if (some) {
      node = find();
      node.lock.lock();
    }
    node.count++; // expect: UnguardedAccess
    if (some) {
      node.lock.unlock();
    }
  }
}
