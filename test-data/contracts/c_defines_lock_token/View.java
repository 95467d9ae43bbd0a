package c_defines_lock_token;

import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;

/** What only the event thread may do. */
final class View {
  @GuardedBy("Edt.class")
  private String title;

  @Requires("Edt.class")
  void repaint() {
    title = "painting";
  }

  void elsewhere() {
    repaint(); // expect: LockNotHeld "event thread"
    title = "wrong"; // expect: UnguardedAccess "event thread"
  }

  void tested() {
    if (Edt.isCurrent()) {
      repaint();
    }
  }

  void entered() {
    Edt.enter();
    try {
      repaint();
    } finally {
      Edt.leave();
    }
  }

  @Excludes("Edt.class")
  void slow() {}

  @Requires("Edt.class")
  void callsSlow() {
    slow(); // expect: LockExcluded "event thread"
  }
}
