// A lock of the result can be taken or released only where there is a result. A lock of another object may go with a null result.
package y54_null_result;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.ReleasesIf;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

class Pool {
  static class Entry {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int uses;
  }

  private final Entry entry = new Entry();

  // ---- right

  @AcquiresIf(value = "return.lock", result = When.NON_NULL)
  Entry tryEntry() {
    return entry.lock.tryLock() ? entry : null;
  }

  /** The answer says what is in the way. */
  @AcquiresIf(value = "entry.lock", result = When.NULL)
  Object obstacle() {
    return entry.lock.tryLock() ? null : entry;
  }

  @ReleasesIf(value = "entry.lock", result = When.NULL)
  Object finish(boolean done) {
    if (done) {
      entry.lock.unlock();
      return null;
    }
    return entry;
  }

  void use() {
    Entry own = tryEntry();
    if (own != null) {
      own.uses++;
      own.lock.unlock();
    }
    if (obstacle() == null) {
      entry.uses++;
      entry.lock.unlock();
    }
  }

  // ---- wrong

  @AcquiresIf(value = "return.lock", result = When.NULL) // expect: InvalidContract "there is no result when it is NULL"
  Entry taken() {
    return null;
  }

  @AcquiresIf(value = {"entry.lock", "return.lock"}, result = When.NULL) // expect: InvalidContract "return.lock"
  Entry both() {
    return null;
  }

  @ReleasesIf(value = "return.lock", result = When.NULL) // expect: InvalidContract "there is no result when it is NULL"
  Entry released() {
    return entry;
  }

  @AcquiresIf(value = "return", result = When.NULL) // expect: InvalidContract "there is no result when it is NULL"
  ReentrantLock itself() {
    return null;
  }

  @AcquiresIf(value = "entry.lock", result = When.NULL)
  Object mistaken() {
    return entry.lock.tryLock() ? entry : null; // expect: BrokenContract
  }
}
