package n25;

import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.region.RequiresMmapRead;
import dev.holdfast.annotations.region.RequiresRegionWrite;

/**
 * Walks along the regions of a space that lock them one by one, some of them or all, and unlock
 * none: the release of the mmap lock ends them. Which of those that the walk has left were locked
 * does not matter.
 */
abstract class MergingWalk {
  @RequiresMmapRead("r")
  @SameObject({"return.space", "r.space"})
  @Establishes("return.attached")
  abstract Vma next(Vma r);

  @RequiresRegionWrite({"a", "b"})
  @SameObject({"return.space", "a.space"})
  @Establishes("return.attached")
  abstract Vma merge(Vma a, Vma b);

  void mergesAlikeNeighbours(Mm mm, long from) {
    mm.lockWrite();
    try {
      Vma before = null;
      for (Vma r = mm.find(from); r != null; r = next(r)) {
        if (before != null && before.flags == r.flags) {
          before.lockWrite();
          r.lockWrite();
          r = merge(before, r);
        }
        before = r;
      }
    } finally {
      mm.unlockWrite();
    }
  }

  void locksEach(Mm mm, long from) {
    mm.lockWrite();
    try {
      Vma before = mm.find(from);
      before.lockWrite();
      Vma r = next(before);
      while (r != null) {
        r.lockWrite();
        if (before.flags == r.flags) {
          before = merge(before, r);
          before.lockWrite();
        } else {
          before.setEnd(1);
          before = r;
        }
        r = next(r);
      }
      before.setFlags(2);
    } finally {
      mm.unlockWrite();
    }
  }

  void locksAgain(Mm mm, long from, long flags) {
    mm.lockWrite();
    try {
      Vma before = null;
      for (Vma r = mm.find(from); r != null; r = next(r)) {
        r.lockWrite();
        r.setFlags(flags);
        if (before != null && before.flags == r.flags) {
          before.lockWrite();
          r = merge(before, r);
          r.lockWrite();
          r.setEnd(3);
        } else if (before != null) {
          before.lockWrite();
          before.setEnd(4);
          r.setEnd(4);
        }
        before = r;
      }
      if (before != null) {
        before.lockWrite();
        before.setEnd(9);
      }
    } finally {
      mm.unlockWrite();
    }
  }

  void locksSome(Mm mm, long from) {
    mm.lockWrite();
    try {
      for (Vma r = mm.find(from); r != null; r = next(r)) {
        switch ((int) r.flags) {
          case 1:
            r.lockWrite();
            r.setEnd(1);
            break;
          case 2:
            continue;
          case 3:
            r.lockWrite();
            r.setFlags(1);
            return;
          default:
            r.advise(1);
        }
      }
    } finally {
      mm.unlockWrite();
    }
  }
}
