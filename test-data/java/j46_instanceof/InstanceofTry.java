// An instanceof pattern combined with tryLock on the binding.
package j46_instanceof;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class InstanceofTry {
  static class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;
  }

  void conjunction(Object o) {
    if (o instanceof Shard s && s.lock.tryLock()) {
      try {
        s.value++;
      } finally {
        s.lock.unlock();
      }
    }
  }

  void negatedDisjunction(Object o) {
    if (!(o instanceof Shard s) || !s.lock.tryLock()) {
      return;
    }
    try {
      s.value++;
    } finally {
      s.lock.unlock();
    }
  }

  void nested(Object o) {
    if (o instanceof Shard s) {
      if (s.lock.tryLock()) {
        try {
          s.value++;
        } finally {
          s.lock.unlock();
        }
      } else {
        s.value--; // expect: UnguardedAccess "s.lock"
      }
    }
  }

  void noTry(Object o) {
    if (o instanceof Shard s && s.value > 0) { // expect: UnguardedAccess "s.lock"
      System.out.println("positive");
    }
  }

  void castInsteadOfBinding(Object o) {
    if (o instanceof Shard s && s.lock.tryLock()) {
      try {
        ((Shard) o).value++;
      } finally {
        s.lock.unlock();
      }
    }
  }

  void otherObject(Object o, Shard other) {
    if (o instanceof Shard s && s.lock.tryLock()) {
      try {
        other.value++; // expect: UnguardedAccess "other.lock"
      } finally {
        s.lock.unlock();
      }
    }
  }

  void ownedLock(Shard shard) {
    Lock lock = shard.lock;
    if (lock instanceof ReentrantLock owned && owned.isHeldByCurrentThread()) {
      shard.value++;
    }
  }

  void negatedBlock(Object o) {
    if (!(o instanceof Shard s)) {
      throw new IllegalArgumentException();
    }
    s.lock.lock();
    try {
      s.value++;
    } finally {
      s.lock.unlock();
    }
    s.value--; // expect: UnguardedAccess "s.lock"
  }
}
