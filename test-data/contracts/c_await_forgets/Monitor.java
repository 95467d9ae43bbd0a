package c_await_forgets;

import dev.holdfast.annotations.DefinesState;
import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.Requires;

/** wait does the same with a monitor. */
@DefinesState(name = "filled", needs = "this")
abstract class Monitor {
  @Requires("this")
  @Establishes("filled")
  abstract void fill();

  @Requires({"this", "filled"})
  abstract int take();

  synchronized int forgottenByWait() throws InterruptedException {
    fill();
    wait();
    return take(); // expect: LockNotHeld "filled"
  }

  synchronized int forgottenInALoop(int turns) throws InterruptedException {
    int sum = 0;
    fill();
    for (int i = 0; i < turns; i++) {
      sum += take(); // expect: LockNotHeld "filled"
      wait();
    }
    return sum;
  }

  synchronized int remembered() {
    fill();
    notifyAll();
    return take();
  }
}
