// A container may be filled where it is kept.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;

class InContainer {
  static class N {
    final ReentrantLock lock = new ReentrantLock();
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    int v;

    @GuardedBy("rw")
    int w;

    volatile boolean dead;
    final long id = 0;
    final List<N> kids = new ArrayList<>();
  }

  final N head = new N();
  final List<N> all = new ArrayList<>();

  void inMap() {
    Map<Boolean, List<N>> m = new HashMap<>();
    List<N> a = new ArrayList<>();
    m.put(true, a);
    for (N n : all) m.get(n.dead).add(n);
    for (N x : a) x.v++; // expect: UnguardedAccess
  }

  void inArray() {
    List<N> h = new ArrayList<>();
    List<N>[] m = new List[] {h};
    m[0].add(head);
    for (N x : h) x.v++; // expect: UnguardedAccess
  }

  void inReference() {
    List<N> h = new ArrayList<>();
    AtomicReference<List<N>> m = new AtomicReference<>(h);
    m.get().add(head);
    for (N x : h) x.v++; // expect: UnguardedAccess
  }

  void inOptional() {
    List<N> h = new ArrayList<>();
    Optional.of(h).ifPresent(l -> l.add(head));
    for (N x : h) x.v++; // expect: UnguardedAccess
  }

  void bySupplier() {
    List<N> h = new ArrayList<>();
    all.stream().collect(Collectors.toCollection(() -> h));
    for (N x : h) x.v++; // expect: UnguardedAccess
  }

  void arrayOfArrays() {
    N[] h = new N[2];
    N[][] g = {h};
    g[0][1] = head;
    for (N x : h) x.v++; // expect: UnguardedAccess
  }
}
