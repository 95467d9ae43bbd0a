// Where no contract names the path, it is reported at the acquisition.
package j58_non_final_lock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class AtAcquisition {
  static class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;
  }

  private Shard current = new Shard();

  void replace(Shard shard) {
    current = shard;
  }

  void throughField() {
    synchronized (current) { // expect: UnstableLock "current"
      System.out.println("held");
    }
  }

  void throughLocal() {
    Shard local = current;
    local.lock.lock();
    try {
      local.value++;
    } finally {
      local.lock.unlock();
    }
  }
}
