// The same shapes with a mistake in each.
package y38_conjunctions;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class NotJoined {
  private final ReentrantLock mutex = new ReentrantLock();
  private boolean shared;

  @GuardedBy("mutex")
  private int count;

  void oneOfTwo(boolean durable, boolean open) {
    if (durable && open) {
      mutex.lock();
    }
    if (durable) {
      mutex.unlock(); // expect: ReleaseNotHeld
    }
  }

  void either(boolean durable, boolean open) {
    if (durable && open) {
      mutex.lock();
    }
    if (durable || open) {
      mutex.unlock(); // expect: ReleaseNotHeld
    }
  }

  void tooSeldom(boolean durable, boolean open) {
    if (durable || open) {
      mutex.lock();
    }
    if (durable && open) {
      mutex.unlock();
    }
  } // expect: LockLeak

  void thirdIsOther(boolean durable, boolean open, boolean dirty, boolean clean) {
    if (durable && open && dirty) {
      mutex.lock();
    }
    if (durable && open && clean) {
      mutex.unlock(); // expect: ReleaseNotHeld
    }
  }

  void wrongReturn(boolean durable, boolean open) {
    if (durable && open) {
      mutex.lock();
    }
    if (!durable) {
      return;
    }
    mutex.unlock(); // expect: ReleaseNotHeld
  }

  void reassigned(boolean durable, boolean open) {
    if (durable && open) {
      mutex.lock();
    }
    durable = shared;
    if (durable && open) {
      mutex.unlock(); // expect: ReleaseNotHeld
    }
  }

  void fieldMayChange(boolean open) {
    if (shared && open) {
      mutex.lock();
    }
    work();
    if (shared && open) {
      mutex.unlock(); // expect: ReleaseNotHeld
    }
  }

  void whereNot(boolean durable, boolean open) {
    if (durable && open) {
      mutex.lock();
    }
    if (!(durable && open)) {
      count++; // expect: UnguardedAccess "mutex"
    }
    if (durable && open) {
      mutex.unlock();
    }
  }

  void nextElement(boolean[] flags, boolean open) {
    for (boolean flag : flags) {
      if (flag && open) {
        mutex.lock();
      }
      work();
    }
    mutex.unlock(); // expect: ReleaseNotHeld
  }

  void change(boolean to) {
    shared = to;
  }

  private void work() {
    Thread.onSpinWait();
  }
}
