// Constructors that call each other, initialiser blocks, superclass constructors and the ways this
// escapes.
package y09_constructors;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;

class Chains {
  static final List<Object> ALL = new CopyOnWriteArrayList<>();

  static class Base {
    @GuardedBy("this")
    protected int own;

    Base() {
      own = 1;
    }

    Base(int own) {
      this.own = own;
      ALL.add(this);
      this.own = own + 1; // expect: UnguardedAccess "this"
    }
  }

  static class Derived extends Base {
    private final ReentrantLock mutex = new ReentrantLock();

    @GuardedBy("mutex")
    private int count;

    Derived() {
      this(7);
      count = 1;
      own = 2;
    }

    Derived(int count) {
      super();
      this.count = count;
    }
  }

  static class EscapesToStatic {
    static EscapesToStatic last;

    @GuardedBy("this")
    private int own;

    EscapesToStatic() {
      own = 1;
      last = this;
      own = 2; // expect: UnguardedAccess "this"
    }
  }

  static class EscapesToArgument {
    EscapesToArgument other;

    @GuardedBy("this")
    private int own;

    EscapesToArgument(EscapesToArgument parent) {
      own = 1;
      parent.other = this;
      own = 2; // expect: UnguardedAccess "this"
    }
  }

  static class EscapesThroughThread {
    @GuardedBy("this")
    private int own;

    EscapesThroughThread(ThreadFactory factory) {
      own = 1;
      factory.newThread(this::work).start();
    }

    void work() {
      synchronized (this) {
        own++;
      }
    }
  }

  static class LocksAnyway {
    private final ReentrantLock mutex = new ReentrantLock();

    @GuardedBy("mutex")
    private int count;

    LocksAnyway() {
      mutex.lock();
      try {
        count = 1;
      } finally {
        mutex.unlock();
      }
      count = 2;
    }

    LocksAnyway(int count) {
      mutex.lock();
      this.count = count;
    } // expect: LockLeak "mutex"
  }

  static class ReadsOthers {
    @GuardedBy("this")
    private int own;

    ReadsOthers(ReadsOthers first, ReadsOthers second) {
      synchronized (first) {
        own = first.own;
      }
      own += second.own; // expect: UnguardedAccess "second"
    }

    static ReadsOthers copy(ReadsOthers source) {
      ReadsOthers copy = new ReadsOthers(source, source);
      copy.own = source.own; // expect: UnguardedAccess "source"
      return copy;
    }
  }

  static class InnerState {
    @GuardedBy("this")
    private final List<String> names = new ArrayList<>();

    InnerState(List<String> source) {
      names.addAll(source);
      for (String name : source) {
        names.add(name);
      }
      source.forEach(name -> names.add(name));
    }
  }

  enum Registered {
    ONE,
    TWO;

    @GuardedBy("this")
    private int uses;

    Registered() {
      uses = 1;
    }
  }

  /** What guards its own state is its own lock, whoever made it. */
  static class GuardedByGiven {
    private final List<String> names;
    private final Object mutex;

    @GuardedBy("mutex")
    private int count;

    GuardedByGiven(Object mutex) {
      this.mutex = mutex;
      this.names = List.copyOf(new ArrayList<>());
      add("first");
      increment();
    }

    GuardedByGiven(Object mutex, GuardedByGiven other) {
      this.mutex = other.mutex;
      this.names = other.names;
      increment();
      other.increment(); // expect: LockNotHeld "other.mutex"
    }

    GuardedByGiven() {
      this.mutex = new Object();
      this.names = new ArrayList<>();
      ALL.add(this);
      add("late"); // expect: LockNotHeld "names"
    }

    @Requires("names")
    private void add(String name) {
      count += name.length(); // expect: UnguardedAccess "mutex"
    }

    @Requires("mutex")
    private void increment() {
      count++;
    }
  }
}
