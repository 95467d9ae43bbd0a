// An inherited method may call one in sight that hands a field on.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class Inherited {
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

  abstract static class Tmpl {
    Tmpl() {}

    final void init() {
      hook();
    }

    abstract void hook();

    static Object reg;
  }

  static class T2 extends Tmpl {
    @GuardedBy("this")
    int x;

    private final List<Object> l = new ArrayList<>();

    T2() {
      init();
      l.add(this);
      x = 1; // expect: UnguardedAccess
    }

    void hook() {
      reg = l;
    }
  }

  static class T3 extends Tmpl {
    @GuardedBy("this")
    int x;

    private final List<Object> l = new ArrayList<>();

    T3() {
      l.add(this);
      init();
      x = 1; // expect: UnguardedAccess
    }

    void hook() {
      reg = l;
    }
  }

  static class L1 extends AbstractQueue<Object> {
    @GuardedBy("this")
    int x;

    private final List<Object> l = new ArrayList<>();
    static Object so;

    L1() {
      add("a");
      l.add(this);
      x = 1; // expect: UnguardedAccess
    }

    public boolean offer(Object o) {
      so = l;
      return true;
    }

    public Object poll() {
      return null;
    }

    public Object peek() {
      return null;
    }

    public int size() {
      return 0;
    }

    public Iterator<Object> iterator() {
      return null;
    }
  }

  static class L2 extends AbstractQueue<Object> {
    @GuardedBy("this")
    int x;

    private final List<Object> l = new ArrayList<>();
    static Object so;

    L2() {
      l.add(this);
      add("a");
      x = 1; // expect: UnguardedAccess
    }

    public boolean offer(Object o) {
      so = l;
      return true;
    }

    public Object poll() {
      return null;
    }

    public Object peek() {
      return null;
    }

    public int size() {
      return 0;
    }

    public Iterator<Object> iterator() {
      return null;
    }
  }

  static class L3 extends AbstractExecutorService {
    @GuardedBy("this")
    int x;

    private final Queue<Runnable> l = new ConcurrentLinkedQueue<>();
    static Executor so;

    L3() {
      submit(() -> {});
      l.add(this::go);
      x = 1; // expect: UnguardedAccess
    }

    void go() {}

    public void execute(Runnable r) {
      l.add(r);
      so.execute(() -> l.poll().run());
    }

    public void shutdown() {}

    public List<Runnable> shutdownNow() {
      return null;
    }

    public boolean isShutdown() {
      return false;
    }

    public boolean isTerminated() {
      return false;
    }

    public boolean awaitTermination(long t, TimeUnit u) {
      return false;
    }
  }

  static class L4 extends AbstractMap<String, Object> {
    @GuardedBy("this")
    int x;

    private final Map<String, Object> l = new HashMap<>();
    static Object so;

    L4(Map<String, Object> p) {
      putAll(p);
      l.put("", this);
      x = 1; // expect: UnguardedAccess
    }

    public Object put(String k, Object o) {
      so = l;
      return null;
    }

    public Set<Entry<String, Object>> entrySet() {
      return null;
    }
  }

  abstract static class Tq {
    final void init() {
      hook();
    }

    abstract void hook();
  }

  static class O7 extends Tq {
    @GuardedBy("this")
    int x;

    private final O7[] l = new O7[2];
    static O7 so;

    O7() {
      init();
      for (O7 o : l) o.x = 1; // expect: UnguardedAccess
    }

    void hook() {
      l[0] = so;
    }
  }

  static class O8 extends AbstractQueue<Object> {
    @GuardedBy("this")
    int x;

    private final List<O8> l = new ArrayList<>();

    O8(Object p) {
      add(p);
      for (O8 o : l) o.x = 1; // expect: UnguardedAccess
    }

    public boolean offer(Object o) {
      l.add((O8) o);
      return true;
    }

    public Object poll() {
      return null;
    }

    public Object peek() {
      return null;
    }

    public int size() {
      return 0;
    }

    public Iterator<Object> iterator() {
      return null;
    }
  }
}
