// The prologue of a constructor, before super(): one's own fields are free there.
package j54_construction;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Prologue {
  static class Base {
    Base(int size) {
      System.out.println(size);
    }
  }

  static class Derived extends Base {
    private final ReentrantLock mutex;

    @GuardedBy("mutex")
    private int count;

    Derived(int size, Derived other) {
      int checked = Math.max(size, 0);
      this.mutex = new ReentrantLock();
      this.count = checked;
      int foreign = other.count; // expect: UnguardedAccess "other.mutex"
      super(checked + foreign);
      count++;
    }
  }
}
