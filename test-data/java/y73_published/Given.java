// What a method in sight gives may be the object that it runs on, or what that has in a field; what is
// caught may be an exception that was made here.
package y73_published;

import dev.holdfast.annotations.GuardedBy;

class Given {
  static class Box {
    @GuardedBy("this")
    int size;

    Box inner;
    String name;

    Box() {}

    Box(Box inner) {
      this.inner = inner;
    }

    Box self() {
      return this;
    }

    Box add(int more) {
      synchronized (this) {
        size += more;
      }
      return this;
    }

    Box copy() {
      return new Box();
    }

    Box inner() {
      return inner;
    }

    Box innerOr(Box other) {
      Box found = other;
      return inner == null ? found : inner;
    }

    Box innerIf(boolean wanted) {
      if (wanted) {
        return this.inner;
      }
      return null;
    }

    String name() {
      return name;
    }
  }

  static class Failed extends RuntimeException {
    final transient Box box;

    Failed(Box box) {
      this.box = box;
    }
  }

  static Box shared;
  static String sharedName;

  void self() {
    Box box = new Box();
    box.self().size++;
    shared = box.self();
    box.size++; // expect: UnguardedAccess "box"
  }

  void selfByLocal() {
    Box box = new Box();
    Box same = box.self();
    same.size++;
    shared = same;
    box.size++; // expect: UnguardedAccess "box"
  }

  void chained() {
    Box box = new Box().add(1).add(2);
    box.size++;
    shared = box.add(3);
    box.size++; // expect: UnguardedAccess "box"
  }

  void copied() {
    Box box = new Box();
    shared = box.copy();
    box.size++;
  }

  void lockedByIt(Box box) {
    Box made = new Box();
    shared = made;
    synchronized (made.self()) {
      made.size++;
    }
    synchronized (box.self()) {
      made.size++; // expect: UnguardedAccess "made"
    }
  }

  void field() {
    Box box = new Box();
    Box outer = new Box(box);
    shared = outer.inner();
    outer.size++;
    box.size++; // expect: UnguardedAccess "box"
  }

  void fieldIf(boolean wanted) {
    Box box = new Box();
    Box outer = new Box(box);
    Box found = outer.innerIf(wanted);
    box.size++;
    shared = found;
    box.size++; // expect: UnguardedAccess "box"
  }

  void fieldOfOneOfThem(boolean first) {
    Box box = new Box();
    Box outer = first ? new Box(box) : new Box();
    shared = outer.inner;
    box.size++; // expect: UnguardedAccess "box"
  }

  void merelyUsed() {
    Box box = new Box();
    Box outer = new Box(box);
    Box found = outer.inner();
    if (ask(found) > 3) {
      sharedName = found.name();
    }
    sharedName = outer.name();
    box.size++;
    outer.size++;
  }

  private static int ask(Box box) {
    return box.name.length();
  }

  void caught(boolean wanted) {
    Box box = new Box();
    try {
      if (wanted) {
        throw new Failed(box);
      }
    } catch (Failed e) {
      shared = e.box;
    }
    box.size++; // expect: UnguardedAccess "box"
  }

  void caughtOnly(boolean wanted) {
    Box box = new Box();
    try {
      if (wanted) {
        throw new Failed(box);
      }
    } catch (Failed e) {
      sharedName = e.getMessage();
    }
    box.size++;
  }
}
