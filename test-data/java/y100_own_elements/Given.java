// What own containers give back is as new as what was put into them.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Given {
  static class N {
    @GuardedBy("this")
    int x;
  }

  static N shared;
  static List<N> out;
  private final List<N> kids = new ArrayList<>();
  private final Map<String, N> map = new HashMap<>();
  private final N[] arr = new N[3];

  Given() {
    kids.add(new N());
    kids.get(0).x = 1;
    map.put("a", new N());
    map.get("a").x = 1;
    arr[0] = new N();
    arr[0].x = 1;
    for (N n : kids) n.x = 1;
    for (N n : arr) n.x = 1;
    N n = kids.remove(0);
    n.x = 2;
  }

  Given(int k) {
    kids.add(shared);
    kids.get(0).x = 1; // expect: UnguardedAccess
  }

  Given(long k) {
    arr[1] = shared;
    arr[1].x = 1; // expect: UnguardedAccess
  }

  Given(short k) {
    kids.add(new N());
    help();
    kids.get(0).x = 1;
  }

  private void help() {
    kids.add(new N());
  }

  static void local() {
    List<N> l = new ArrayList<>();
    l.add(new N());
    l.get(0).x = 1;
    N[] a = {new N()};
    a[0].x = 1;
    for (N n : l) n.x = 1;
    l.add(shared);
    l.get(0).x = 2; // expect: UnguardedAccess
  }

  static void c() {
    ArrayList<N> l = new ArrayList<>();
    N n = new N();
    l.add(n);
    n.x = 1;
  }

  static void d() {
    List<N> l = new ArrayList<>();
    N n = new N();
    l.add(n);
    N m = l.remove(0);
    n.x = 1;
  }

  static void d2() {
    List<N> l = new ArrayList<>();
    N n = new N();
    l.add(n);
    N m = l.remove(0);
    m.x = 1;
  }

  static void e() {
    Deque<N> l = new ArrayDeque<>();
    N n = new N();
    l.add(n);
    N m = l.remove();
    m.x = 1;
  }

  static void f() {
    Deque<N> l = new ArrayDeque<>();
    N m = l.remove();
    m.x = 1;
  }

  static void g() {
    List<N> l = new ArrayList<>();
    N m = l.get(0);
    m.x = 1;
  }

  static void h() {
    Map<String, N> l = new HashMap<>();
    N n = new N();
    l.put("", n);
    N m = l.get("");
    m.x = 1;
  }

  static void i() {
    Map<String, N> l = new HashMap<>();
    N n = new N();
    l.put("", n);
    N m = l.remove("");
    m.x = 1;
  }
}
