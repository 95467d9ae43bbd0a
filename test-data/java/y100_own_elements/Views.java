// A view that others have shows what is put into the container later.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class Views {
  static class N {
    @GuardedBy("this")
    int x;

    N in;
    final List<N> kids = new ArrayList<>();

    synchronized int get() {
      return x;
    }
  }

  static Object shared;

  static void keep(Object o) {
    shared = o;
  }

  void values() {
    N n = new N();
    Map<String, N> m = new HashMap<>();
    shared = m.values();
    m.put("", n);
    n.x = 1; // expect: UnguardedAccess
  }

  void entrySet() {
    N n = new N();
    Map<String, N> m = new ConcurrentHashMap<>();
    shared = m.entrySet();
    m.put("", n);
    n.x = 1; // expect: UnguardedAccess
  }

  void keySet() {
    N n = new N();
    Map<N, N> m = new HashMap<>();
    keep(m.keySet());
    m.put(n, n);
    n.x = 1; // expect: UnguardedAccess
  }

  void headMap() {
    N n = new N();
    TreeMap<String, N> m = new TreeMap<>();
    shared = m.headMap("z");
    m.put("", n);
    n.x = 1; // expect: UnguardedAccess
  }

  void descendingMap() {
    N n = new N();
    TreeMap<String, N> m = new TreeMap<>();
    shared = m.descendingMap();
    m.put("", n);
    n.x = 1; // expect: UnguardedAccess
  }

  void published() {
    N n = new N();
    TreeMap<String, N> m = new TreeMap<>();
    Map<String, N> s = m.tailMap("");
    m.put("", n);
    shared = s;
    n.x = 1; // expect: UnguardedAccess
  }

  void subList() {
    N n = new N();
    List<N> l = new ArrayList<>();
    List<N> s = l.subList(0, 0);
    shared = s;
    l.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void stream() {
    N n = new N();
    List<N> l = new ArrayList<>();
    shared = l.stream();
    l.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  static class InConstructor {
    @GuardedBy("this")
    int x;

    final Map<String, InConstructor> m = new ConcurrentHashMap<>();

    InConstructor() {
      shared = m.values();
      m.put("", this);
      x = 1; // expect: UnguardedAccess
    }
  }
}
