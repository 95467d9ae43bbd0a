package c_guardedby_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * An element store through a guarded array, and a mutating call on a guarded collection, write the
 * field; other uses read it. A concurrent collection's calls are reads.
 */
final class Elements {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  private final int[] cells = new int[7];

  @GuardedBy("rw")
  private final int[][] grid = new int[3][7];

  @GuardedBy("rw")
  private final List<String> names = new ArrayList<>();

  @GuardedBy("rw")
  private final Map<String, Integer> sizes = new HashMap<>();

  @GuardedBy("rw")
  private final Deque<String> queue = new ArrayDeque<>();

  @GuardedBy("rw")
  private final ConcurrentMap<String, Integer> hits = new ConcurrentHashMap<>();

  void reads(String key) {
    rw.readLock().lock();
    try {
      int copy = cells[3];
      String name = names.get(0);
      Integer size = sizes.get(key);
      boolean empty = queue.isEmpty();
      hits.put(key, 5);
    } finally {
      rw.readLock().unlock();
    }
  }

  void writesUnderRead(String key) {
    rw.readLock().lock();
    try {
      cells[3] = 5; // expect: UnguardedAccess "for reading"
      cells[4]++; // expect: UnguardedAccess "for reading"
      names.add(key); // expect: UnguardedAccess "for reading"
      names.clear(); // expect: UnguardedAccess "for reading"
      sizes.put(key, 7); // expect: UnguardedAccess "for reading"
      sizes.remove(key); // expect: UnguardedAccess "for reading"
      queue.push(key); // expect: UnguardedAccess "for reading"
      grid[0][1] = 3; // expect: UnguardedAccess "for reading"
      this.grid[key.length()][0]++; // expect: UnguardedAccess "for reading"
      ((ArrayList<String>) names).trimToSize(); // expect: UnguardedAccess "for reading"
      int inner = grid[0][grid[1].length];
      int same = ((ArrayList<String>) names).size();
    } finally {
      rw.readLock().unlock();
    }
  }

  void writesUnderWrite(String key) {
    rw.writeLock().lock();
    try {
      cells[3] = 5;
      names.add(key);
      sizes.put(key, 7);
      queue.poll();
      hits.remove(key);
    } finally {
      rw.writeLock().unlock();
    }
  }

  int nothingHeld(String key) {
    cells[3] = 9; // expect: UnguardedAccess "writing" "rw"
    names.add(key); // expect: UnguardedAccess "writing" "rw"
    hits.put(key, 9); // expect: UnguardedAccess "reading" "rw"
    return cells[4]; // expect: UnguardedAccess "rw"
  }
}
