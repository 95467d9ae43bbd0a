// An override that requires more, or whose effect differs, is reported at the annotation.
package j55_overrides;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.When;

class Adding extends Base {
  @Override
  @Requires("table.writeLock()") // expect: IncompatibleOverride
  int query() {
    return size;
  }

  @Override
  @Requires("table.readLock()") // expect: IncompatibleOverride
  void open() {
    System.out.println(size);
  }

  @Override
  @Acquires("table.readLock()") // expect: IncompatibleOverride
  void begin() {
    table.readLock().lock();
  }

  static class Excluding extends Base {
    @Override
    @Excludes("table") // expect: IncompatibleOverride
    void open() {
      System.out.println("open");
    }
  }

  static class Releasing extends Base {
    @Override
    @Releases("table.writeLock()") // expect: IncompatibleOverride
    void begin() {
      table.writeLock().unlock();
    }
  }

  static class OtherResult extends Base {
    @Override
    @AcquiresIf(value = "table.writeLock()", result = When.FALSE) // expect: IncompatibleOverride
    boolean tryBegin() {
      return !table.writeLock().tryLock();
    }
  }
}
