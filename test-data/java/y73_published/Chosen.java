// Publishing one of several objects publishes each that it may be; what a new object has in a field
// or element is published where that is read and handed on.
package y73_published;

import dev.holdfast.annotations.GuardedBy;

class Chosen {
  static class Box {
    @GuardedBy("this")
    int size;

    String name;
    Box inner;

    Box() {}

    Box(Box inner) {
      this.inner = inner;
    }
  }

  static Box shared;
  static String sharedName;

  void orNull(boolean given) {
    Box box = new Box();
    Box chosen = given ? box : null;
    box.size++;
    shared = chosen;
    box.size++; // expect: UnguardedAccess "box"
  }

  void byIf(boolean first) {
    Box a = new Box();
    Box b = new Box();
    Box chosen;
    if (first) {
      chosen = a;
    } else {
      chosen = b;
    }
    chosen.size++;
    shared = chosen;
    a.size++; // expect: UnguardedAccess "a"
    b.size++; // expect: UnguardedAccess "b"
  }

  void otherWayRound(boolean first) {
    Box a = new Box();
    Box b = new Box();
    Box chosen = first ? a : b;
    shared = a;
    chosen.size++; // expect: UnguardedAccess "chosen"
    b.size++;
  }

  void bySwitch(int which) {
    Box box = new Box();
    shared =
        switch (which) {
          case 0 -> box;
          default -> null;
        };
    box.size++; // expect: UnguardedAccess "box"
  }

  void notPublished(boolean first) {
    Box a = new Box();
    Box b = new Box();
    Box chosen = first ? a : b;
    ask(chosen);
    chosen.size++;
    a.size++;
    b.size++;
  }

  private static int ask(Box box) {
    return box.name.length();
  }

  void fromField() {
    Box box = new Box();
    Box outer = new Box(box);
    shared = outer.inner;
    box.size++; // expect: UnguardedAccess "box"
  }

  void fromElement() {
    Box box = new Box();
    Box[] boxes = {box, null};
    shared = boxes[0];
    box.size++; // expect: UnguardedAccess "box"
  }

  void anotherField() {
    Box box = new Box();
    Box outer = new Box(box);
    sharedName = outer.name;
    box.size++;
    outer.size++;
  }
}
