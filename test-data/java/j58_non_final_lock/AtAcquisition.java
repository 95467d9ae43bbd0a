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

  /** One field that can change is one mistake, wherever it is locked; the first place tells it. */
  static class Several {
    private Object first = new Object();
    private Object second = new Object();
    int value;

    void replace(Object other) {
      first = other;
      second = other;
    }

    void inLoop() {
      for (int i = 0; i < 3; i++) {
        synchronized (first) { // expect: UnstableLock "declared here"
          value += 5;
        }
      }
    }

    void again() {
      synchronized (first) {
        value += 7;
      }
      synchronized (second) { // expect: UnstableLock "second"
        value += 9;
      }
    }
  }
}
