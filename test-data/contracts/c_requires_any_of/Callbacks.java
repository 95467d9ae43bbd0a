package c_requires_any_of;

import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

/** A callback knows no more of the locks that its caller holds than a method does. */
final class Callbacks {
  interface Task {
    @Requires(anyOf = {"#1.page", "#1.table"})
    void run(Callbacks on);
  }

  final ReentrantLock page = new ReentrantLock();
  final ReentrantLock table = new ReentrantLock();
  private Task task;

  @Requires(anyOf = {"page", "table"})
  void touch() {}

  @Requires("page")
  void turn() {}

  @Requires("table")
  void lay() {}

  void right() {
    task = on -> on.touch();
    task = Callbacks::touch;
    task =
        on -> {
          if (on.table.isHeldByCurrentThread()) {
            on.lay();
          } else {
            on.turn();
          }
        };
  }

  void first() {
    task = on -> on.turn(); // expect: LockNotHeld "page"
    task =
        on -> {
          on.turn(); // expect: LockNotHeld "page"
        };
    task = Callbacks::turn; // expect: LockNotHeld "page"
  }

  void second() {
    task = on -> on.lay(); // expect: LockNotHeld "table"
    task = Callbacks::lay; // expect: LockNotHeld "table"
  }
}
