// The elements that a view shows are those of the collection, whichever call gave the view.
package y9g_sweeps_of_views;

import dev.holdfast.annotations.GuardedBy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

class Views {
  static final class Shard {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  private final Map<String, Shard> byName = new HashMap<>();

  @GuardedBy("this")
  private final Map<String, Shard> guarded = new HashMap<>();

  void loop() {
    for (Shard s : byName.values()) s.lock.lock();
    try {
      for (Shard s : byName.values()) s.size = 0;
    } finally {
      for (Shard s : byName.values()) s.lock.unlock();
    }
  }

  synchronized void loopGuarded() {
    for (Shard s : guarded.values()) s.lock.lock();
    try {
      for (Shard s : guarded.values()) s.size = 0;
    } finally {
      for (Shard s : guarded.values()) s.lock.unlock();
    }
  }

  void each() {
    byName.values().forEach(s -> s.lock.lock());
    try {
      byName.values().forEach(s -> s.size = 0);
    } finally {
      byName.values().forEach(s -> s.lock.unlock());
    }
  }

  synchronized void eachGuarded() {
    guarded.values().forEach(s -> s.lock.lock());
    try {
      guarded.values().forEach(s -> s.size = 0);
    } finally {
      guarded.values().forEach(s -> s.lock.unlock());
    }
  }

  int stream() {
    byName.values().stream().forEach(s -> s.lock.lock());
    try {
      return byName.values().stream().mapToInt(s -> s.size).sum();
    } finally {
      byName.values().stream().forEach(s -> s.lock.unlock());
    }
  }

  void local() {
    Collection<Shard> all = byName.values();
    for (Shard s : all) s.lock.lock();
    try {
      for (Shard s : all) s.size = 0;
    } finally {
      for (Shard s : all) s.lock.unlock();
    }
  }

  void mixed() {
    Collection<Shard> all = byName.values();
    for (Shard s : all) s.lock.lock();
    try {
      for (Shard s : byName.values()) s.size = 0;
    } finally {
      for (Shard s : all) s.lock.unlock();
    }
  }

  private void lockAll() {
    for (Shard s : byName.values()) s.lock.lock();
  }

  private void unlockAll() {
    for (Shard s : byName.values()) s.lock.unlock();
  }

  void helpers() {
    lockAll();
    try {
      for (Shard s : byName.values()) s.size = 0;
    } finally {
      unlockAll();
    }
  }

  void param(Map<String, Shard> m) {
    for (Shard s : m.values()) s.lock.lock();
    try {
      for (Shard s : m.values()) s.size = 0;
    } finally {
      for (Shard s : m.values()) s.lock.unlock();
    }
  }

  void keys(Map<Shard, String> m) {
    for (Shard s : m.keySet()) s.lock.lock();
    try {
      for (Shard s : m.keySet()) s.size = 0;
    } finally {
      for (Shard s : m.keySet()) s.lock.unlock();
    }
  }
}
