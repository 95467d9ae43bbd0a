package c_same_object;

import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.SameObject;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Walks along the nodes of one owner, whose lock guards them all; and walks that leave it. */
final class Walk {
  @DefinesLock(name = "map")
  static final class Space {
    final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    private Area head;

    @SameObject({"return.space", "this"})
    Area first() {
      return null;
    }

    @SameObject({"return.space", "this"})
    Area after(Area area) {
      return null;
    }

    Area anyArea() {
      return null;
    }

    void byCalls() {
      lock.writeLock().lock();
      try {
        for (Area at = first(); at != null; at = after(at)) {
          at.set(1);
        }
      } finally {
        lock.writeLock().unlock();
      }
    }

    void byField() {
      lock.writeLock().lock();
      try {
        Area at = first();
        while (at != null) {
          at.set(1);
          at = at.next;
        }
      } finally {
        lock.writeLock().unlock();
      }
    }

    void atLeastOnce() {
      lock.writeLock().lock();
      try {
        Area at = first();
        do {
          at.set(1);
          at = at.flags > 0 ? at.next : after(at);
        } while (at != null);
      } finally {
        lock.writeLock().unlock();
      }
    }

    void oneOfTwo(boolean early) {
      lock.writeLock().lock();
      (early ? first() : after(null)).set(1);
      Area at;
      if (early) {
        at = first();
      } else {
        at = after(null);
      }
      at.set(2);
      Area third =
          switch (at.flags) {
            case 1 -> first();
            case 2 -> after(at);
            default -> at;
          };
      third.set(3);
      lock.writeLock().unlock();
    }

    void perhaps(boolean early) {
      Area at = null;
      if (early) {
        at = first();
      }
      lock.writeLock().lock();
      if (at != null) {
        at.set(1);
      }
      lock.writeLock().unlock();
    }

    void reading() {
      lock.readLock().lock();
      int sum = 0;
      for (Area at = first(); at != null; at = at.next) {
        sum += at.flags;
        at.flags = sum; // expect: UnguardedAccess "held for reading"
      }
      lock.readLock().unlock();
    }

    void lockedTooLate() {
      Area at = first();
      while (at != null) {
        at.set(1); // expect: LockNotHeld "this.lock"
        lock.writeLock().lock();
        at = at.next;
        lock.writeLock().unlock();
      }
    }

    void lockedInTurn() {
      for (Area at = first(); at != null; at = after(at)) {
        lock.writeLock().lock();
        at.set(1);
        lock.writeLock().unlock();
      }
    }

    void oneOfThemElsewhere(boolean early) {
      lock.writeLock().lock();
      Area at = early ? first() : anyArea();
      at.set(1); // expect: LockNotHeld "at.space.lock"
      lock.writeLock().unlock();
    }

    void perhapsElsewhere(boolean early) {
      Area at = null;
      if (early) {
        at = anyArea();
      }
      lock.writeLock().lock();
      if (at != null) {
        at.set(1); // expect: LockNotHeld "anyArea().space.lock"
      }
      lock.writeLock().unlock();
    }

    void fromTheSecondOnElsewhere() {
      lock.writeLock().lock();
      for (Area at = first(); at != null; at = anyArea()) {
        at.set(1); // expect: LockNotHeld "at.space.lock"
      }
      lock.writeLock().unlock();
    }

    void afterManyTurnsElsewhere() {
      lock.writeLock().lock();
      Area before = first();
      Area at = first();
      Area to = first();
      while (before != null) {
        before.set(1); // expect: LockNotHeld "before.space.lock"
        before = at;
        at = to;
        to = anyArea();
      }
      lock.writeLock().unlock();
    }

    void evaluatedAgain(boolean early) {
      for (int i = 0; i < 2; i++) {
        Area at = early ? first() : after(null);
        Area again = i == 0 ? at : anyArea();
        lock.writeLock().lock();
        at.set(1);
        again.set(1); // expect: LockNotHeld "again.space.lock"
        lock.writeLock().unlock();
      }
    }
  }

  @DefinesLock(name = "map", sameAs = "space.map")
  @SameObject({"next.space", "space"})
  static final class Area {
    final Space space;

    @GuardedBy("space.lock")
    int flags;

    @GuardedBy("space.lock")
    Area next;

    @GuardedBy("space.lock")
    Area moved;

    Area(Space space) {
      this.space = space;
    }

    @Requires("space.lock.writeLock()")
    void set(int to) {
      flags = to;
    }

    @Requires("map")
    void mapped() {}

    @Requires("space.lock.writeLock()")
    void all() {
      for (Area at = this; at != null; at = at.next) {
        at.set(1);
      }
    }

    @Requires("space.lock.writeLock()")
    void unlink(Area gone) {
      Area before = null;
      Area at = next;
      while (at != null && at != gone) {
        before = at;
        at = at.next;
      }
      if (at != null && before != null) {
        before.next = at.next;
        at.next = null;
        at.set(0);
      }
    }

    @Requires("space.lock.writeLock()")
    void followsMoved() {
      for (Area at = this; at != null; at = at.moved) {
        at.set(1); // expect: LockNotHeld "at.space.lock"
      }
    }

    @Requires("map")
    void allMapped() {
      for (Area at = this; at != null; at = at.mappedNext()) {
        at.mapped();
      }
    }

    @Requires("map")
    @SameObject({"return.space", "space"})
    Area mappedNext() {
      return null;
    }
  }

  void fromParameter(Area start) {
    start.space.lock.writeLock().lock();
    try {
      for (Area at = start; at != null; at = at.next) {
        at.set(2);
      }
    } finally {
      start.space.lock.writeLock().unlock();
    }
  }

  void fromOneOfTwo(Area start, Area other, boolean early) {
    start.space.lock.writeLock().lock();
    try {
      for (Area at = early ? start : start.next; at != null; at = at.next) {
        at.set(2);
      }
      for (Area at = early ? start : other; at != null; at = at.next) {
        at.set(2); // expect: LockNotHeld "at.space.lock"
      }
    } finally {
      start.space.lock.writeLock().unlock();
    }
  }

  void unlocked(Area start) {
    for (Area at = start; at != null; at = at.next) { // expect: UnguardedAccess
      at.set(2); // expect: LockNotHeld
    }
  }

  void released(Area start) {
    start.space.lock.writeLock().lock();
    for (Area at = start; at != null; at = at.next) {
      at.set(2);
    }
    start.space.lock.writeLock().unlock();
    start.set(3); // expect: LockNotHeld "released"
  }
}
