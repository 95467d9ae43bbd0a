// Alias annotations are their contracts, resolved where they stand, to any depth.
package x08_aliases;

import java.util.concurrent.locks.ReentrantLock;

class UsesAliases {
  final ReentrantLock mutex = new ReentrantLock();
  final ReentrantLock spare = new ReentrantLock();

  @ByMutex private int count;

  @NeedsMutex
  void onMethod() {
    count++;
  }

  void onParameter(@NeedsMutex UsesAliases other) {
    other.count++;
    count++; // expect: UnguardedAccess "mutex"
  }

  @NeedsMutex("other")
  void byValue(UsesAliases other) {
    other.count++;
    count++; // expect: UnguardedAccess "mutex"
  }

  @NeedsMutex({"a", "b"})
  static void byTwoValues(UsesAliases a, UsesAliases b) {
    a.count = b.count;
  }

  @Locked
  void deep() {
    count++;
    spare.lock();
    spare.unlock();
  }

  @Takes
  void take() {
    mutex.lock();
  }

  @Takes
  void takeNothing() {
    System.out.println("nothing");
  } // expect: BrokenContract "mutex"

  void unguarded() {
    count++; // expect: UnguardedAccess "mutex"
  }

  void unheld(UsesAliases other) {
    onMethod(); // expect: LockNotHeld "mutex"
    onParameter(other); // expect: LockNotHeld "other.mutex"
    byValue(other); // expect: LockNotHeld "other.mutex"
    deep(); // expect: LockNotHeld "mutex"
  }

  void held(UsesAliases other) {
    take();
    try {
      onMethod();
      onParameter(this);
      byValue(this);
      deep();
      byTwoValues(this, this);
      byTwoValues(this, other); // expect: LockNotHeld "other.mutex"
      spare.lock();
      try {
        deep(); // expect: LockExcluded "spare"
      } finally {
        spare.unlock();
      }
    } finally {
      mutex.unlock();
    }
  }
}
