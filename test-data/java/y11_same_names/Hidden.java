// A field hides the lock of the superclass: the two are different locks, and messages tell which is meant.
package y11_same_names;

import dev.holdfast.annotations.GuardedBy;

class Hidden {
  protected final Object lock = new Object();

  @GuardedBy("lock")
  protected int count;

  static class Hiding extends Hidden {
    private final Object lock = new Object();

    @GuardedBy("lock")
    private int count;

    @GuardedBy("super.lock")
    private int other;

    void held() {
      synchronized (lock) {
        count++;
      }
      synchronized (super.lock) {
        super.count++;
        other++;
      }
    }

    void own() {
      synchronized (lock) {
        super.count++; // expect: UnguardedAccess "writing 'super.count' needs 'super.lock'; 'this.lock' is held, not 'super.lock'"
        other++; // expect: UnguardedAccess "needs 'super.lock'"
      }
    }

    void inherited() {
      synchronized (super.lock) {
        count++; // expect: UnguardedAccess "writing 'this.count' needs 'this.lock'; 'super.lock' is held"
      }
    }

    void others(Hiding that) {
      synchronized (that.lock) {
        that.count++;
        ((Hidden) that).count++; // expect: UnguardedAccess "the one of 'Hiding' is held, not that of 'Hidden'"
      }
    }
  }
}
