package n21;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

/** The same shape without regions: a locked slot or null. */
abstract class Slots {
  static final class Slot {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;
  }

  @AcquiresIf(value = "return.lock", result = When.NON_NULL)
  abstract Slot tryTake(int key);

  int untested(int key) {
    Slot slot = tryTake(key);
    try {
      return slot.value; // expect: UnguardedAccess "slot.lock"
    } finally {
      slot.lock.unlock();
    }
  }

  int tested(int key) {
    Slot slot = tryTake(key);
    if (slot == null) {
      return 0;
    }
    try {
      return slot.value;
    } finally {
      slot.lock.unlock();
    }
  }
}
