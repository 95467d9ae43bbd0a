// What was put into a container in an earlier turn of a loop may be published since.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class EarlierTurns {
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

  static class W extends Thread {
    @GuardedBy("this")
    int x;

    final N n = new N();

    public void run() {}
  }

  void b1() {
    List<N> l = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      l.add(new N());
      l.get(0).x = 1; // expect: UnguardedAccess
      shared.add(l.get(i));
    }
  }

  void b4() {
    Map<Integer, N> l = new HashMap<>();
    for (int i = 0; i < 2; i++) {
      N n = new N();
      l.put(i, n);
      l.get(0).x = 1; // expect: UnguardedAccess
      shared.add(n);
    }
  }

  void b5() {
    List<N> l = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      N n = new N();
      l.add(n);
      N m = l.get(0);
      m.x = 1; // expect: UnguardedAccess
      shared.add(n);
    }
  }

  void b6() {
    List<N> l = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      N n = new N();
      l.add(n);
      for (N m : l) m.x = 1; // expect: UnguardedAccess
      shared.add(n);
    }
  }

  void b7() {
    Deque<N> l = new ArrayDeque<>();
    for (int i = 0; i < 2; i++) {
      N n = new N();
      l.add(n);
      l.peek().x = 1; // expect: UnguardedAccess
      shared.add(n);
    }
  }

  void b8() {
    List<N> l = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      N n = new N();
      l.add(n);
      l.get(0).x = 1; // expect: UnguardedAccess
      s = n;
    }
  }

  void b12() {
    LinkedList<N> l = new LinkedList<>();
    for (int i = 0; i < 2; i++) {
      N n = new N();
      l.add(n);
      l.getFirst().x = 1; // expect: UnguardedAccess
      shared.add(n);
    }
  }

  void p1() {
    List<N> l = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      N n = new N();
      l.add(n);
      l.remove(0).x = 1; // expect: UnguardedAccess
      s = n;
    }
  }

  void p2() {
    List<N> l = new ArrayList<>();
    N n;
    for (int i = 0; i < 2; i++) {
      n = new N();
      l.add(n);
      l.remove(0).x = 1; // expect: UnguardedAccess
      s = n;
    }
  }

  void p6() {
    List<N> l = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      N n = new N();
      for (N m : l) m.x = 1; // expect: UnguardedAccess
      l.add(n);
      s = n;
    }
  }

  void a12() {
    List<W> l = new ArrayList<>();
    while (c) {
      W w = new W();
      l.add(w);
      for (W q : l) q.x = 1; // expect: UnguardedAccess
      w.start();
    }
  }

  void a15() {
    Deque<W> l = new ArrayDeque<>();
    while (c) {
      W w = new W();
      l.add(w);
      if (l.size() > 3) {
        W o = l.poll();
        o.x = 1; // expect: UnguardedAccess
      }
      w.start();
    }
  }

  void a18() {
    Map<Integer, W> l = new HashMap<>();
    for (int i = 0; i < 9; i++) {
      W w = new W();
      w.x = 3;
      W o = l.put(i % 3, w);
      if (o != null) {
        o.x = 2; // expect: UnguardedAccess
      }
      w.start();
    }
  }

  void a20() {
    AtomicReference<W> l = new AtomicReference<>();
    for (int i = 0; i < 9; i++) {
      W w = new W();
      W o = l.getAndSet(w);
      if (o != null) {
        o.x = 2; // expect: UnguardedAccess
      }
      w.start();
    }
  }

  void a23() {
    N[] h = new N[2];
    for (int i = 0; i < 9; i++) {
      N w = new N();
      h[i] = w;
      for (N q : h) if (q != null) q.x = 2; // expect: UnguardedAccess
      shared.add(w);
    }
  }

  void a32() {
    List<N> h = new ArrayList<>();
    do {
      N w = new N();
      h.add(w);
      h.get(0).x = 1; // expect: UnguardedAccess
      s = h.get(0);
    } while (c);
  }

  void a33() {
    List<N> h = new ArrayList<>();
    for (; ; ) {
      N w = new N();
      h.add(w);
      N f = h.remove(0);
      f.x = 1; // expect: UnguardedAccess
      s = w;
      if (c) break;
      h.add(w);
    }
  }

  void a42() {
    List<N> h = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      N n = new N();
      try {
        h.add(n);
        h.get(0).x = 1; // expect: UnguardedAccess
        any();
      } finally {
        s = n;
      }
    }
  }

  void a48() {
    Deque<Holder> st = new ArrayDeque<>();
    for (int i = 0; i < 3; i++) {
      Holder g = new Holder();
      Holder p = st.peek();
      st.push(g);
      N n = new N();
      if (p != null) p.n = n;
      n.x = 1; // expect: UnguardedAccess
      out = g;
    }
  }

  void a53() {
    Map<String, N> seen = new LinkedHashMap<>();
    N last = null;
    for (String t : List.of("a")) {
      N n = new N();
      n.x = 1;
      seen.put(t, n);
      if (last != null) {
        seen.get("z").x = 2; // expect: UnguardedAccess
      }
      last = n;
      shared.add(n);
    }
  }

  void a54() {
    PriorityQueue<N> q = new PriorityQueue<>();
    while (c) {
      N n = new N();
      q.add(n);
      N t = q.peek();
      t.x = 1; // expect: UnguardedAccess
      ex.execute(n::get);
    }
  }

  void a55() {
    List<N> win = new LinkedList<>();
    for (int i = 0; i < 9; i++) {
      N n = new N();
      win.add(n);
      if (win.size() > 4) win.remove(0).x = 1; // expect: UnguardedAccess
      sharedM.put("" + i, n);
    }
  }
}
