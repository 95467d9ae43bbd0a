// What a map or a list has at a key is another object once the body has put one there.
package y89_replaced_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

class Replaced {
  static final class Entry {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int hits;
  }

  private final Map<String, Entry> map = new HashMap<>();
  private final List<Entry> list = new ArrayList<>();
  private final Entry[] array = new Entry[4];
  private final int[] counts = new int[4];

  // ---- right

  int same(String key) {
    Entry e = map.get(key);
    e.lock.lock();
    try {
      return map.get(key).hits;
    } finally {
      e.lock.unlock();
    }
  }

  void otherKey(String key, String other) {
    Entry e = map.get(key);
    e.lock.lock();
    try {
      map.put(other, new Entry());
      e.hits++;
    } finally {
      e.lock.unlock();
    }
  }

  void takenOut(String key) {
    Entry e = map.get(key);
    e.lock.lock();
    try {
      map.remove(key);
      e.hits++;
    } finally {
      e.lock.unlock();
    }
  }

  void replacedThenLocked(String key) {
    map.put(key, new Entry());
    map.get(key).lock.lock();
    try {
      map.get(key).hits++;
    } finally {
      map.get(key).lock.unlock();
    }
  }

  void madeIfAbsent(String key) {
    Entry e = map.computeIfAbsent(key, each -> new Entry());
    e.lock.lock();
    try {
      map.computeIfAbsent(key, each -> new Entry()).hits++;
      map.get(key).hits++;
    } finally {
      e.lock.unlock();
    }
  }

  void appended(int i) {
    Entry e = list.get(i);
    e.lock.lock();
    try {
      list.add(new Entry());
      list.get(i).hits++;
    } finally {
      e.lock.unlock();
    }
  }

  void otherArray(int i) {
    Entry e = array[i];
    e.lock.lock();
    try {
      Arrays.fill(counts, 0);
      array[i].hits++;
    } finally {
      e.lock.unlock();
    }
  }

  void lockedAgain(String key) {
    Entry e = map.get(key);
    e.lock.lock();
    try {
      Entry next = new Entry();
      next.lock.lock();
      try {
        map.replace(key, next);
        e.hits++;
      } finally {
        next.lock.unlock();
      }
    } finally {
      e.lock.unlock();
    }
  }

  void turns(List<String> keys) {
    for (String key : keys) {
      Entry e = map.get(key);
      e.lock.lock();
      try {
        e.hits++;
        map.put(key, new Entry());
        e.hits++;
      } finally {
        e.lock.unlock();
      }
    }
  }

  // ---- wrong

  void put(String key, Entry other) {
    Entry e = map.get(key);
    e.lock.lock();
    try {
      map.put(key, other);
      map.get(key).hits++; // expect: UnguardedAccess "e.lock"
    } finally {
      e.lock.unlock();
    }
  }

  void replace(String key, Entry other) {
    Entry e = map.get(key);
    e.lock.lock();
    try {
      map.replace(key, e, other);
      map.get(key).hits++; // expect: UnguardedAccess
    } finally {
      e.lock.unlock();
    }
  }

  void merged(String key, Entry other) {
    Entry e = map.get(key);
    e.lock.lock();
    try {
      map.merge(key, other, (old, given) -> given);
      map.get(key).hits++; // expect: UnguardedAccess
    } finally {
      e.lock.unlock();
    }
  }

  void releasesOther(String key, Entry other) {
    map.get(key).lock.lock(); // expect: LockLeakOnThrow
    map.put(key, other);
    map.get(key).lock.unlock(); // expect: ReleaseNotHeld
  }

  void set(int i, Entry other) {
    Entry e = list.get(i);
    e.lock.lock();
    try {
      list.set(i, other);
      list.get(i).hits++; // expect: UnguardedAccess
    } finally {
      e.lock.unlock();
    }
  }

  void removed(int i) {
    Entry e = list.get(i);
    e.lock.lock();
    try {
      list.remove(i);
      list.get(i).hits++; // expect: UnguardedAccess
    } finally {
      e.lock.unlock();
    }
  }

  void filled(int i, Entry other) {
    Entry e = array[i];
    e.lock.lock();
    try {
      Arrays.fill(array, other);
      array[i].hits++; // expect: UnguardedAccess
    } finally {
      e.lock.unlock();
    }
  }

  void copied(int i, Entry[] others) {
    Entry e = array[i];
    e.lock.lock();
    try {
      System.arraycopy(others, 0, array, 0, array.length);
      array[i].hits++; // expect: UnguardedAccess
    } finally {
      e.lock.unlock();
    }
  }
}
