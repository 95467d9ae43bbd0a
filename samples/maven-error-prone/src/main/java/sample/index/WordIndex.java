package sample.index;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** An index of words to the pages that they stand on. */
public final class WordIndex {

  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  @GuardedBy("lock")
  private final Map<String, List<Integer>> pages = new HashMap<>();

  /** Adds a page of a word. */
  public void add(String word, int page) {
    lock.writeLock().lock();
    try {
      pages.computeIfAbsent(word, key -> new ArrayList<>()).add(page);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Returns a copy of a word's pages. */
  public List<Integer> pages(String word) {
    lock.readLock().lock();
    try {
      return List.copyOf(pages.getOrDefault(word, List.of()));
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Forgets a word, under a lock that other readers share. */
  public void forget(String word) {
    lock.readLock().lock();
    try {
      pages.remove(word); // expect: UnguardedAccess
    } finally {
      lock.readLock().unlock();
    }
  }
}
