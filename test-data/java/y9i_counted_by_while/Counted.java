// An index that is counted up in a loop without a head of its own leaves the lock of every element
// held;
// an array without elements has none to reach.
package y9i_counted_by_while;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class Counted {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  private final Shard[] shards = new Shard[16];
  private final List<Shard> list = new ArrayList<>();

  // ---- right

  void oneOfThem(int k) {
    int i = 0;
    while (i < shards.length) {
      shards[i].lock.lock();
      i++;
    }
    try {
      shards[k].size = 0;
      shards[3].size = 0;
    } finally {
      i = 0;
      while (i < shards.length) {
        shards[i].lock.unlock();
        i++;
      }
    }
  }

  void back(int k) {
    int i = 0;
    while (i < shards.length) {
      shards[i++].lock.lock();
    }
    try {
      shards[k].size = 0;
    } finally {
      while (--i >= 0) {
        shards[i].lock.unlock();
      }
    }
  }

  void ofList(int k) {
    int i = 0;
    for (; i < list.size(); i++) {
      list.get(i).lock.lock();
    }
    try {
      list.get(k).size = 0;
    } finally {
      for (i = 0; i < list.size(); i++) {
        list.get(i).lock.unlock();
      }
    }
  }

  void perhaps(int k) {
    int i = 0;
    while (i < shards.length) {
      shards[i].lock.lock();
      i++;
    }
    try {
      if (k < shards.length) {
        shards[k].size++;
      }
    } finally {
      for (Shard each : shards) {
        each.lock.unlock();
      }
    }
  }

  // ---- wrong

  void tooLate(int k) {
    int i = 0;
    while (i < shards.length) {
      shards[i].lock.lock();
      i++;
    }
    while (--i >= 0) {
      shards[i].lock.unlock();
    }
    shards[k].size = 0; // expect: UnguardedAccess
  }

  void halfway(int k) {
    int i = 0;
    while (i < 8) {
      shards[i].lock.lock();
      i++;
    }
    try {
      shards[k].size = 0; // expect: UnguardedAccess
    } finally {
      while (--i >= 0) {
        shards[i].lock.unlock();
      }
    }
  }

  void tooEarly(int k) {
    shards[k].size = 0; // expect: UnguardedAccess
    int i = 0;
    while (i < shards.length) {
      shards[i].lock.lock();
      i++;
    }
    while (--i >= 0) {
      shards[i].lock.unlock();
    }
  }

  void ofOthers(Shard[] others, int k) {
    int i = 0;
    while (i < shards.length) {
      shards[i].lock.lock();
      i++;
    }
    try {
      others[k].size = 0; // expect: UnguardedAccess
    } finally {
      while (--i >= 0) {
        shards[i].lock.unlock();
      }
    }
  }
}
