// What a body puts into its own containers is all that they have, as long as nobody else gets at
// them.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;

class Elements {
  static class N {
    @GuardedBy("this")
    int x;

    N next;
  }

  static Object out;
  static N shared;

  void a() {
    N n = new N();
    N[][] g = new N[2][2];
    g[0][0] = n;
    out = g[0][0];
    n.x = 1; // expect: UnguardedAccess
  }

  void c() {
    N n = new N();
    List<N> k = new ArrayList<>();
    k.add(n);
    Map<String, List<N>> m = new HashMap<>();
    m.put("", k);
    n.x = 1;
    out = m.get("").get(0);
    n.x = 2; // expect: UnguardedAccess
  }

  void d() {
    N n = new N();
    List<N> k = new ArrayList<>();
    k.add(n);
    out = k.get(0).next;
    n.x = 2;
  }

  void e() {
    N n = new N();
    N p = new N();
    p.next = n;
    List<N> k = new ArrayList<>();
    k.add(p);
    out = k.get(0).next;
    n.x = 2; // expect: UnguardedAccess
  }

  void f() {
    N n = new N();
    List<N> k = new ArrayList<>();
    k.add(n);
    k.add(shared);
    for (N m : k) m.x = 1; // expect: UnguardedAccess
  }

  void g() {
    N n = new N();
    List<N> k = new ArrayList<>();
    k.add(n);
    for (N m : k) {
      m.x = 1; // expect: UnguardedAccess
      out = m;
    }
  }

  void h() {
    N n = new N();
    List<N> k = new ArrayList<>();
    k.add(n);
    for (N m : k) {
      out = m;
    }
    n.x = 1; // expect: UnguardedAccess
  }

  void i(List<N> s) {
    List<N> k = new ArrayList<>(s);
    k.get(0).x = 1; // expect: UnguardedAccess
  }

  void j(List<N> s) {
    List<N> k = new ArrayList<>();
    k.addAll(s);
    for (N m : k) m.x = 1; // expect: UnguardedAccess
  }

  void l(List<N> s) {
    List<N> k = new ArrayList<>();
    s.forEach(k::add);
    for (N m : k) m.x = 1; // expect: UnguardedAccess
  }

  void m(List<N> s) {
    List<N> k = new ArrayList<>();
    s.forEach(q -> k.add(q));
    for (N m : k) m.x = 1; // expect: UnguardedAccess
  }

  void n(List<N> s) {
    List<N> k = new ArrayList<>();
    Collections.addAll(k, shared);
    for (N m : k) m.x = 1; // expect: UnguardedAccess
  }

  void o(List<N> s) {
    List<N> k = new ArrayList<>();
    fill(k);
    for (N m : k) m.x = 1; // expect: UnguardedAccess
  }

  static void fill(List<N> k) {
    k.add(shared);
  }

  void p() {
    List<N> k = new ArrayList<>();
    List<N> v = k.subList(0, 0);
    v.add(shared);
    k.get(0).x = 1; // expect: UnguardedAccess
  }

  void q() {
    List<N> k = new ArrayList<>();
    ListIterator<N> v = k.listIterator();
    v.add(shared);
    k.get(0).x = 1; // expect: UnguardedAccess
  }

  void r() {
    N[] k = new N[2];
    Arrays.fill(k, shared);
    k[0].x = 1; // expect: UnguardedAccess
  }

  void s() {
    N[] k = new N[2];
    Arrays.asList(k).set(0, shared);
    k[0].x = 1; // expect: UnguardedAccess
  }

  void t() {
    N[] k = new N[2];
    System.arraycopy(new N[] {shared}, 0, k, 0, 1);
    k[0].x = 1; // expect: UnguardedAccess
  }

  void u() {
    N[] k = new N[2];
    Arrays.setAll(k, z -> shared);
    k[0].x = 1; // expect: UnguardedAccess
  }

  void v() {
    List<N> k = new ArrayList<>();
    Runnable z = () -> k.add(shared);
    z.run();
    k.get(0).x = 1; // expect: UnguardedAccess
  }

  void w() {
    List<N> k = new ArrayList<>();
    k.add(new N());
    k.replaceAll(z -> shared);
    k.get(0).x = 1; // expect: UnguardedAccess
  }

  void x() {
    Map<String, N> k = new HashMap<>();
    k.computeIfAbsent("", z -> shared);
    k.get("").x = 1; // expect: UnguardedAccess
  }

  void z() {
    Map<String, N> k = new HashMap<>();
    k.merge("", shared, (a, b) -> a);
    k.get("").x = 1; // expect: UnguardedAccess
  }

  final List<N> fin = new ArrayList<>();

  Elements(long k) {
    List<N> l = fin;
    l.add(shared);
    fin.get(0).x = 1; // expect: UnguardedAccess
  }

  Elements(Elements o) {
    o.fin.add(shared);
    fin.add(new N());
    fin.get(0).x = 1;
  }

  Elements(Elements o, int k) {
    o.fin.get(0).x = 1; // expect: UnguardedAccess
  }
}
