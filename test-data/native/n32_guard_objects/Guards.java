package n32;

/**
 * Try-with-resources over a guard object: access inside all right, after it a finding; closed by
 * hand and once more by the try, all right.
 */
final class Guards {
  private long seen;

  void inside(Vma r) {
    try (ReadHold hold = new ReadHold(r.space)) {
      seen = r.flags;
    }
  }

  void after(Vma r) {
    try (ReadHold hold = new ReadHold(r.space)) {
      seen = r.flags;
    }
    seen = r.flags; // expect: UnguardedAccess "stability"
  }

  void inCatchAndFinally(Vma r) {
    try (ReadHold hold = new ReadHold(r.space)) {
      seen = r.start();
    } catch (IllegalStateException e) {
      seen = r.flags; // expect: UnguardedAccess "stability"
    } finally {
      seen = r.flags; // expect: UnguardedAccess "stability"
    }
  }

  void closedByHand(Vma r) {
    try (ReadHold hold = new ReadHold(r.space)) {
      seen = r.flags;
      hold.close();
    }
  }

  void usedAfterClosedByHand(Vma r) {
    try (ReadHold hold = new ReadHold(r.space)) {
      hold.close();
      seen = r.flags; // expect: UnguardedAccess "stability"
    }
  }

  void declaredBefore(Vma r) {
    ReadHold hold = new ReadHold(r.space);
    try (hold) {
      seen = r.flags;
    }
    seen = r.flags; // expect: UnguardedAccess "stability"
  }

  void withoutTry(Vma r) {
    ReadHold hold = new ReadHold(r.space);
    try {
      seen = r.flags;
    } finally {
      hold.close();
    }
  }

  void neverClosed(Vma r) {
    ReadHold hold = new ReadHold(r.space);
    seen = 3;
  } // expect: LockLeak "mmap lock"
}
