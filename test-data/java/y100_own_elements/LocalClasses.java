// A class within the body has what it mentions of the locals.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class LocalClasses {
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

  void a1() {
    BlockingQueue<N> q = new LinkedBlockingQueue<>();
    class Wk extends Thread {
      public void run() {
        N m = q.poll();
        synchronized (m) {
          m.x++;
        }
      }
    }
    new Wk().start();
    N n = new N();
    q.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void a2() {
    BlockingQueue<N> q = new LinkedBlockingQueue<>();
    class Wk implements Runnable {
      public void run() {
        N m = q.poll();
      }
    }
    ex.execute(new Wk());
    N n = new N();
    q.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void a3() {
    BlockingQueue<N> q = new LinkedBlockingQueue<>();
    class Wk implements Runnable {
      public void run() {
        N m = q.poll();
      }
    }
    Thread t = new Thread(new Wk());
    t.start();
    N n = new N();
    q.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void a19() {
    List<N> q = new ArrayList<>();
    class A {
      Runnable r() {
        return () -> out = q;
      }
    }
    ex.execute(new A().r());
    N n = new N();
    q.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void a20() {
    List<N> q = new ArrayList<>();
    class A {}
    class B extends A {
      void m() {
        out = q;
      }
    }
    A a = new B();
    out = a;
    N n = new N();
    q.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  static class C2 {
    @GuardedBy("this")
    int x;

    C2() {
      BlockingQueue<Object> q = new LinkedBlockingQueue<>();
      class Wk extends Thread {
        public void run() {
          out = q.poll();
        }
      }
      new Wk().start();
      q.add(this);
      x = 1; // expect: UnguardedAccess
    }
  }

  void h5() {
    N n = new N();
    List<N> l = new ArrayList<>();
    class L {
      void m() {
        out = l;
      }
    }
    L q = new L();
    l.add(n);
    q.m();
    n.x = 1; // expect: UnguardedAccess
  }

  void h6() {
    N n = new N();
    List<N> l = new ArrayList<>();
    class L {
      void m() {
        out = l;
      }
    }
    L q = new L();
    q.m();
    l.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void h7() {
    N n = new N();
    List<N> l = new ArrayList<>();
    class L {
      {
        out = l;
      }
    }
    new L();
    l.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void h8() {
    N n = new N();
    List<N> l = new ArrayList<>();
    Object q =
        new Object() {
          {
            out = l;
          }
        };
    l.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void a50() {
    List<N> h = new ArrayList<>();
    h.add(new N());
    class L {
      void m() {
        h.add(s);
      }
    }
    new L().m();
    for (N n : h) n.x = 1; // expect: UnguardedAccess
  }

  void a51() {
    List<N> h = new ArrayList<>();
    h.add(new N());
    class L {
      {
        h.add(s);
      }
    }
    new L();
    h.remove(0).x = 1; // expect: UnguardedAccess
  }

  void a52() {
    List<N> h = new ArrayList<>();
    h.add(new N());
    new Object() {
      {
        h.add(s);
      }
    };
    h.remove(0).x = 1; // expect: UnguardedAccess
  }

  void a53() {
    List<N> h = new ArrayList<>();
    h.add(new N());
    new Object() {
      void m() {
        h.add(s);
      }
    }.m();
    h.remove(0).x = 1; // expect: UnguardedAccess
  }
}
