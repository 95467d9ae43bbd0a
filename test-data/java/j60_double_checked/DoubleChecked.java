// Double-checked initialisation: the unlocked first read of a plain guarded field is reported, in
// every shape of the idiom.
package j60_double_checked;

import dev.holdfast.annotations.GuardedBy;

class DoubleChecked {
  @GuardedBy("this")
  private Object plain;

  Object classic() {
    if (plain == null) { // expect: UnguardedAccess "this"
      synchronized (this) {
        if (plain == null) {
          plain = new Object();
        }
      }
    }
    return plain; // expect: UnguardedAccess "this"
  }

  Object negated() {
    if (plain != null) { // expect: UnguardedAccess "this"
      return plain; // expect: UnguardedAccess "this"
    }
    synchronized (this) {
      if (plain == null) {
        plain = new Object();
      }
      return plain;
    }
  }

  Object localCopy() {
    Object local = plain; // expect: UnguardedAccess "this"
    if (local == null) {
      synchronized (this) {
        local = plain;
        if (local == null) {
          local = new Object();
          plain = local;
        }
      }
    }
    return local;
  }

  Object checkedInside() {
    synchronized (this) {
      if (plain == null) {
        plain = new Object();
      }
      return plain;
    }
  }
}
