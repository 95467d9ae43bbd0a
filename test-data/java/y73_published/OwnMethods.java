// A method in sight that puts its own object where others find it publishes it: a new one of its
// callers, and the one that a constructor makes.
package y73_published;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;

class OwnMethods {
  static OwnMethods latest;
  static final OwnMethods[] SLOTS = new OwnMethods[4];
  static final List<OwnMethods> ALL = new ArrayList<>();

  @GuardedBy("this")
  int count;

  OwnMethods next;

  OwnMethods() {}

  OwnMethods(int n) {
    count = n;
    announce();
    count++; // expect: UnguardedAccess "this"
  }

  OwnMethods(int n, boolean again) {
    indirectly();
    count = n; // expect: UnguardedAccess "this"
  }

  OwnMethods(String name) {
    this(3);
    count++; // expect: UnguardedAccess "this"
  }

  OwnMethods(long n) {
    this.count = 1;
    this.enlist();
  }

  void announce() {
    latest = this;
  }

  private void indirectly() {
    enlist();
  }

  private void enlist() {
    ALL.add(this);
  }

  private void intoSlot(int i) {
    SLOTS[i] = (OwnMethods) this;
  }

  private void byAnother() {
    keep(this);
  }

  private static void keep(OwnMethods kept) {
    latest = kept;
  }

  private OwnMethods itself() {
    return this;
  }

  private void links() {
    OwnMethods last = new OwnMethods();
    last.next = this;
    synchronized (this) {
      count++;
    }
  }

  static void byTheMethod() {
    OwnMethods made = new OwnMethods();
    made.count = 1;
    made.announce();
    made.count = 2; // expect: UnguardedAccess "made"
  }

  static void byEach(int which) {
    OwnMethods made = new OwnMethods();
    switch (which) {
      case 1 -> made.indirectly();
      case 2 -> made.intoSlot(which);
      default -> made.byAnother();
    }
    made.count = 2; // expect: UnguardedAccess "made"
  }

  static void byTheConstructor() {
    OwnMethods made = new OwnMethods(3);
    made.count++; // expect: UnguardedAccess "made"
    OwnMethods other = new OwnMethods("");
    other.count++; // expect: UnguardedAccess "other"
    OwnMethods third = new OwnMethods(3L);
    third.count++; // expect: UnguardedAccess "third"
  }

  static OwnMethods notPublished() {
    OwnMethods made = new OwnMethods();
    made.links();
    made.itself();
    made.count++;
    return made;
  }
}
