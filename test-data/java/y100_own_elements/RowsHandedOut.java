// A row of an own array of arrays may be handed out.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class RowsHandedOut {
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
    N[][] l = new N[2][2];
    N n = new N();
    keep(l[0]);
    for (N[] r : l) r[0] = n;
    n.x = 1; // expect: UnguardedAccess
  }

  void a2() {
    N[][] l = new N[2][2];
    N n = new N();
    out = l[0];
    for (N[] r : l) r[0] = n;
    n.x = 1; // expect: UnguardedAccess
  }

  void a3() {
    N[][] l = new N[2][2];
    N n = new N();
    out = l[0];
    for (N[] r : l) {
      r[0] = n;
      n.x = 1; // expect: UnguardedAccess
    }
  }

  void a7() {
    N[][] l = new N[2][2];
    N n = new N();
    for (N[] r : l) sharedRows.add(r);
    for (N[] r : l) r[0] = n;
    n.x = 1; // expect: UnguardedAccess
  }

  static List<N[]> sharedRows;
}
