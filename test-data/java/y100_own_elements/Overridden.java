// A class in sight may do anything with what its containers are given.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class Overridden {
  static class N {
    @GuardedBy("this")
    int x;

    N in;
    final List<N> kids = new ArrayList<>();

    synchronized int get() {
      return x;
    }
  }

  static List<N> shared;
  static Object out;
  static N s;

  static class Reg extends ArrayList<N> {
    public boolean add(N q) {
      shared.add(q);
      return super.add(q);
    }
  }

  static class Abs extends AbstractList<N> {
    public N get(int i) {
      return null;
    }

    public int size() {
      return 0;
    }

    public void add(int i, N q) {
      shared.add(q);
    }
  }

  static class Map1 extends HashMap<String, N> {
    public N put(String k, N q) {
      shared.add(q);
      return super.put(k, q);
    }
  }

  void list() {
    N n = new N();
    List<N> l = new Reg();
    l.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void map() {
    N n = new N();
    Map<String, N> l = new Map1();
    l.put("", n);
    n.x = 1; // expect: UnguardedAccess
  }

  void hook() {
    N n = new N();
    Abs l = new Abs();
    l.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void anonymous() {
    N n = new N();
    List<N> l =
        new ArrayList<>() {
          public boolean add(N q) {
            s = q;
            return true;
          }
        };
    l.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void eldest() {
    N n = new N();
    Map<String, N> l =
        new LinkedHashMap<>() {
          protected boolean removeEldestEntry(Map.Entry<String, N> e) {
            s = e.getValue();
            return true;
          }
        };
    l.put("", n);
    n.x = 1; // expect: UnguardedAccess
  }

  static void addTo(Collection<N> l, N n) {
    l.add(n);
  }

  void handed() {
    N n = new N();
    addTo(new Reg(), n);
    n.x = 1; // expect: UnguardedAccess
  }

  static class Coll extends AbstractCollection<Own> {
    public Iterator<Own> iterator() {
      return null;
    }

    public int size() {
      return 0;
    }

    public boolean add(Own c) {
      out = c;
      return true;
    }
  }

  static class Own {
    @GuardedBy("this")
    int x;

    final Collection<Own> pl = new Coll();

    Own() {
      pl.add(this);
      x = 1; // expect: UnguardedAccess
    }
  }
}
