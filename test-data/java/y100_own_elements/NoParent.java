// An object that is given to none is nobody else's.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class NoParent {
  static class N {
    @GuardedBy("this")
    int x;

    N next;
    N in;
    List<N> kids = new ArrayList<>();

    synchronized int get() {
      return x;
    }

    void touch() {}
  }

  static class Holder {
    N n;
    List<N> l = new ArrayList<>();
    N[] a = new N[2];
    Holder in;
  }

  static Object out;
  static N s;
  static List<N> shared;
  static N[] sharedA;
  static Map<String, N> sharedM;
  static List<List<N>> lists;
  static ExecutorService ex;
  static boolean c;
  static int k;

  static Object any() {
    return new Object();
  }

  static void keep(Object o) {
    out = o;
  }

  static class Nd {
    @GuardedBy("this")
    int x;

    final List<Nd> k = new ArrayList<>();

    Nd(Nd p) {
      if (p != null) p.k.add(this);
    }
  }

  static class Nt {
    @GuardedBy("this")
    int x;

    final Nt p;
    final List<Nt> k = new ArrayList<>();

    Nt(Nt p) {
      this.p = p;
      if (p != null) {
        p.adopt(this);
      }
    }

    void adopt(Nt c) {
      k.add(c);
    }
  }

  void a() {
    Nd r = new Nd(null);
    r.x = 1;
  }

  void b() {
    Nd r = new Nd(null);
    Nd q = new Nd(r);
    q.x = 1;
  }

  void b2() {
    Nd r = new Nd(null);
    Nd q = new Nd(r);
    r.x = 1;
  }

  void d() {
    Nt r = new Nt(null);
    r.x = 1;
  }

  static class A30 {
    @GuardedBy("this")
    int x;

    final A30 p;
    final List<A30> k = new ArrayList<>();

    A30(A30 p) {
      this.p = p;
      if (p != null) p.k.add(this);
    }

    A30() {
      this(null);
      x = 1;
    }
  }

  void a30() {
    A30 a = new A30(null);
    a.x = 2;
  }

  void a30b() {
    A30 a = new A30();
    a.x = 2;
  }

  static class A31 {
    @GuardedBy("this")
    int x;

    final A31 p;
    final Map<String, A31> k = new HashMap<>();

    A31(A31 p, String s) {
      this.p = p;
      if (p != null) p.k.put(s, this);
    }

    A31 child(String s) {
      A31 a = new A31(null, s);
      a.x = 1;
      return a;
    }
  }

  static class Base {
    protected final List<Object> kids = new ArrayList<>();

    Base(Base p) {
      if (p != null) p.kids.add(this);
    }

    @GuardedBy("this")
    int y;
  }

  static class T19 extends Base {
    @GuardedBy("this")
    int x;

    T19() {
      super(null);
      x = 1;
    }
  }

  static class T20 extends Base {
    @GuardedBy("this")
    int x;

    T20() {
      super(new T19());
      x = 1;
    }
  }

  static class No {
    @GuardedBy("this")
    int x;

    final List<No> k = new ArrayList<>();

    No(No p) {
      p.k.add(this);
    }

    No() {}
  }

  static final class B {
    @GuardedBy("this")
    int x;

    void addTo(List<B> l) {
      l.add(this);
    }

    boolean isIn(List<B> l) {
      return l.contains(this);
    }

    private void addP(List<B> l) {
      l.add(this);
    }

    void addA(ArrayList<B> l) {
      l.add(this);
    }
  }

  void b7() {
    B a = new B();
    a.addTo(null);
    a.x = 1;
  }
}
