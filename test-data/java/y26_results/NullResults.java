// Conditional acquisitions told by a reference: null or not.
package y26_results;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

class NullResults {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  @AcquiresIf(value = "mutex", result = When.NON_NULL)
  Object token() {
    Object token = null;
    if (mutex.tryLock()) {
      token = this;
    }
    return token;
  }

  @AcquiresIf(value = "mutex", result = When.NULL)
  String reason() {
    if (!mutex.tryLock()) {
      return "busy";
    }
    return null;
  }

  @AcquiresIf(value = "mutex", result = When.NULL)
  String swapped() {
    if (!mutex.tryLock()) {
      return null; // expect: BrokenContract "mutex"
    }
    return "busy"; // expect: BrokenContract "mutex"
  }

  void stored() {
    Object token = token();
    if (token == null) {
      return;
    }
    count++;
    mutex.unlock();
  }

  void assigned() {
    Object token;
    if ((token = token()) != null) {
      count++;
      mutex.unlock();
    } else {
      count--; // expect: UnguardedAccess "mutex"
    }
    System.out.println(token);
  }

  void reasonStored() {
    String reason = reason();
    if (reason == null) {
      count++;
      mutex.unlock();
    } else {
      System.out.println(reason);
      count--; // expect: UnguardedAccess "mutex"
    }
  }

  void inLoop() {
    Object token;
    while ((token = token()) == null) {
      Thread.onSpinWait();
    }
    count++;
    mutex.unlock();
  }
}
