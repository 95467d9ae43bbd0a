package c_invalid_definitions;

import dev.holdfast.annotations.AcquiredAfter;
import dev.holdfast.annotations.AcquiredBefore;
import java.util.concurrent.locks.ReentrantLock;

/** Only a lock has a place in an order; any object is one by its monitor, a number is none. */
final class OrderOfNumber {
  private final ReentrantLock lock = new ReentrantLock();

  @AcquiredBefore("lock") // expect: InvalidContract "'count'"
  private int count;

  @AcquiredAfter("lock") // expect: InvalidContract "'flag'"
  private boolean flag;

  @AcquiredAfter("lock")
  private final Object monitor = new Object();

  @AcquiredAfter("count") // expect: InvalidContract "count"
  private final ReentrantLock afterNumber = new ReentrantLock();

  @AcquiredAfter("lock")
  private final int[] numbers = new int[3];
}
