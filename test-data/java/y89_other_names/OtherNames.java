// What a guarded field refers to, used by another name: as long as it is surely the field's, the guard is needed.
package y89_other_names;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class OtherNames {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  private final Map<String, Integer> map = new HashMap<>();

  @GuardedBy("rw")
  private final int[][] grid = new int[8][8];

  @GuardedBy("rw")
  private List<String> names = new ArrayList<>();

  @GuardedBy("rw")
  private int[] table = new int[8];

  OtherNames() {
    Map<String, Integer> m = map;
    m.put("", 0);
    int[] t = table;
    t[0] = 1;
  }

  // ---- right

  int underTheLock() {
    rw.readLock().lock();
    try {
      int[] t = table;
      int sum = 0;
      for (int each : t) {
        sum += each;
      }
      Map<String, Integer> m = map;
      for (String key : m.keySet()) {
        sum += m.get(key);
      }
      return sum + grid[0].length;
    } finally {
      rw.readLock().unlock();
    }
  }

  void writes(int i) {
    rw.writeLock().lock();
    try {
      int[] t = table;
      t[i]++;
      int[][] g = grid;
      g[i][i] = 1;
      Map<String, Integer> m = map;
      m.put("", i);
      List<String> l = names;
      Collections.sort(l);
    } finally {
      rw.writeLock().unlock();
    }
  }

  /** A list that is never changed, but replaced. */
  void snapshot() {
    List<String> l;
    rw.readLock().lock();
    try {
      l = names;
    } finally {
      rw.readLock().unlock();
    }
    for (String each : l) {
      System.out.println(each + l.size());
    }
  }

  void takenOver() {
    List<String> l;
    rw.writeLock().lock();
    try {
      l = names;
      names = new ArrayList<>();
    } finally {
      rw.writeLock().unlock();
    }
    l.forEach(System.out::println);
    l.clear();
  }

  void takenOverByHelper() {
    List<String> l;
    rw.writeLock().lock();
    try {
      l = names;
      startOver();
    } finally {
      rw.writeLock().unlock();
    }
    l.clear();
  }

  private void startOver() {
    names = new ArrayList<>();
  }

  void copies(int i) {
    int[] t;
    Map<String, Integer> m;
    rw.readLock().lock();
    try {
      t = table.clone();
      m = new HashMap<>(map);
    } finally {
      rw.readLock().unlock();
    }
    t[i] = 1;
    m.put("", i);
  }

  int inHelper() {
    rw.readLock().lock();
    try {
      return helper();
    } finally {
      rw.readLock().unlock();
    }
  }

  private int helper() {
    Map<String, Integer> m = map;
    return m.size();
  }

  void ofAnother(OtherNames other, int[] given) {
    other.rw.writeLock().lock();
    try {
      int[][] g = other.grid;
      g[0] = given;
    } finally {
      other.rw.writeLock().unlock();
    }
    given[0] = 1;
  }

  // ---- wrong

  int after() {
    Map<String, Integer> m;
    rw.readLock().lock();
    try {
      m = map;
    } finally {
      rw.readLock().unlock();
    }
    return m.size(); // expect: UnguardedAccess "reading 'this.map'"
  }

  int elementAfter() {
    int[][] g;
    rw.readLock().lock();
    try {
      g = grid;
    } finally {
      rw.readLock().unlock();
    }
    return g[1][2]; // expect: UnguardedAccess "it was released"
  }

  void iteratorAfter() {
    Iterator<String> keys;
    rw.readLock().lock();
    try {
      Map<String, Integer> m = map;
      keys = m.keySet().iterator();
    } finally {
      rw.readLock().unlock();
    }
    keys.next(); // expect: UnguardedAccess
  }

  void forReading(int i) {
    rw.readLock().lock();
    try {
      int[] t = table;
      t[i] = 1; // expect: UnguardedAccess "held for reading"
      int[][] g = grid;
      g[i][i]++; // expect: UnguardedAccess "held for reading"
      List<String> l = names;
      l.add(""); // expect: UnguardedAccess "held for reading"
      Collections.sort(l); // expect: UnguardedAccess "held for reading"
      Arrays.fill(t, 0); // expect: UnguardedAccess "held for reading"
      Map<String, Integer> m = map;
      m.keySet().clear(); // expect: UnguardedAccess "held for reading"
      Objects.requireNonNull(map).clear(); // expect: UnguardedAccess "held for reading"
    } finally {
      rw.readLock().unlock();
    }
  }

  void later(Executor executor) {
    rw.writeLock().lock();
    try {
      Map<String, Integer> m = map;
      executor.execute(() -> m.clear()); // expect: UnguardedAccess
    } finally {
      rw.writeLock().unlock();
    }
  }

  void helperWithoutLock() {
    writingHelper(); // expect: LockNotHeld "for writing"
    rw.readLock().lock();
    try {
      writingHelper(); // expect: LockNotHeld "held for reading"
    } finally {
      rw.readLock().unlock();
    }
  }

  private void writingHelper() {
    Map<String, Integer> m = map;
    m.clear();
  }
}
