package n25;

import dev.holdfast.annotations.SameObject;

/** What a call gives belongs to the space of the region that it was given on this path. */
abstract class OnEachPath {
  @SameObject({"return.space", "r.space"})
  abstract Vma twin(Vma r);

  void ownLock(Vma a, Vma b, boolean first) {
    Vma r;
    if (first) {
      a.space.lockWrite();
      r = a;
    } else {
      b.space.lockWrite();
      r = b;
    }
    try {
      Vma other = twin(r);
      other.lockWrite();
      other.setEnd(1);
    } finally {
      r.space.unlockWrite();
    }
  }

  void anotherLock(Vma a, Vma b, Mm c, boolean first) {
    a.space.lockWrite();
    try {
      Vma r = b;
      if (first) {
        r = a;
        c.lockRead(); // expect: LockLeakOnThrow
      }
      Vma other = twin(r);
      other.lockWrite(); // expect: LockNotHeld "'a.space' is held"
      if (first) {
        c.unlockRead();
      }
    } finally {
      a.space.unlockWrite();
    }
  }

  void swapped(Vma a, Vma b, Mm c, boolean first) {
    a.space.lockWrite();
    try {
      Vma r = a;
      if (first) {
        r = b;
        c.lockRead(); // expect: LockLeakOnThrow
      }
      Vma other = twin(r);
      other.lockWrite(); // expect: LockNotHeld "'a.space' is held"
      if (first) {
        c.unlockRead();
      }
    } finally {
      a.space.unlockWrite();
    }
  }
}
