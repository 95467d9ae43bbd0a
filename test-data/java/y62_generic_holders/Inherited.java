package y62_generic_holders;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;

/** The same for what a class inherits from a generic one, and for a lock of one's own class. */
final class Inherited extends Holders.Holder<Inherited.Gate> {
  @DefinesLock(name = "this", label = "gate", shared = false)
  abstract static class Gate {
    @Acquires("this")
    abstract void close();

    @Releases("this")
    abstract void open();
  }

  @GuardedBy("held")
  private int byField;

  @GuardedBy("get()")
  private int byGetter;

  Inherited(Gate gate) {
    super(gate);
  }

  void right() {
    held.close();
    byField = 2;
    byGetter = 3;
    get().open();
  }

  void twice() {
    get().close(); // expect: LockLeakOnThrow
    held.close(); // expect: DoubleAcquire "held"
    held.open();
    held.open();
  }

  void without() {
    byField = 5; // expect: UnguardedAccess "held"
    byGetter = 7; // expect: UnguardedAccess "held"
  }

  /** What is no lock by its type is one by its monitor. */
  static final class Plain extends Holders.Holder<Object> {
    @GuardedBy("held")
    private int count;

    Plain() {
      super(new Object());
    }

    void right() {
      synchronized (get()) {
        count++;
      }
    }

    void without() {
      count++; // expect: UnguardedAccess "held"
    }
  }
}
