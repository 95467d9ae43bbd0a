package c_suppression;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/** What is wrong with a guard of another vocabulary stems from it as well. */
class ForeignDeclarations {
  private Object changing = new Object();

  @SuppressWarnings("GuardedBy")
  @GuardedBy("missing")
  int silenced;

  @GuardedBy("missing") // expect: InvalidContract "missing"
  int told;

  @SuppressWarnings("GuardedBy")
  @GuardedBy("changing")
  int silencedToo;

  @SuppressWarnings("GuardedBy")
  @dev.holdfast.annotations.GuardedBy("missing") // expect: InvalidContract "missing"
  int ours;

  void change() {
    changing = new Object();
  }

  interface Task {
    void run();
  }

  class Silenced implements Task {
    @Override
    @SuppressWarnings("GuardedBy")
    @GuardedBy("ForeignDeclarations.this")
    public void run() {}
  }

  class Told implements Task {
    @Override
    @GuardedBy("ForeignDeclarations.this") // expect: IncompatibleOverride "requires more"
    public void run() {}
  }
}
