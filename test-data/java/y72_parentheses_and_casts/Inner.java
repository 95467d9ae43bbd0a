package y72_parentheses_and_casts;

import dev.holdfast.annotations.GuardedBy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** A cast to what an object is known to be fetches it from nowhere. */
final class Inner {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Leaf> leaves = new HashMap<>();

  private class Leaf {
    @GuardedBy("lock")
    int size;
  }

  void put(String key) {
    lock.lock();
    try {
      Leaf leaf = (Leaf) leaves.get(key);
      leaf.size++;
      for (Leaf each : ((Map<String, Leaf>) leaves).values()) {
        each.size++;
      }
    } finally {
      lock.unlock();
    }
    leaves.get(key).size++; // expect: UnguardedAccess
  }
}

/** A cast from a wider type may. */
final class Wider {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Object> leaves = new HashMap<>();

  private class Leaf {
    @GuardedBy("lock")
    int size;
  }

  void put(String key) {
    leaves.put(key, new Leaf());
    lock.lock();
    try {
      Leaf leaf = (Leaf) leaves.get(key);
      leaf.size++; // expect: UnguardedAccess
    } finally {
      lock.unlock();
    }
  }
}
