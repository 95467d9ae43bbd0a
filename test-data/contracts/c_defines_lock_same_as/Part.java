package c_defines_lock_same_as;

import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;

/** Another name for a lock: held by one name, held by the other. */
@DefinesLock(name = "core", sameAs = "owner.core")
abstract class Part {
  final Owner owner;

  @GuardedBy("core")
  int size;

  @GuardedBy("owner.core")
  int weight;

  Part(Owner owner) {
    this.owner = owner;
  }

  @Requires("core")
  void byShortName() {
    size = 3;
    weight = 5;
  }

  @Requires("owner.core")
  void byLongName() {
    size = 7;
    weight = 9;
  }

  void taken() {
    owner.lock();
    try {
      size = 11;
      byShortName();
      byLongName();
    } finally {
      owner.unlock();
    }
    byShortName(); // expect: LockNotHeld "core lock"
  }

  static void otherOwner(Part a, @Requires("core") Part b) {
    b.size = 13;
    a.size = 15; // expect: UnguardedAccess "core lock"
    if (a.owner == b.owner) {
      a.size = 17;
    }
  }
}
