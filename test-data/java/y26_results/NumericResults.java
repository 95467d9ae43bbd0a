// Conditional acquisitions told by a number, tested directly, through a local, and in a switch.
package y26_results;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

class NumericResults {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @AcquiresIf(value = "mutex", result = When.ZERO)
  int error() {
    return mutex.tryLock() ? 0 : 1;
  }

  @AcquiresIf(value = "mutex", result = When.NON_ZERO)
  int ticket() {
    mutex.lock();
    if (count == 0) {
      mutex.unlock();
      return 0;
    }
    return 17;
  }

  @AcquiresIf(value = "mutex", result = When.NON_ZERO)
  int ticketOfCount() {
    mutex.lock();
    return count; // expect: BrokenContract "mutex"
  }

  void storedTicket() {
    int ticket = ticket();
    if (ticket != 0) {
      count++;
      mutex.unlock();
    } else {
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  void directTicket() {
    if (ticket() != 0) {
      count++;
      mutex.unlock();
    } else {
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  void zeroFirst() {
    if (0 != ticket()) {
      count++;
      mutex.unlock();
    }
  }

  void storedError() {
    int error = error();
    if (error == 0) {
      count++;
      mutex.unlock();
    } else {
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  void errorReturned() {
    int error = error();
    if (error != 0) {
      return;
    }
    count++;
    mutex.unlock();
  }

  void switched() {
    switch (error()) {
      case 0:
        count++;
        mutex.unlock();
        break;
      default:
        count--; // expect: UnguardedAccess "mutex"
    }
  }

  void switchedByArrow() {
    switch (error()) {
      case 0 -> {
        count++;
        mutex.unlock();
      }
      default -> count--; // expect: UnguardedAccess "mutex"
    }
  }
}
