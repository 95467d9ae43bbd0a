// A constructor in sight that hands its object to others: whoever calls it does not have it alone.
package y100_handing_out;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

class Constructors {
  static class Parent {
    final List<Object> children = new CopyOnWriteArrayList<>();
    final Map<String, Child> names;

    Parent() {
      names = new ConcurrentHashMap<>();
    }

    Parent(Map<String, Child> names) {
      this.names = names;
    }

    void adopt(Child child) {
      children.add(child);
    }

    int size() {
      return children.size();
    }
  }

  static class Child {
    static final Map<String, Child> ALL = new ConcurrentHashMap<>();
    static final List<Runnable> HOOKS = new CopyOnWriteArrayList<>();

    @GuardedBy("this")
    int value;

    final Map<String, Runnable> own = new HashMap<>();
    Runnable one;

    Child(Parent parent) {
      parent.children.add(this);
    }

    Child(Parent parent, int n) {
      parent.adopt(this);
    }

    Child(Parent parent, String name) {
      register(parent, name);
    }

    private void register(Parent parent, String name) {
      parent.names.put(name, this);
    }

    Child(String name) {
      ALL.put(name, this);
    }

    Child(Executor executor) {
      executor.execute(this::run);
    }

    Child() {
      new Thread(this::run).start();
    }

    Child(int n) {
      Runnable later = () -> run();
      Thread thread = new Thread(later);
      thread.start();
    }

    Child(long n) {
      HOOKS.add(new Runnable() {
        @Override
        public void run() {
          Child.this.run();
        }
      });
    }

    Child(short s) {
      this((Executor) Runnable::run);
    }

    // those that keep it to themselves

    Child(float f) {
      one = this::run;
      own.put("run", one);
      value = 1;
    }

    Child(double d) {
      Child other = new Child(1f);
      other.one = this::run;
      helper(d);
    }

    private void helper(double d) {
      own.put("helper", () -> run());
      for (Runnable each : own.values()) {
        one = each;
      }
      if (own.size() > d) {
        own.clear();
      }
    }

    synchronized void run() {
      value++;
    }
  }

  static void published(Parent parent, Executor executor) {
    Child a = new Child(parent);
    a.value = 1; // expect: UnguardedAccess
    Child b = new Child(parent, 1);
    b.value = 1; // expect: UnguardedAccess
    Child c = new Child(parent, "");
    c.value = 1; // expect: UnguardedAccess
    Child d = new Child("");
    d.value = 1; // expect: UnguardedAccess
    Child e = new Child(executor);
    e.value = 1; // expect: UnguardedAccess
    Child f = new Child();
    f.value = 1; // expect: UnguardedAccess
    Child g = new Child(1);
    g.value = 1; // expect: UnguardedAccess
    Child h = new Child(1L);
    h.value = 1; // expect: UnguardedAccess
    Child k = new Child((short) 1);
    k.value = 1; // expect: UnguardedAccess
  }

  static Child own() {
    Child a = new Child(1f);
    a.value = 1;
    Child b = new Child(1d);
    b.value = 1;
    Parent parent = new Parent();
    Child c = new Child(parent);
    c.value = 1;
    Child d = new Child(parent, 1);
    d.value = parent.size();
    return a;
  }

  static Parent last;
  static Object known;

  static void withTheParent(Map<String, Child> names) {
    Parent parent = new Parent();
    Child c = new Child(parent, 1);
    c.value = 1;
    last = parent;
    c.value = 2; // expect: UnguardedAccess
  }
}
