package c_construction;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;

/** Own fields are free until this escapes; a fresh object's until it is published. */
final class Construction {
  private static Construction latest;
  private static final Object LOCK = new Object();

  @GuardedBy("LOCK")
  private static int made = 3;

  static {
    made = 5;
  }

  @GuardedBy("this")
  private int count = 7;

  @GuardedBy("this")
  private Construction next;

  {
    count = 9;
  }

  Construction() {
    count = 11;
    helper();
    made = 13; // expect: UnguardedAccess "LOCK"
  }

  Construction(int n) {
    count = n;
    latest = this;
    count = n; // expect: UnguardedAccess "this"
    helper(); // expect: LockNotHeld "this"
  }

  Construction(Construction other) {
    count = other.count; // expect: UnguardedAccess "other"
    next = other;
  }

  Construction(Construction other, int n) {
    synchronized (other) {
      count = other.count;
    }
  }

  private void helper() {
    count = 15;
  }

  @Requires("this")
  void needsItself() {
    count = 17;
  }

  static Construction fresh(int n) {
    Construction c = new Construction();
    c.count = n;
    c.needsItself();
    c.helper();
    return c;
  }

  static void published(int n) {
    Construction c = new Construction();
    c.count = n;
    latest = c;
    c.count = n; // expect: UnguardedAccess "c"
    c.needsItself(); // expect: LockNotHeld "c"
  }

  static void oneFreshOneNot(Construction old) {
    Construction c = new Construction();
    c.next = old;
    old.next = c; // expect: UnguardedAccess "old"
    c.next = null; // expect: UnguardedAccess "c"
  }
}
