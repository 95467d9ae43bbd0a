// A pipeline over all elements is a loop over them; its callbacks are given elements.
package y87_pipelines;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

class Pipelines {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();
    final int id = 0;

    @GuardedBy("lock")
    int size;
  }

  private final Lock[] locks = new Lock[8];
  private final List<Shard> shards = new ArrayList<>();

  // ---- right

  void ofArray() {
    Arrays.stream(locks).forEach(Lock::lock);
    try {
      work();
    } finally {
      Arrays.stream(locks).forEachOrdered(lock -> lock.unlock());
    }
  }

  void ofAll(Lock[] all) {
    Stream.of(all).forEach(Lock::lock);
    try {
      work();
    } finally {
      for (Lock lock : all) lock.unlock();
    }
  }

  int ofList() {
    shards.stream().forEach(shard -> shard.lock.lock());
    try {
      return shards.stream().filter(shard -> shard.size > 1).mapToInt(shard -> shard.size).sum();
    } finally {
      shards.stream().forEach(shard -> shard.lock.unlock());
    }
  }

  void sorted() {
    shards.stream()
        .sorted(Comparator.comparing(shard -> shard.id))
        .forEach(shard -> shard.lock.lock());
    try {
      shards.stream().limit(2).forEach(shard -> shard.size++);
    } finally {
      for (Shard shard : shards) shard.lock.unlock();
    }
  }

  boolean any() {
    lockAll();
    try {
      return shards.stream().anyMatch(shard -> shard.size > 1);
    } finally {
      unlockAll();
    }
  }

  int byHelper() {
    lockAll();
    try {
      return sum();
    } finally {
      unlockAll();
    }
  }

  private int sum() {
    return shards.stream().mapToInt(shard -> shard.size).sum();
  }

  private void lockAll() {
    shards.stream().forEach(shard -> shard.lock.lock());
  }

  private void unlockAll() {
    shards.stream().forEach(shard -> shard.lock.unlock());
  }

  // ---- wrong

  void lost() {
    Arrays.stream(locks).forEach(Lock::lock);
  } // expect: LockLeak

  void onThrow() {
    Arrays.stream(locks).forEach(Lock::lock); // expect: LockLeakOnThrow
    work();
    Arrays.stream(locks).forEach(Lock::unlock);
  }

  void someOnly() {
    lockAll(); // expect: LockLeakOnThrow
    shards.stream().skip(1).forEach(shard -> shard.lock.unlock()); // expect: ReleaseNotHeld
  } // expect: LockLeak

  void chosenOnly() {
    lockAll(); // expect: LockLeakOnThrow
    shards.stream()
        .filter(shard -> shard.id > 1)
        .forEach(shard -> shard.lock.unlock()); // expect: ReleaseNotHeld
  } // expect: LockLeak

  void elsewhere() {
    lockAll(); // expect: LockLeakOnThrow
    shards.parallelStream().forEach(shard -> shard.lock.unlock()); // expect: ReleaseNotHeld
  } // expect: LockLeak

  void onTheWay() {
    lockAll(); // expect: LockLeakOnThrow
    shards.stream().peek(shard -> shard.lock.unlock()).count(); // expect: ReleaseNotHeld
  } // expect: LockLeak

  int afterwards() {
    lockAll();
    unlockAll();
    return shards.stream().mapToInt(shard -> shard.size).sum(); // expect: UnguardedAccess
  }

  int elsewhereRead() {
    lockAll();
    try {
      return shards.parallelStream().mapToInt(shard -> shard.size).sum(); // expect: UnguardedAccess
    } finally {
      unlockAll();
    }
  }

  int ofOthers(List<Shard> others) {
    lockAll();
    try {
      return others.stream().mapToInt(shard -> shard.size).sum(); // expect: UnguardedAccess
    } finally {
      unlockAll();
    }
  }

  int unlocked() {
    return sum(); // expect: LockNotHeld
  }

  void fromOneOn(Shard[] all) {
    Arrays.stream(all, 1, 4).forEach(shard -> shard.lock.lock()); // expect: LockLeakOnThrow
    Arrays.stream(all).forEach(shard -> shard.lock.unlock()); // expect: ReleaseNotHeld
  } // expect: LockLeak

  static native void work();
}
