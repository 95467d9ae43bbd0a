package n25;

/** The same walks with mistakes. */
abstract class WrongWalk extends MergingWalk {
  void oneOfTwo(Mm mm, long from) {
    mm.lockWrite();
    try {
      Vma before = null;
      for (Vma r = mm.find(from); r != null; r = next(r)) {
        if (before != null && before.flags == r.flags) {
          r.lockWrite();
          r = merge(before, r); // expect: LockNotHeld "'before'"
        }
        before = r;
      }
    } finally {
      mm.unlockWrite();
    }
  }

  void mergedIsAnother(Mm mm, long from) {
    mm.lockWrite();
    try {
      Vma before = mm.find(from);
      before.lockWrite();
      Vma r = next(before);
      while (r != null) {
        r.lockWrite();
        if (before.flags == r.flags) {
          before = merge(before, r); // expect: LockNotHeld "'before'"
        } else {
          before.setEnd(1); // expect: LockNotHeld "'before'"
          before = r;
        }
        r = next(r);
      }
    } finally {
      mm.unlockWrite();
    }
  }

  void movedOn(Mm mm, long from) {
    mm.lockWrite();
    try {
      for (Vma r = mm.find(from); r != null; r = next(r)) {
        r.lockWrite();
        Vma after = next(r);
        if (after != null) {
          after.setEnd(1); // expect: LockNotHeld "'after'"
        }
      }
    } finally {
      mm.unlockWrite();
    }
  }

  void ended(Mm mm, long from) {
    mm.lockWrite();
    Vma last = null;
    try {
      for (Vma r = mm.find(from); r != null; r = next(r)) {
        r.lockWrite();
        r.setEnd(1);
        last = r;
      }
    } finally {
      mm.unlockWrite();
    }
    if (last != null) {
      last.setEnd(2); // expect: LockNotHeld
    }
  }

  void droppedInBetween(Mm mm, long from) {
    mm.lockWrite();
    try {
      Vma before = null;
      for (Vma r = mm.find(from); r != null; r = next(r)) {
        r.lockWrite();
        if (before != null) {
          before.setEnd(1); // expect: LockNotHeld "'before'"
        }
        mm.unlockWrite();
        mm.lockWrite();
        before = r;
      }
    } finally {
      mm.unlockWrite(); // expect: ReleaseNotHeld
    }
  }
}
