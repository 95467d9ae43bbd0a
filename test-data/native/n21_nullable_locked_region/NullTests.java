package n21;

import java.util.Objects;

/** The methods of {@code Objects} that test for null tell as much as a comparison does. */
final class NullTests {
  private long seen;

  void nonNull(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    if (Objects.nonNull(r)) {
      try {
        seen = r.flags;
      } finally {
        r.unlockRead();
      }
    }
  }

  void isNull(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    if (Objects.isNull(r)) {
      return;
    }
    seen = r.flags;
    r.unlockRead();
  }

  void stored(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    boolean found = Objects.nonNull(r);
    if (found) {
      seen = r.flags;
    }
    if (found) {
      r.unlockRead();
    }
  }

  void demanded(Mm mm) {
    Vma r = Objects.requireNonNull(mm.tryLockRegion(4096));
    seen = r.flags;
    r.unlockRead();
  }

  void demandedLater(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    Objects.requireNonNull(r, () -> "no region");
    seen = r.flags;
    r.unlockRead();
  }

  void demandedOfAnother(Mm mm, Object other) {
    Vma r = mm.tryLockRegion(4096); // expect: LockLeakOnThrow "region lock"
    if (r != null) {
      Objects.requireNonNull(other);
      r.unlockRead();
    }
  }

  void demandedBefore(Mm mm, Object other) {
    Object known = Objects.requireNonNull(other);
    Vma r = mm.tryLockRegion(4096);
    if (r != null) {
      Objects.requireNonNull(known);
      r.unlockRead();
    }
  }

  void otherWayRound(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    if (Objects.isNull(r)) {
      seen = 0;
    } else {
      return; // expect: LockLeak "region lock"
    }
  }

  void releasedWhenNull(Mm mm) {
    Vma r = mm.tryLockRegion(4096);
    if (Objects.nonNull(r)) {
      seen = r.flags;
      r.unlockRead();
    } else {
      r.unlockRead(); // expect: ReleaseNotHeld "region lock"
    }
  }

  void ofAnother(Mm mm, Object other) {
    Vma r = mm.tryLockRegion(4096);
    if (Objects.nonNull(other)) {
      r.unlockRead(); // expect: ReleaseNotHeld "region lock"
    }
  } // expect: LockLeak "region lock"
}
