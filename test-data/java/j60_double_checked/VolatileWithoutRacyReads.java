// A volatile field whose guard does not allow racy reads is an ordinary guarded field.
package j60_double_checked;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class VolatileWithoutRacyReads {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private volatile Object value;

  Object get() {
    if (value == null) { // expect: UnguardedAccess "mutex"
      mutex.lock();
      try {
        if (value == null) {
          value = new Object();
        }
      } finally {
        mutex.unlock();
      }
    }
    return value; // expect: UnguardedAccess "mutex"
  }
}
