// An override that requires less and promises more is right; so is a weaker mode.
package j55_overrides;

import dev.holdfast.annotations.Requires;

class Dropping extends Base {
  @Override
  @Requires({})
  void update() {
    table.writeLock().lock();
    size++;
    table.writeLock().unlock();
  }

  @Override
  @Requires({})
  int query() {
    return 0;
  }

  void ownCalls() {
    update();
    query();
  }

  static void throughSupertype(Base base) {
    base.update(); // expect: LockNotHeld "base.table"
    base.query(); // expect: LockNotHeld "base.table"
  }

  static void throughSubtype(Dropping dropping) {
    dropping.update();
    Base base = dropping;
    base.update(); // expect: LockNotHeld
  }

  static class Weaker extends Base {
    @Override
    @Requires("table.readLock()")
    void update() {
      System.out.println(size);
    }

    @Override
    @Requires({})
    int query() {
      return size; // expect: UnguardedAccess "table"
    }
  }
}
