package dev.holdfast.lockdep;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One held lock in a thread's {@link HeldList}, with the holds nested in it. Guarded by the list
 * that it is in.
 *
 * <p>Taking the lock again only counts: {@code place} and {@code tried} belong to the first
 * acquisition.
 */
final class Entry {
  private final Object lock;
  private final LockClass cls;
  private final boolean tried;
  private final Place place;
  private int writes;
  private int reads;
  private Mode readMode = Mode.SHARED;
  private Map<Object, Hold> nested;
  private Map<LockClass, Hold> nestedByClass;

  Entry(Object lock, LockClass cls, boolean tried, Place place) {
    this.lock = lock;
    this.cls = cls;
    this.tried = tried;
    this.place = place;
  }

  /** An entry with a single hold of its own, made from one that was nested. */
  static Entry promoted(Hold inner) {
    Entry entry = new Entry(inner.lock(), inner.lockClass(), inner.tried(), inner.place());
    entry.add(inner.mode());
    return entry;
  }

  Object lock() {
    return lock;
  }

  LockClass lockClass() {
    return cls;
  }

  /** The strongest mode in which the lock is held. */
  Mode mode() {
    return writes > 0 ? Mode.EXCLUSIVE : readMode;
  }

  /** Whether it is held in that mode; null asks for any. Both shared modes are one question. */
  boolean isHeld(Mode mode) {
    if (mode == null) {
      return !isFree();
    }
    return mode.isShared() ? reads > 0 : writes > 0;
  }

  boolean isFree() {
    return writes == 0 && reads == 0;
  }

  void add(Mode mode) {
    if (mode.isShared()) {
      readMode = mode;
      reads++;
    } else {
      writes++;
    }
  }

  /** Takes one hold off; false if there is none in that mode. */
  boolean remove(Mode mode) {
    if (!isHeld(mode)) {
      return false;
    }
    if (mode.isShared()) {
      reads--;
    } else {
      writes--;
    }
    return true;
  }

  /**
   * Turns the exclusive holds into shared ones and ends what is nested; false if there are none.
   */
  boolean downgrade() {
    if (writes == 0) {
      return false;
    }
    reads += writes;
    writes = 0;
    clearNested();
    return true;
  }

  /** Adds an exclusive hold nested in this one; false if it is there already. */
  boolean nest(Object inner, LockClass innerCls, Place at) {
    if (nested == null) {
      nested = new IdentityHashMap<>();
      nestedByClass = new LinkedHashMap<>();
    } else if (nested.containsKey(inner)) {
      return false;
    }
    Hold hold = new Hold(inner, innerCls, Mode.EXCLUSIVE, 1, false, lock, at);
    nested.put(inner, hold);
    nestedByClass.putIfAbsent(innerCls, hold);
    return true;
  }

  boolean unnest(Object inner) {
    Hold gone = nested == null ? null : nested.remove(inner);
    if (gone == null) {
      return false;
    }
    if (nested.isEmpty()) {
      clearNested();
    } else if (nestedByClass.get(gone.lockClass()) == gone) {
      chooseAnother(gone.lockClass());
    }
    return true;
  }

  /** Lets another hold of the class stand for it, or none. */
  private void chooseAnother(LockClass innerCls) {
    nestedByClass.remove(innerCls);
    for (Hold hold : nested.values()) {
      if (hold.lockClass().equals(innerCls)) {
        nestedByClass.put(innerCls, hold);
        return;
      }
    }
  }

  void clearNested() {
    nested = null;
    nestedByClass = null;
  }

  Hold nestedHold(Object inner) {
    return nested == null ? null : nested.get(inner);
  }

  List<Hold> nestedHolds() {
    return nested == null ? List.of() : new ArrayList<>(nested.values());
  }

  /** One hold for each class that is nested here. */
  Iterable<Hold> nestedClasses() {
    return nestedByClass == null ? List.of() : nestedByClass.values();
  }

  Hold toHold() {
    return new Hold(lock, cls, mode(), writes + reads, tried, null, place);
  }
}
