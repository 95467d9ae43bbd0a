package c_invalid_definitions;

import dev.holdfast.annotations.AcquiredBefore;
import java.util.concurrent.locks.ReentrantLock;

/** A declared order that goes in a circle. */
final class OrderCycle {
  @AcquiredBefore("second") // expect: InvalidContract
  private final ReentrantLock first = new ReentrantLock();

  @AcquiredBefore("first")
  private final ReentrantLock second = new ReentrantLock();
}
