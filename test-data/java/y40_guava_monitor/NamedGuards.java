// A guard of a class with a name belongs to the monitor that its constructors hand on.
package y40_guava_monitor;

import com.google.common.util.concurrent.Monitor;
import dev.holdfast.annotations.GuardedBy;

class NamedGuards {
  private final Monitor monitor = new Monitor();
  private final Monitor other = new Monitor();

  @GuardedBy("monitor")
  private int count;

  class NotFull extends Monitor.Guard {
    NotFull() {
      super(monitor);
    }

    @Override
    public boolean isSatisfied() {
      return count < 3;
    }

    @Override
    public String toString() {
      return "" + count; // expect: UnguardedAccess "monitor"
    }
  }

  private final class NotEmpty extends Monitor.Guard {
    private final int least;

    NotEmpty() {
      this(1);
    }

    NotEmpty(int least) {
      super(NamedGuards.this.monitor);
      this.least = least;
    }

    NotEmpty(String least) {
      super(monitor);
      this.least = least.length();
    }

    @Override
    public boolean isSatisfied() {
      return count >= least;
    }
  }

  static final class Kept extends Monitor.Guard {
    private final NamedGuards box;

    Kept(NamedGuards box) {
      super(box.monitor);
      this.box = box;
    }

    @Override
    public boolean isSatisfied() {
      return box.count > 0;
    }
  }

  static final class KeptAnother extends Monitor.Guard {
    private final NamedGuards box;

    KeptAnother(NamedGuards box, NamedGuards another) {
      super(another.monitor);
      this.box = box;
    }

    @Override
    public boolean isSatisfied() {
      return box.count > 0; // expect: UnguardedAccess "box.monitor"
    }
  }

  class OfOther extends Monitor.Guard {
    OfOther() {
      super(other);
    }

    @Override
    public boolean isSatisfied() {
      return count < 3; // expect: UnguardedAccess "monitor"
    }
  }

  class OfEither extends Monitor.Guard {
    OfEither() {
      super(monitor);
    }

    OfEither(Monitor any) {
      super(any);
    }

    @Override
    public boolean isSatisfied() {
      return count < 3; // expect: UnguardedAccess "monitor"
    }
  }

  private final NotFull notFull = new NotFull();

  void put() throws InterruptedException {
    monitor.enterWhen(notFull);
    try {
      count++;
    } finally {
      monitor.leave();
    }
  }
}
