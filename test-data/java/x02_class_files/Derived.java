// A subclass of a compiled class inherits its contracts.
package x02_class_files;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import x02_class_files.lib.Store;

class Derived extends Store {
  @GuardedBy("lock")
  private int extra;

  @Override
  public void update() {
    value += 2;
    extra++;
  }

  @Override
  @Requires("table") // expect: IncompatibleOverride
  public void refresh() {
    System.out.println("refreshed");
  }

  @Override
  public void begin() {
    System.out.println("not taken");
  } // expect: BrokenContract "lock"

  void caller() {
    update(); // expect: LockNotHeld "lock"
  }
}
