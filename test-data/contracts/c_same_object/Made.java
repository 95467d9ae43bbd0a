package c_same_object;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.SameObject;
import java.util.concurrent.locks.ReentrantLock;

/** What a type promises of every instance has to be so where a constructor has made one. */
final class Made {
  static final class Side {
    final ReentrantLock lock;

    @GuardedBy("lock")
    int value;

    Side(ReentrantLock lock) {
      this.lock = lock;
    }
  }

  @SameObject({"left.lock", "right.lock"})
  static class Two {
    final Side left;
    final Side right;

    Two(ReentrantLock lock) {
      left = new Side(lock);
      right = new Side(lock);
    }

    Two(ReentrantLock first, ReentrantLock second) {
      left = new Side(first);
      right = new Side(second);
    } // expect: BrokenContract "'this.left.lock' is not known to be 'this.right.lock'"

    Two(Side both) {
      this.left = both;
      this.right = both;
    }

    Two(Side first, Side second) {
      this.left = first;
      this.right = second;
    } // expect: BrokenContract

    Two(Side first, Side second, boolean tested) {
      if (first.lock != second.lock) {
        throw new IllegalArgumentException();
      }
      left = first;
      right = second;
    }

    Two(Side first, Side second, int which) {
      left = first;
      if (which == 0) {
        right = first;
        return;
      }
      right = second;
      if (which == 1) {
        return; // expect: BrokenContract
      }
      throw new IllegalArgumentException();
    }

    Two(Side both, long delegated) {
      this(both);
    }

    Two(Side first, Side second, long delegated) {
      this(first, second);
    }

    Two(Side first, short none) {
      left = first;
      right = null;
    }

    @LockUnchecked(reason = "the caller gives two with one lock")
    Two(Side first, Side second, Object unchecked) {
      left = first;
      right = second;
    }
  }

  /** The parent sees to its own promise, and its fields have what is handed to it. */
  @SameObject({"left", "own"})
  static final class Three extends Two {
    final Side own;

    Three(Side all) {
      super(all);
      own = all;
    }

    Three(Side both, Side own) {
      super(both);
      this.own = own;
    } // expect: BrokenContract "'this.left' is not known to be 'this.own'"
  }

  @SameObject({"lock", "owner.lock"})
  static final class Initialised {
    final Side owner = new Side(new ReentrantLock());
    final ReentrantLock lock = owner.lock;
  }

  @SameObject({"lock", "owner.lock"})
  static final class InitialisedTwice { // expect: BrokenContract "'this.lock' is not known"
    final Side owner = new Side(new ReentrantLock());
    final ReentrantLock lock = new ReentrantLock();
  }

  @SameObject({"lock", "owner.lock"})
  static final class InBlock {
    final Side owner;
    final ReentrantLock lock;

    {
      owner = new Side(new ReentrantLock());
      lock = owner.lock;
    }

    InBlock() {}
  }

  @SameObject({"lock", "owner.lock"})
  static final class InBoth {
    final Side owner = new Side(new ReentrantLock());
    final ReentrantLock lock;

    InBoth() {
      lock = owner.lock;
    }

    InBoth(ReentrantLock lock) {
      this.lock = lock;
    } // expect: BrokenContract
  }

  @SameObject({"this", "inner.outer"})
  static final class Outer extends Whole {
    final Inner inner;

    Outer() {
      inner = new Inner(this);
    }

    Outer(Inner inner) {
      this.inner = inner;
    } // expect: BrokenContract
  }

  @SameObject({"this", "inner.outer"})
  static final class OuterByInitialiser extends Whole {
    final Inner inner = new Inner(this);
  }

  static class Whole {}

  static final class Inner {
    final Whole outer;

    Inner(Whole outer) {
      this.outer = outer;
    }
  }

  @SameObject({"first.lock", "second.lock"})
  record Untested(Side first, Side second) {} // expect: BrokenContract

  @SameObject({"first.lock", "second.lock"})
  record Tested(Side first, Side second) {
    Tested {
      if (first.lock != second.lock) {
        throw new IllegalArgumentException();
      }
    }
  }

  @SameObject({"first.lock", "second.lock"})
  record Replaced(Side first, Side second) {
    Replaced {
      second = first;
    }
  }

  /** Before it is made nothing is promised of it. */
  @SameObject({"left.lock", "right.lock"})
  static final class Early {
    final Side left;
    final Side right;

    Early(Side first, Side second) {
      left = first;
      right = second;
      first.lock.lock();
      try {
        second.value = 1; // expect: UnguardedAccess "second.lock"
      } finally {
        first.lock.unlock();
      }
      if (first.lock != second.lock) {
        throw new IllegalArgumentException();
      }
    }
  }
}
