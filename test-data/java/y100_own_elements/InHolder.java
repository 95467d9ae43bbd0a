// A container may be filled by an object that has it.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;

class InHolder {
  static class N {
    final ReentrantLock lock = new ReentrantLock();
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    int v;

    @GuardedBy("rw")
    int w;

    volatile boolean dead;
    final long id = 0;
    final List<N> kids = new ArrayList<>();
  }

  final N head = new N();
  final List<N> all = new ArrayList<>();

  static final class Walker {
    private final List<N> out;

    Walker(List<N> out) {
      this.out = out;
    }

    void walk(N n) {
      out.add(n);
      for (N k : n.kids) walk(k);
    }
  }

  record Sink(List<N> l) {
    void add(N n) {
      l.add(n);
    }
  }

  static class Slot {
    final N[] a;

    Slot(N[] a) {
      this.a = a;
    }

    void set(N x) {
      a[0] = x;
    }
  }

  void byConstructor() {
    List<N> h = new ArrayList<>();
    new Walker(h).walk(head);
    for (N x : h) x.v++; // expect: UnguardedAccess
  }

  void byRecord() {
    List<N> h = new ArrayList<>();
    Sink s = new Sink(h);
    s.add(head);
    for (N x : h) x.v++; // expect: UnguardedAccess
  }

  void byArray() {
    N[] h = new N[1];
    new Slot(h).set(head);
    for (N x : h) x.v++; // expect: UnguardedAccess
  }

  void byLocalClass() {
    List<N> h = new ArrayList<>();
    class Rec {
      void go(N n) {
        h.add(n);
        n.kids.forEach(this::go);
      }
    }
    new Rec().go(head);
    for (N x : h) x.v++; // expect: UnguardedAccess
  }

  void byAnonymousField() {
    List<N> h = new ArrayList<>();
    Consumer<N> c =
        new Consumer<N>() {
          final List<N> o = h;

          @Override
          public void accept(N n) {
            o.add(n);
          }
        };
    c.accept(head);
    for (N x : h) x.v++; // expect: UnguardedAccess
  }

  void byObjectOfItsOwn() {
    Deque<N> st = new ArrayDeque<>();
    var it =
        new Object() {
          void add(N n) {
            st.push(n);
          }
        };
    it.add(head);
    while (!st.isEmpty()) st.pop().v++; // expect: UnguardedAccess
  }
}
