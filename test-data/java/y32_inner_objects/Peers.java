// What code fetches from another outer object is no inner object where no type in between names one.
package y32_inner_objects;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Peers {
  static class ByObject {
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Map<String, String> names = new HashMap<>();

    private class Slot {
      @GuardedBy("lock")
      private int size;
    }

    void grow(Slot slot) {
      synchronized (lock) {
        slot.size++;
      }
    }

    void reset(Slot slot) {
      slot.size = 0; // expect: UnguardedAccess "lock"
    }

    int both(ByObject other) {
      int size;
      synchronized (other.lock) {
        size = other.names.size() + other.count("a");
      }
      synchronized (lock) {
        return size + names.size();
      }
    }

    int count(String name) {
      return name.length();
    }

    ByObject next() {
      return this;
    }

    Object lockAfterNext() {
      return next().next().lock;
    }
  }

  static class OfElements<T> {
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final List<T> items = new ArrayList<>();

    private class Cursor {
      @GuardedBy("lock")
      private int at;
    }

    T next(Cursor cursor) {
      synchronized (lock) {
        return items.get(cursor.at++);
      }
    }

    void addAll(OfElements<T> other) {
      List<T> copy;
      synchronized (other.lock) {
        copy = new ArrayList<>(other.items);
      }
      synchronized (lock) {
        items.addAll(copy);
      }
    }
  }

  /** One object may have slots of another one. */
  static class Mixed {
    private final Object lock = new Object();
    private final List<Slot> slots = new ArrayList<>();

    private class Slot {
      @GuardedBy("lock")
      private int size;
    }

    void grow(Slot slot) {
      synchronized (lock) {
        slot.size++; // expect: UnguardedAccess "lock"
      }
    }

    void growAll(Mixed other) {
      for (Slot each : other.slots) {
        grow(each);
      }
    }
  }

  /** The same, through a class that the other one has. */
  static class Wrapped {
    private final Object lock = new Object();
    private final Holder holder = new Holder();

    private static class Holder {
      private Wrapped.Slot slot;
    }

    private class Slot {
      @GuardedBy("lock")
      private int size;
    }

    void grow(Slot slot) {
      synchronized (lock) {
        slot.size++; // expect: UnguardedAccess "lock"
      }
    }

    void growOf(Wrapped other) {
      grow(other.holder.slot);
    }
  }

  /** The same, handed over by a call. */
  static class HandedOver {
    private final Object lock = new Object();
    private final Slot own = new Slot();

    private class Slot {
      @GuardedBy("lock")
      private int size;
    }

    void grow(Slot slot) {
      synchronized (lock) {
        slot.size++; // expect: UnguardedAccess "lock"
      }
    }

    void growThere(HandedOver other) {
      other.grow(own);
    }
  }
}
