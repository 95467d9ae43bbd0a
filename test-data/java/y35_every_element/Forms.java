// The forms in which all stripes are locked and unlocked, and what may be done meanwhile.
package y35_every_element;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Forms {
  static final class Shard {
    final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    int size;

    @Requires("lock")
    void clear() {
      size = 0;
    }

    @Requires("lock.readLock()")
    int size() {
      return size;
    }
  }

  private static final Lock[] GLOBAL = {new ReentrantLock(), new ReentrantLock()};

  private final Lock[] locks = {new ReentrantLock(), new ReentrantLock()};
  private final Shard[] shards = {new Shard(), new Shard()};
  private final List<Shard> list = List.of(new Shard(), new Shard());
  private final Collection<Shard> collection = list;
  private int count;

  @Returns("locks[#1]")
  Lock lockFor(int key) {
    return locks[key & 1];
  }

  @Returns("shards[#1]")
  Shard shardFor(int key) {
    return shards[key & 1];
  }

  @Requires("locks[#1]")
  void touch(int key) {
    System.out.println(key);
  }

  void keyed(int key) {
    for (Lock lock : locks) {
      lock.lock();
    }
    try {
      touch(key);
      touch(0);
    } finally {
      for (Lock lock : locks) {
        lock.unlock();
      }
    }
    touch(key); // expect: LockNotHeld "locks"
  }

  void keyedElement(int key) {
    for (Shard shard : shards) {
      shard.lock.writeLock().lock();
    }
    try {
      shardFor(key).clear();
      shards[key].clear();
    } finally {
      for (Shard shard : shards) {
        shard.lock.writeLock().unlock();
      }
    }
  }

  int readers() {
    for (Shard shard : shards) {
      shard.lock.readLock().lock();
    }
    try {
      int sum = 0;
      for (Shard shard : shards) {
        sum += shard.size();
        if (shard.size == 0) {
          continue;
        }
        sum += shard.size;
      }
      shards[0].clear(); // expect: LockNotHeld "for reading"
      return sum;
    } finally {
      for (Shard shard : shards) {
        shard.lock.readLock().unlock();
      }
    }
  }

  void writeIntoRead() {
    for (Shard shard : shards) {
      shard.lock.readLock().lock();
    }
    try {
      for (Shard shard : shards) {
        shard.size = 0; // expect: UnguardedAccess "for reading"
      }
      shards[1].size++; // expect: UnguardedAccess "for reading"
    } finally {
      for (Shard shard : shards) {
        shard.lock.readLock().unlock();
      }
    }
  }

  void wrongMode() {
    for (Shard shard : shards) {
      shard.lock.writeLock().lock();
    }
    for (Shard shard : shards) {
      shard.lock.readLock().unlock(); // expect: ReleaseNotHeld
    }
  }

  void local() {
    Lock[] all = locks;
    int count = all.length;
    for (int i = 0; i != count; ++i) {
      all[i].lock();
    }
    try {
      touch(1);
    } finally {
      for (int i = count - 1; i > -1; --i) {
        locks[i].unlock();
      }
    }
  }

  static void parameter(List<? extends Lock> all, Runnable action) {
    for (Lock each : all) {
      each.lock();
    }
    try {
      action.run();
    } finally {
      for (int i = all.size() - 1; i >= 0; i--) {
        all.get(i).unlock();
      }
    }
  }

  static void shared(Runnable action) {
    for (int i = 0; GLOBAL.length > i; i++) {
      Lock lock = GLOBAL[i];
      lock.lock();
    }
    try {
      action.run();
    } finally {
      for (var lock : GLOBAL) {
        lock.unlock();
      }
    }
  }

  int collection() {
    for (Shard shard : collection) {
      shard.lock.readLock().lock();
    }
    int sum = 0;
    try {
      for (Shard shard : collection) {
        sum += shard.size();
      }
    } finally {
      for (Shard shard : collection) {
        shard.lock.readLock().unlock();
      }
    }
    return sum;
  }

  boolean search(int wanted) {
    for (Shard shard : list) {
      shard.lock.readLock().lock();
    }
    try {
      for (Shard shard : list) {
        if (shard.size == wanted) {
          return true;
        }
      }
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).size == wanted) {
          break;
        }
      }
      return list.get(0).size() == wanted;
    } finally {
      for (Shard shard : list) {
        shard.lock.readLock().unlock();
      }
    }
  }

  void underFlag(boolean exclusive) {
    if (exclusive) {
      for (Lock lock : locks) {
        lock.lock();
      }
    }
    count++;
    if (exclusive) {
      for (Lock lock : locks) {
        lock.unlock();
      }
    }
  }

  void again() {
    for (Shard shard : shards) {
      shard.lock.writeLock().lock();
    }
    try {
      shards[0].lock.writeLock().lock();
      shards[0].size = 0;
      shards[0].lock.writeLock().unlock();
      shards[0].size = 1;
      for (Shard shard : shards) {
        shard.lock.writeLock().lock();
        try {
          shard.size++;
        } finally {
          shard.lock.writeLock().unlock();
        }
      }
      shards[0].size = 2;
      for (Shard shard : shards) {
        shard.lock.writeLock().lock();
      }
      shards[0].size = 3;
      for (Shard shard : shards) {
        shard.lock.writeLock().unlock();
      }
      shards[1].size = 4;
    } finally {
      for (Shard shard : shards) {
        shard.lock.writeLock().unlock();
      }
    }
    shards[1].size = 4; // expect: UnguardedAccess "released in line"
  }

  void repeatedly(int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (Lock lock : locks) {
        lock.lock();
      }
      try {
        touch(round);
      } finally {
        for (Lock lock : locks) {
          lock.unlock();
        }
      }
    }
  }

  void two() {
    for (Lock lock : locks) {
      lock.lock();
    }
    try {
      for (Shard shard : shards) {
        shard.lock.writeLock().lock();
      }
      try {
        touch(0);
        shards[0].clear();
      } finally {
        for (Shard shard : shards) {
          shard.lock.writeLock().unlock();
        }
      }
      shards[0].clear(); // expect: LockNotHeld
    } finally {
      for (Lock lock : locks) {
        lock.unlock();
      }
    }
  }
}
