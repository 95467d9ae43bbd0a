// Nothing is inferred where another call than the ones seen may run the body, or another body: of
// methods that implement, override or are overridden, and of a private class with a wider subclass.
package x01_inferred_helpers;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

class OpenMethods {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int total;

  private class Task implements Callable<Integer> {
    @Override
    public Integer call() {
      return total; // expect: UnguardedAccess "lock"
    }

    @Override
    public String toString() {
      return "" + total; // expect: UnguardedAccess "lock"
    }
  }

  private interface Step {
    void step();

    default void twice() {
      step();
      step();
    }
  }

  /** Is made the implementation of an interface only below. */
  private class Increment {
    public void step() {
      total++; // expect: UnguardedAccess "lock"
    }
  }

  private final class Stepper extends Increment implements Step {}

  private class Overridden {
    int value() {
      return total; // expect: UnguardedAccess "lock"
    }
  }

  private final class Overrider extends Overridden {
    @Override
    int value() {
      return -total; // expect: UnguardedAccess "lock"
    }
  }

  /** What others make of it can call whatever it inherits. */
  private class Base {
    void bump() {
      total++; // expect: UnguardedAccess "lock"
    }
  }

  class Derived extends Base {}

  /** Has a package to be called from. */
  class Visible {
    void bump() {
      total++; // expect: UnguardedAccess "lock"
    }
  }

  private enum Kind {
    ONE,
    TWO {
      @Override
      int weight(OpenMethods of) {
        return 2 * of.total; // expect: UnguardedAccess "lock"
      }
    };

    int weight(OpenMethods of) {
      return of.total; // expect: UnguardedAccess "lock"
    }
  }

  /** A pattern calls it. */
  private record Reading(OpenMethods of) {
    public OpenMethods of() {
      of.total++; // expect: UnguardedAccess "lock"
      return of;
    }
  }

  /** What is declared stands. */
  private class Declared {
    @Requires("lock")
    void bump() {
      total++;
    }
  }

  int held(Task task, Stepper stepper, Overridden some, Derived derived, Visible visible, Kind kind) {
    lock.lock();
    try {
      stepper.step();
      stepper.twice();
      derived.bump();
      visible.bump();
      new Declared().bump();
      new Reading(this).of();
      return task.call() + some.value() + new Overrider().value() + kind.weight(this);
    } finally {
      lock.unlock();
    }
  }

  void unheld(Declared declared) {
    declared.bump(); // expect: LockNotHeld "lock"
  }
}
