// An object made for a field may hand on what it has.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class Parts {
  static class N {
    @GuardedBy("this")
    int x;

    N in;
    final List<N> kids = new ArrayList<>();

    synchronized int get() {
      return x;
    }
  }

  static Object out;
  static ExecutorService ex;
  static List<List<Object>> reg;

  static class Part {
    final List<Object> l = new ArrayList<>();

    Part() {
      out = l;
    }
  }

  static class Queue1 {
    final Object[] l = new Object[1];

    Queue1() {
      ex.execute(() -> out = l[0]);
    }
  }

  static class Reg {
    final List<Object> l = new ArrayList<>();

    Reg(List<List<Object>> r) {
      r.add(l);
    }
  }

  static class Deep {
    final Part h = new Part();
  }

  static class A {
    @GuardedBy("this")
    int y;

    final Part k = new Part();

    A() {
      k.l.add(this);
      y = 1; // expect: UnguardedAccess
    }
  }

  static class B {
    @GuardedBy("this")
    int y;

    final Queue1 k = new Queue1();

    B() {
      k.l[0] = this;
      y = 1; // expect: UnguardedAccess
    }
  }

  static class C {
    @GuardedBy("this")
    int y;

    final Reg k = new Reg(reg);

    C() {
      k.l.add(this);
      y = 1; // expect: UnguardedAccess
    }
  }

  static class D {
    @GuardedBy("this")
    int y;

    final Deep k = new Deep();

    D() {
      k.h.l.add(this);
      y = 1; // expect: UnguardedAccess
    }
  }

  static class MyList extends ArrayList<Object> {
    MyList() {
      out = this;
    }
  }

  static class E {
    @GuardedBy("this")
    int y;

    final List<Object> k = new MyList();

    E() {
      k.add(this);
      y = 1; // expect: UnguardedAccess
    }
  }
}
