package c_lock_scope_uses;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.When;

/** Scopes in locals: reassigned, conditional, nested, in loops, lost, returned. */
final class Uses {
  private long seen;

  void reassigned(Mm first, Mm second) {
    ReadHold hold = new ReadHold(first);
    hold.close();
    hold = new ReadHold(second);
    try {
      second.find(4096);
      first.find(4096); // expect: LockNotHeld "mmap lock"
    } finally {
      hold.close();
    }
  }

  void conditional(Mm mm, boolean needed) {
    try (ReadHold hold = needed ? new ReadHold(mm) : null) {
      if (hold != null) {
        mm.find(4096);
      }
      mm.find(8192); // expect: LockNotHeld "mmap lock"
    }
  }

  void nested(Vma r) {
    try (ReadHold outer = new ReadHold(r.space)) {
      try (ReadHold inner = new ReadHold(r.space)) { // expect: DoubleAcquire "mmap lock"
        seen = r.flags;
      }
      seen = r.flags;
    }
  }

  void inALoop(Mm mm, int turns) {
    for (int i = 0; i < turns; i++) {
      try (ReadHold hold = new ReadHold(mm)) {
        Vma r = mm.find(i);
        if (r == null) {
          continue;
        }
        if (i == 7) {
          break;
        }
        seen = r.flags;
      }
    }
    mm.find(4096); // expect: LockNotHeld "mmap lock"
  }

  void closedByAnotherName(Mm mm) {
    ReadHold hold = new ReadHold(mm);
    ReadHold same = hold;
    hold = null;
    same.close();
  }

  void lost(Mm mm) {
    ReadHold hold = new ReadHold(mm);
    hold = null;
  } // expect: LockLeak "mmap lock"

  void neverKept(Mm mm) {
    new ReadHold(mm);
  } // expect: LockLeak "mmap lock"

  void notInFinally(Mm mm) {
    ReadHold hold = new ReadHold(mm); // expect: LockLeakOnThrow "mmap lock"
    mm.find(4096);
    hold.close();
  }

  void afterTheThrow(Mm mm) {
    try (ReadHold hold = new ReadHold(mm)) {
      throw new IllegalStateException("on purpose");
    } catch (IllegalStateException e) {
      mm.find(4096); // expect: LockNotHeld "mmap lock"
    }
  }

  @AcquiresIf(value = "mm.mmap.readLock()", result = When.NON_NULL)
  ReadHold attempt(Mm mm, boolean wanted) {
    ReadHold hold = new ReadHold(mm);
    if (wanted) {
      return hold;
    }
    hold.close();
    return null;
  }

  ReadHold undeclared(Mm mm) {
    ReadHold hold = new ReadHold(mm);
    return hold; // expect: LockLeak "mmap lock"
  }

  void attempted(Mm mm, boolean wanted) {
    try (ReadHold hold = attempt(mm, wanted)) {
      if (hold == null) {
        mm.find(4096); // expect: LockNotHeld "mmap lock"
        return;
      }
      mm.find(8192);
    }
  }
}
