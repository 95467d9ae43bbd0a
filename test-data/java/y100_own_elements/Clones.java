// A clone of a container has the same elements.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class Clones {
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

  void c2() {
    N n = new N();
    ArrayList<N> a = new ArrayList<>();
    a.add(n);
    ArrayList<N> b = (ArrayList<N>) a.clone();
    s = b.get(0);
    n.x = 1; // expect: UnguardedAccess
  }

  void c3() {
    N n = new N();
    ArrayList<N> a = new ArrayList<>();
    a.add(n);
    List<N> b = (List<N>) a.clone();
    b.forEach(q -> s = q);
    n.x = 1; // expect: UnguardedAccess
  }

  void c4() {
    N n = new N();
    ArrayList<N> a = new ArrayList<>();
    a.add(n);
    List<N> b = (List<N>) a.clone();
    for (N q : b) s = q;
    n.x = 1; // expect: UnguardedAccess
  }

  void c5() {
    N n = new N();
    HashMap<String, N> a = new HashMap<>();
    a.put("", n);
    Map<String, N> b = (Map<String, N>) a.clone();
    s = b.get("");
    n.x = 1; // expect: UnguardedAccess
  }

  void l47() {
    N n = new N();
    ArrayList<N> m = new ArrayList<>();
    m.add(n);
    out = ((ArrayList<N>) m.clone()).get(0);
    n.x = 1; // expect: UnguardedAccess
  }
}
