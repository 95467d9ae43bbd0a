// The same with mistakes.
package y9g_sweeps_of_views;

import dev.holdfast.annotations.GuardedBy;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

class ViewsWrong {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  private final Map<String, Shard> byName = new HashMap<>();
  private final Map<String, Shard> conc = new ConcurrentHashMap<>();

  void wChanged() {
    for (Shard s : byName.values()) s.lock.lock(); // expect: LockLeakOnThrow
    byName.put("x", new Shard());
    try {
      for (Shard s : byName.values()) s.size = 0; // expect: UnguardedAccess
    } finally {
      for (Shard s : byName.values()) s.lock.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak

  void wOther(Map<String, Shard> m) {
    for (Shard s : byName.values()) s.lock.lock();
    try {
      for (Shard s : m.values()) s.size = 0; // expect: UnguardedAccess
    } finally {
      for (Shard s : byName.values()) s.lock.unlock();
    }
  }

  void wLeak() {
    for (Shard s : byName.values()) s.lock.lock();
    for (Shard s : byName.values()) s.size = 0;
  } // expect: LockLeak

  void wHead(TreeMap<String, Shard> m) {
    for (Shard s : m.headMap("k").values()) s.lock.lock(); // expect: LockLeakOnThrow
    try {
      for (Shard s : m.values()) s.size = 0; // expect: UnguardedAccess
    } finally {
      for (Shard s : m.headMap("k").values()) s.lock.unlock();
    }
  }

  void wSome() {
    for (Shard s : byName.values()) {
      if (s.hashCode() > 0) s.lock.lock(); // expect: LockLeakOnThrow
    }
    for (Shard s : byName.values()) s.lock.unlock(); // expect: ReleaseNotHeld
  } // expect: LockLeak

  void wAfter() {
    for (Shard s : byName.values()) s.lock.lock();
    for (Shard s : byName.values()) s.lock.unlock();
    for (Shard s : byName.values()) s.size = 0; // expect: UnguardedAccess
  }

  void wRemoved(Shard x) {
    for (Shard s : byName.values()) s.lock.lock(); // expect: LockLeakOnThrow
    byName.values().add(x);
    try {
      for (Shard s : byName.values()) s.size = 0; // expect: UnguardedAccess
    } finally {
      for (Shard s : byName.values()) s.lock.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak

  void wTwice() {
    for (Shard s : byName.values()) s.lock.lock();
    for (Shard s : byName.values()) s.lock.unlock();
    for (Shard s : byName.values()) s.lock.unlock(); // expect: ReleaseNotHeld
  }

  void conc() {
    for (Shard s : conc.values()) s.lock.lock(); // expect: LockLeakOnThrow
    try {
      for (Shard s : conc.values()) s.size = 0; // expect: UnguardedAccess
    } finally {
      for (Shard s : conc.values()) s.lock.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak
}
