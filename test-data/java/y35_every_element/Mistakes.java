// What looks like taking or giving up the lock of every element, and is not.
package y35_every_element;

import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Mistakes {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  @DefinesLock(name = "latch")
  static final class Slot {
    @GuardedBy("latch")
    int size;

    @Acquires("latch")
    @LockUnchecked(reason = "the primitive itself")
    void lock() {}

    @Releases("latch")
    @LockUnchecked(reason = "the primitive itself")
    void unlock() {}
  }

  private final Shard[] shards = {new Shard(), new Shard()};
  private final Shard[] others = {new Shard(), new Shard()};
  private final Slot[] slots = {new Slot(), new Slot()};
  private final List<Shard> list = new ArrayList<>();
  private Shard[] table = {new Shard(), new Shard()};

  void broken(boolean stop) {
    for (Shard shard : shards) {
      shard.lock.lock();
    }
    for (Shard shard : shards) {
      if (stop) {
        break;
      }
      shard.lock.unlock();
    }
  } // expect: LockLeak

  void skipped(boolean skip) {
    for (Shard shard : shards) {
      shard.lock.lock();
    }
    for (Shard shard : shards) {
      if (skip) {
        continue;
      }
      shard.lock.unlock();
    }
  } // expect: LockLeak

  void returned(boolean stop) {
    for (Shard shard : shards) {
      shard.lock.lock();
    }
    for (Shard shard : shards) {
      if (stop) {
        return; // expect: LockLeak
      }
      shard.lock.unlock();
    }
  }

  void takenByHalf(boolean all) {
    for (Shard shard : shards) {
      if (all) {
        shard.lock.lock(); // expect: LockLeakOnThrow
      }
    }
    shards[0].size++; // expect: UnguardedAccess
    for (Shard shard : shards) {
      shard.lock.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak

  void stoppedTaking(boolean stop) {
    for (Shard shard : shards) {
      shard.lock.lock(); // expect: LockLeakOnThrow
      if (stop) {
        break;
      }
    }
    shards[0].size++; // expect: UnguardedAccess
    for (Shard shard : shards) {
      shard.lock.unlock();
    }
  }

  void otherArray() {
    for (Shard shard : shards) {
      shard.lock.lock(); // expect: LockLeakOnThrow
    }
    others[0].size++; // expect: UnguardedAccess
    for (Shard shard : others) {
      shard.lock.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak

  void ofAnotherLength() {
    for (int i = 0; i < shards.length; i++) {
      others[i].lock.lock(); // expect: LockLeakOnThrow
    }
    others[0].size++; // expect: UnguardedAccess
  } // expect: LockLeak

  void stored(Shard shard) {
    for (Shard each : shards) {
      each.lock.lock(); // expect: LockLeakOnThrow
    }
    shards[0] = shard;
    shards[1].size++; // expect: UnguardedAccess
  } // expect: LockLeak

  void added(Shard shard) {
    for (Shard each : list) {
      each.lock.lock(); // expect: LockLeakOnThrow
    }
    list.add(shard);
    list.get(0).size++; // expect: UnguardedAccess
  } // expect: LockLeak

  void reassigned() {
    for (Shard each : table) {
      each.lock.lock(); // expect: LockLeakOnThrow
    }
    table = new Shard[] {new Shard()};
    table[0].size++; // expect: UnguardedAccess
  } // expect: LockLeak

  void reassignedLocal(Shard[] given) {
    Shard[] all = shards;
    for (Shard each : all) {
      each.lock.lock(); // expect: LockLeakOnThrow
    }
    all = given;
    all[0].size++; // expect: UnguardedAccess
    for (Shard each : all) {
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak

  void everySecond() {
    for (int i = 0; i < shards.length; i += 2) {
      shards[i].lock.lock(); // expect: LockLeakOnThrow
    }
    shards[shards.length - 1].size++; // expect: UnguardedAccess
  } // expect: LockLeak

  void neighbours() {
    for (int i = 0; i < shards.length; i++) {
      shards[i + 1].lock.lock(); // expect: LockLeakOnThrow
    }
    shards[0].size++; // expect: UnguardedAccess
  } // expect: LockLeak

  void movedIndex() {
    for (int i = 0; i < shards.length; i++) {
      shards[i].lock.lock(); // expect: LockLeakOnThrow
      i++;
    }
    shards[1].size++; // expect: UnguardedAccess
  } // expect: LockLeak

  void oneAgain() {
    for (Slot slot : slots) {
      slot.lock(); // expect: LockLeakOnThrow
    }
    slots[0].lock(); // expect: DoubleAcquire
    slots[0].unlock();
    for (Slot slot : slots) {
      slot.unlock();
    }
    slots[0].size++; // expect: UnguardedAccess
  }

  void allAgain() {
    for (Slot slot : slots) {
      slot.lock();
    }
    for (Slot slot : slots) {
      slot.lock(); // expect: DoubleAcquire, LockLeakOnThrow
    }
    slots[0].size++;
    for (Slot slot : slots) {
      slot.unlock();
    }
    for (Slot slot : slots) {
      slot.unlock();
    }
  }

  void twice() {
    for (Slot slot : slots) {
      slot.lock();
    }
    for (Slot slot : slots) {
      slot.unlock();
    }
    for (Slot slot : slots) {
      slot.unlock(); // expect: ReleaseNotHeld "released in line"
    }
  }

  void oneReleased(int i, int j) {
    for (Shard shard : shards) {
      shard.lock.lock(); // expect: LockLeakOnThrow
    }
    shards[i].lock.unlock();
    shards[i].size++; // expect: UnguardedAccess "released in line"
    shards[j].size++; // expect: UnguardedAccess
  } // expect: LockLeak

  void releasedTooSoon() {
    for (Shard shard : shards) {
      shard.lock.lock(); // expect: LockLeakOnThrow
    }
    for (Shard shard : shards) {
      shard.lock.unlock();
      shard.size++; // expect: UnguardedAccess
      shards[0].size++; // expect: UnguardedAccess
    }
  }

  void readBefore() {
    for (Shard shard : shards) {
      shard.lock.lock(); // expect: LockLeakOnThrow
    }
    for (Shard shard : shards) {
      shard.size++;
      shards[0].size++; // expect: UnguardedAccess
      shard.lock.unlock();
    }
  }

  void throwsWhileTaking(Runnable action) {
    for (Shard shard : shards) {
      action.run();
      shard.lock.lock(); // expect: LockLeakOnThrow
    }
    for (Shard shard : shards) {
      shard.lock.unlock();
    }
  }

  void throwsWhileReleasing(Runnable action) {
    for (Shard shard : shards) {
      shard.lock.lock(); // expect: LockLeakOnThrow
    }
    for (Shard shard : shards) {
      action.run();
      shard.lock.unlock();
    }
  }

  void onlyReleased() {
    for (Shard shard : shards) {
      shard.lock.unlock(); // expect: ReleaseNotHeld
    }
  }
}
