package dev.holdfast.lockdep;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;

/**
 * What one thread holds, in the order in which it was taken.
 *
 * <p>Written by its own thread and, seldom, by one that releases or recycles a lock on its behalf;
 * hence every method is synchronized on the list. No other lock is taken meanwhile.
 */
final class HeldList {
  private final Thread thread;

  @GuardedBy("this")
  private final List<Entry> entries = new ArrayList<>(4);

  @GuardedBy("this")
  private boolean reporting;

  HeldList(Thread thread) {
    this.thread = thread;
  }

  Thread thread() {
    return thread;
  }

  /** The thread's name, or its number where it has none, as virtual threads do. */
  @SuppressWarnings("deprecation") // the method that replaces getId is newer than Java 17
  String threadName() {
    String name = thread.getName();
    return name.isEmpty() ? "thread #" + thread.getId() : name;
  }

  synchronized boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether this thread is delivering a report: locks that the consumer takes are not checked. */
  synchronized boolean isReporting() {
    return reporting;
  }

  synchronized void setReporting(boolean reporting) {
    this.reporting = reporting;
  }

  /** Records a hold; a place is captured only for the first hold of a lock. */
  synchronized void add(Object lock, LockClass cls, Mode mode, boolean tried) {
    Entry entry = find(lock);
    if (entry == null) {
      entry = new Entry(lock, cls, tried, Place.here(1));
      entries.add(entry);
    }
    entry.add(mode);
  }

  /**
   * Takes one hold off; false if there is none in that mode. What was nested in the last one stays
   * held.
   */
  synchronized boolean remove(Object lock, Mode mode) {
    Entry entry = find(lock);
    if (entry == null) {
      Entry outer = mode.isShared() ? null : findOuter(lock);
      return outer != null && outer.unnest(lock);
    }
    if (!entry.remove(mode)) {
      return false;
    }
    if (entry.isFree()) {
      int index = entries.indexOf(entry);
      entries.remove(index);
      for (Hold inner : entry.nestedHolds()) {
        entries.add(index++, Entry.promoted(inner));
      }
    }
    return true;
  }

  /**
   * Takes a lock off the list with all its holds, to be put back by {@link #restore}; null if it is
   * not there.
   */
  synchronized Entry suspend(Object lock) {
    Entry entry = find(lock);
    if (entry != null) {
      entries.remove(entry);
      return entry;
    }
    Hold inner = evict(lock);
    return inner == null ? null : Entry.promoted(inner);
  }

  synchronized void restore(Entry entry) {
    entries.add(entry);
  }

  synchronized boolean downgrade(Object lock) {
    Entry entry = find(lock);
    return entry != null && entry.downgrade();
  }

  synchronized boolean nest(Object outer, Object inner, LockClass innerCls) {
    Entry entry = find(outer);
    if (entry == null || !entry.isHeld(Mode.EXCLUSIVE)) {
      return false;
    }
    if (entry.nestedHold(inner) == null) {
      entry.nest(inner, innerCls, Place.here(1));
    }
    return true;
  }

  synchronized boolean unnest(Object outer, Object inner) {
    Entry entry = find(outer);
    return entry != null && entry.unnest(inner);
  }

  /** The class at the nesting level of the outer lock, unless it has a level of its own. */
  synchronized LockClass atLevelOf(Object outer, LockClass cls) {
    Entry entry = find(outer);
    return entry == null || cls.level() != 0 ? cls : cls.subclass(entry.lockClass().level());
  }

  synchronized boolean isNested(Object outer, Object inner) {
    Entry entry = find(outer);
    return entry != null && entry.nestedHold(inner) != null;
  }

  /**
   * Takes all holds of a lock off the list, and returns what they were; null if there were none.
   */
  synchronized Hold evict(Object lock) {
    Hold hold = hold(lock);
    if (hold != null && hold.outer() == null) {
      entries.remove(find(lock));
    } else if (hold != null) {
      unnestAnywhere(lock);
    }
    return hold;
  }

  /** Ends an exclusive hold nested in whichever lock. */
  synchronized boolean unnestAnywhere(Object inner) {
    Entry outer = findOuter(inner);
    return outer != null && outer.unnest(inner);
  }

  synchronized void endNested(Object outer) {
    Entry entry = find(outer);
    if (entry != null) {
      entry.clearNested();
    }
  }

  synchronized boolean isHeld(Object lock, Mode mode) {
    Entry entry = find(lock);
    if (entry != null && entry.isHeld(mode)) {
      return true;
    }
    return (mode == null || !mode.isShared()) && findOuter(lock) != null;
  }

  /** The hold of a lock, be it nested or not, or null. */
  synchronized Hold hold(Object lock) {
    Entry entry = find(lock);
    if (entry != null) {
      return entry.toHold();
    }
    Entry outer = findOuter(lock);
    return outer == null ? null : outer.nestedHold(lock);
  }

  /** All holds, outermost first, each nested one behind its outer one. */
  synchronized List<Hold> holds() {
    List<Hold> holds = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      holds.add(entry.toHold());
      holds.addAll(entry.nestedHolds());
    }
    return holds;
  }

  /**
   * The holds that order what is taken next: as {@link #holds}, but one for each class of nested
   * ones.
   */
  synchronized List<Hold> sources() {
    List<Hold> sources = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      sources.add(entry.toHold());
      entry.nestedClasses().forEach(sources::add);
    }
    return sources;
  }

  /**
   * A hash of the classes and modes held and of what is to come: equal chains obey the same rules.
   */
  synchronized long chain(LockClass cls, Mode mode, Object nestLock) {
    long hash = LockClass.mix(cls.longHash(), mode.ordinal());
    for (Entry entry : entries) {
      long kind = entry.mode().ordinal() + (entry.lock() == nestLock ? 8 : 0);
      hash = LockClass.mix(LockClass.mix(hash, entry.lockClass().longHash()), kind);
      for (Hold inner : entry.nestedClasses()) {
        hash = LockClass.mix(hash, ~inner.lockClass().longHash());
      }
    }
    return hash;
  }

  private Entry find(Object lock) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.lock() == lock) {
        return entry;
      }
    }
    return null;
  }

  private Entry findOuter(Object inner) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.nestedHold(inner) != null) {
        return entry;
      }
    }
    return null;
  }
}
