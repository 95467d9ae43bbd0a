// A call gives the very object that is a declared lock: to synchronise on it is to take that lock.
package c_returns_declared_monitor;

import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;

@DefinesLock(name = "tree", label = "tree lock", reentrant = true)
abstract class Component {
  @GuardedBy("tree")
  private int width;

  @Returns("tree")
  abstract Object treeLock();

  @Requires("tree")
  abstract void layout();

  @Requires("tree.readLock()")
  abstract int size();

  void grow() {
    synchronized (treeLock()) {
      width++;
      layout();
    }
  }

  void growOutside() {
    synchronized (treeLock()) {
      layout();
    }
    width++; // expect: UnguardedAccess "the tree lock of 'this'"
  }

  void growUnderItself() {
    synchronized (this) {
      width++; // expect: UnguardedAccess "the tree lock of 'this'"
    }
  }
}
