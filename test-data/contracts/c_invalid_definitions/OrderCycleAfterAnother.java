package c_invalid_definitions;

import dev.holdfast.annotations.AcquiredBefore;
import java.util.concurrent.locks.ReentrantLock;

/** A circle is reported at its own first field, not at one that it merely leads to. */
final class OrderCycleAfterAnother {
  private final ReentrantLock last = new ReentrantLock();

  @AcquiredBefore("second") // expect: InvalidContract "from 'first' back to itself"
  private final ReentrantLock first = new ReentrantLock();

  @AcquiredBefore({"first", "last"})
  private final ReentrantLock second = new ReentrantLock();
}
