// An object freshly created in the method is free until it is published.
package j54_construction;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class FreshObject {
  private final ReentrantLock mutex = new ReentrantLock();
  private FreshObject next;

  @GuardedBy("mutex")
  private int count;

  @Requires("mutex")
  void increment() {
    count++;
  }

  static FreshObject create() {
    FreshObject fresh = new FreshObject();
    fresh.count = 1;
    fresh.increment();
    return fresh;
  }

  static FreshObject published(List<FreshObject> all) {
    FreshObject fresh = new FreshObject();
    fresh.count = 1;
    all.add(fresh);
    fresh.count = 2; // expect: UnguardedAccess "fresh.mutex"
    fresh.increment(); // expect: LockNotHeld "fresh.mutex"
    return fresh;
  }

  void link() {
    FreshObject fresh = new FreshObject();
    fresh.count = 1;
    next = fresh;
    fresh.count = 2; // expect: UnguardedAccess "fresh.mutex"
  }

  void notFresh(FreshObject other) {
    FreshObject local = other;
    local.count = 1; // expect: UnguardedAccess
  }

  void maybeFresh(FreshObject other, boolean make) {
    FreshObject local = make ? new FreshObject() : other;
    local.count = 1; // expect: UnguardedAccess
  }

  static int chained() {
    return new FreshObject().count;
  }

  static FreshObject inLoop(int rounds) {
    FreshObject last = null;
    for (int i = 0; i < rounds; i++) {
      FreshObject fresh = new FreshObject();
      fresh.count = i;
      fresh.next = last;
      last = fresh;
    }
    return last;
  }
}
