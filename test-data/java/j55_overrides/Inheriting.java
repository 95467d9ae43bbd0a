// An override without annotations inherits requirement, exclusion and effect: its body may rely on
// them, has to keep them, and binds its callers.
package j55_overrides;

class Inheriting extends Base {
  @Override
  void update() {
    size += 2;
  }

  @Override
  int query() {
    size = 0; // expect: UnguardedAccess "table"
    return size;
  }

  @Override
  void begin() {
    System.out.println("forgotten");
  } // expect: BrokenContract "table"

  @Override
  void end() {
    size = 0;
    table.writeLock().unlock();
  }

  @Override
  boolean tryBegin() {
    return false;
  }

  void callers() {
    update(); // expect: LockNotHeld "table"
    begin();
    try {
      update();
    } finally {
      end();
    }
    update(); // expect: LockNotHeld "table"
    refresh();
  }

  void excluded() {
    table.readLock().lock();
    try {
      refresh(); // expect: LockExcluded "table"
    } finally {
      table.readLock().unlock();
    }
  }

  static class Second extends Inheriting {
    @Override
    void update() {
      super.update();
      size++;
    }
  }
}
