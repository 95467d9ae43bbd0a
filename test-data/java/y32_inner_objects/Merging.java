// One outer object comes by the inner objects of another: whose they are is not known.
package y32_inner_objects;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class Merging {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Part> parts = new ArrayList<>();

  private class Part {
    @GuardedBy("lock")
    private int size;

    @Requires("lock")
    void grow() {
      size++;
    }
  }

  void growAll(Merging other) {
    lock.lock();
    try {
      for (Part part : other.parts) {
        part.grow(); // expect: LockNotHeld "part.outer.lock"
      }
    } finally {
      lock.unlock();
    }
  }
}
