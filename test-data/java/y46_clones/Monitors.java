package y46_clones;

import dev.holdfast.annotations.GuardedBy;

/** A clone's fields lead to objects of others, with monitors of their own. */
class Monitors implements Cloneable {
  @GuardedBy("this")
  int size;

  @GuardedBy("this")
  Monitors inner;

  Monitors next;
  Object lock = new Object();

  @GuardedBy("lock") // expect: UnstableLock
  int count;

  void ownState() throws CloneNotSupportedException {
    Monitors copy = (Monitors) super.clone();
    copy.size = 1;
    copy.count = 1;
    copy.inner = null;
  }

  void stateOfNext() throws CloneNotSupportedException {
    Monitors copy = (Monitors) super.clone();
    copy.next.size = 1; // expect: UnguardedAccess "'copy.next'"
    copy.inner.size = 1; // expect: UnguardedAccess "'copy.inner'"
    synchronized (copy.next) { // expect: UnstableLock
      copy.next.size = 1;
    }
  }

  void newNext() throws CloneNotSupportedException {
    Monitors copy = (Monitors) super.clone();
    copy.next = new Monitors();
    copy.next.size = 1;
  }
}
