// The lock is a field of what the guarded field refers to.
package y41_guarded_by_itself;

import dev.holdfast.annotations.GuardedBy;

class LockInside {
  @GuardedBy("node.lock")
  private final Parts.Node node = new Parts.Node();

  @GuardedBy("replaced.lock") // expect: UnstableLock
  Parts.Node replaced = new Parts.Node();

  void held(LockInside other) {
    node.lock.lock();
    try {
      node.count++;
    } finally {
      node.lock.unlock();
    }
    synchronized (replaced.lock) {
      System.out.println(node.limit);
    }
    other.node.lock.lock();
    try {
      other.node.count++;
      node.count++; // expect: UnguardedAccess "reading 'this.node'"
    } finally {
      other.node.lock.unlock();
    }
  }

  void unheld() {
    node.count++; // expect: UnguardedAccess "reading 'this.node'"
    synchronized (node) {
      node.count++; // expect: UnguardedAccess "reading 'this.node'"
    }
  }
}
