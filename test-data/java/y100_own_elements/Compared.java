// A comparator gets what a container has.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class Compared {
  static class N {
    @GuardedBy("this")
    int x;

    N in;
    final List<N> kids = new ArrayList<>();

    synchronized int get() {
      return x;
    }
  }

  static N s;

  void queue() {
    N n = new N();
    PriorityQueue<N> l =
        new PriorityQueue<>(
            (p, q) -> {
              s = p;
              return 0;
            });
    l.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void map() {
    N n = new N();
    Map<N, N> m =
        new TreeMap<>(
            (p, q) -> {
              s = p;
              return 0;
            });
    m.put(n, n);
    n.x = 1; // expect: UnguardedAccess
  }

  void parameter(Comparator<N> c) {
    N n = new N();
    Map<N, N> m = new TreeMap<>(c);
    m.put(n, n);
    n.x = 1; // expect: UnguardedAccess
  }
}
