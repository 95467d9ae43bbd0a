// What an own array has may be shared itself.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class Rows {
  static class N {
    @GuardedBy("this")
    int x;

    N in;
    final List<N> kids = new ArrayList<>();

    synchronized int get() {
      return x;
    }
  }

  static List<List<N>> lists;
  static N[][] table;
  static List<N[]> rows;
  static Object out;

  void read() {
    N n = new N();
    List<N>[] b = new List[1];
    b[0] = lists.get(0);
    b[0].add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void initial() {
    N n = new N();
    N[][] b = {table[0]};
    b[0][0] = n;
    n.x = 1; // expect: UnguardedAccess
  }

  void cloned() {
    N n = new N();
    N[][] b = table.clone();
    b[0][0] = n;
    n.x = 1; // expect: UnguardedAccess
  }

  void clonedAfter() {
    N n = new N();
    N[][] b = new N[2][2];
    table = b.clone();
    b[0][0] = n;
    n.x = 1; // expect: UnguardedAccess
  }

  void toArray() {
    N n = new N();
    N[][] b = new N[2][];
    rows.toArray(b);
    b[0][0] = n;
    n.x = 1; // expect: UnguardedAccess
  }

  void arraycopy() {
    N n = new N();
    N[][] b = new N[2][];
    System.arraycopy(table, 0, b, 0, 1);
    b[0][0] = n;
    n.x = 1; // expect: UnguardedAccess
  }

  void loop() {
    N n = new N();
    N[][] b = new N[2][];
    for (int i = 0; i < 2; i++) b[i] = table[i];
    b[0][0] = n;
    n.x = 1; // expect: UnguardedAccess
  }

  void rowsOut() {
    N n = new N();
    N[][] b = new N[2][2];
    for (N[] r : b) rows.add(r);
    b[0][0] = n;
    n.x = 1; // expect: UnguardedAccess
  }

  static class Kid {
    @GuardedBy("this")
    int y;

    final Kid[] ps;
    final List<Kid> kids = new ArrayList<>();

    Kid(Kid... k) {
      ps = k.clone();
      ps[0].kids.add(this);
      y = 1; // expect: UnguardedAccess
    }
  }

  static class Buckets {
    @GuardedBy("this")
    int y;

    final List<Object>[] b;

    Buckets(List<Object>... p) {
      b = p.clone();
      b[0].add(this);
      y = 1; // expect: UnguardedAccess
    }
  }

  static class Grid {
    @GuardedBy("this")
    int y;

    Object[][] q;

    Grid(Object[][] p) {
      q = p.clone();
      q[0][0] = this;
      y = 1; // expect: UnguardedAccess
    }
  }

  static class Copied {
    @GuardedBy("this")
    int y;

    final Object[][] q = new Object[2][3];

    Copied(Object[] p) {
      System.arraycopy(p, 0, q, 0, 1);
      q[0][0] = this;
      y = 1; // expect: UnguardedAccess
    }
  }
}
