// Two objects that share a lock: only a declared same-object relation says so.
package j57_alias;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.SameObject;

class SharedLock {
  static class Parent {
    final Object lock = new Object();

    @GuardedBy("lock")
    int total;
  }

  @SameObject({"lock", "parent.lock"})
  static class Child {
    final Parent parent;
    final Object lock;

    @GuardedBy("lock")
    int value;

    Child(Parent parent) {
      this.parent = parent;
      this.lock = parent.lock;
    }

    void throughParent() {
      synchronized (parent.lock) {
        value++;
        parent.total++;
      }
    }

    void throughOwn() {
      synchronized (lock) {
        value++;
        parent.total++;
      }
    }
  }

  static class Undeclared {
    final Parent parent;
    final Object lock;

    @GuardedBy("lock")
    int value;

    Undeclared(Parent parent, Object lock) {
      this.parent = parent;
      this.lock = lock;
    }

    void throughParent() {
      synchronized (parent.lock) {
        value++; // expect: UnguardedAccess "lock"
      }
    }
  }

  static void twoChildren(Child a, Child b) {
    synchronized (a.parent.lock) {
      a.value++;
      b.value++; // expect: UnguardedAccess "b.lock"
    }
  }

  @SameObject({"a.parent", "b.parent"})
  static void siblings(@Requires("lock") Child a, Child b) {
    a.value--;
    b.value++;
  }

  static void callsSiblings(Child a, Child b) {
    synchronized (a.lock) {
      siblings(a, b); // expect: LockNotHeld "compare them with '=='"
    }
  }

  static void callsSiblingsKnown(Child a, Child b) {
    synchronized (a.lock) {
      if (a.parent == b.parent) {
        siblings(a, b);
      }
      siblings(a, a);
    }
  }
}
