// What a constructor of a private or local class needs is asked of those who call it; the object
// that it makes is nobody's yet, and what escaped from it needs its locks.
package y48_constructors_as_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

class Entries {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int next;

  @GuardedBy("lock")
  private final List<Entry> all = new ArrayList<>();

  private class Entry {
    private final int number = next;
    private final String name;

    Entry(String name) {
      this.name = name;
      next++;
    }

    Entry() {
      this("");
    }
  }

  private final class Named extends Entry {
    Named() {
      super("named");
    }

    Named(String name) {
      super(name);
      all.add(this);
    }
  }

  void add(String name) {
    lock.lock();
    try {
      all.add(new Entry(name));
      all.add(new Entry());
      all.add(new Named());
      new Named(name);
    } finally {
      lock.unlock();
    }
  }

  Entry addOutside(String name) {
    return new Entry(name); // expect: LockNotHeld "'new Entry' needs 'this.lock'"
  }

  Entry addAfter() {
    lock.lock();
    try {
      next++;
    } finally {
      lock.unlock();
    }
    return new Entry(); // expect: LockNotHeld "released"
  }

  Entry addByParent() {
    return new Named(); // expect: LockNotHeld "'new Named' needs 'this.lock'"
  }

  int ofOther(Entries other) {
    lock.lock();
    try {
      Entry entry = other.new Entry(""); // expect: LockNotHeld "'this.lock' is held, not 'other.lock'"
      return entry.number + entry.name.length();
    } finally {
      lock.unlock();
    }
  }

  Entry inline(Map<String, Entry> known, String name) {
    lock.lock();
    try {
      return known.computeIfAbsent(name, Entry::new);
    } finally {
      lock.unlock();
    }
  }

  Entry inlineOutside(Map<String, Entry> known, String name) {
    return known.computeIfAbsent(name, Entry::new); // expect: LockNotHeld "'this.lock'"
  }

  Supplier<Entry> later() {
    lock.lock();
    try {
      return Entry::new; // expect: LockNotHeld "this.lock"
    } finally {
      lock.unlock();
    }
  }

  int local() {
    class Local {
      final int at = next;
    }
    lock.lock();
    try {
      return new Local().at;
    } finally {
      lock.unlock();
    }
  }

  int localOutside() {
    class Local {
      final int at;

      Local() {
        at = next;
      }
    }
    return new Local().at; // expect: LockNotHeld "'new Local'"
  }

  private static final class Shared {
    private static final List<Shared> SEEN = new ArrayList<>();

    @GuardedBy("this")
    private int uses;

    Shared(Entries entries) {
      entries.next++;
      uses = 1;
      publish(this);
      uses = 2; // expect: UnguardedAccess "this"
    }

    private static void publish(Shared shared) {
      synchronized (SEEN) {
        SEEN.add(shared);
      }
    }
  }

  Shared shared(Entries other) {
    other.lock.lock();
    try {
      return new Shared(other);
    } finally {
      other.lock.unlock();
    }
  }

  Shared sharedOutside(Entries other) {
    return new Shared(other); // expect: LockNotHeld "other.lock"
  }
}
