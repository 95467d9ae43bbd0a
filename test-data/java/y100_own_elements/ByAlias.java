// A container that is filled by another name has what is put in so.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;

class ByAlias {
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

  void partition() {
    List<N> a = new ArrayList<>(), b = new ArrayList<>();
    for (N n : all) (n.dead ? a : b).add(n);
    for (N x : a) x.v++; // expect: UnguardedAccess
  }

  void partitionByLocal() {
    List<N> a = new ArrayList<>(), b = new ArrayList<>();
    for (N n : all) {
      List<N> t = n.dead ? a : b;
      t.add(n);
    }
    for (N x : a) x.v++; // expect: UnguardedAccess
  }

  void bothLists() {
    List<N> a = new ArrayList<>(), b = new ArrayList<>();
    for (List<N> l : List.of(a, b)) l.add(head);
    for (N x : a) x.v++; // expect: UnguardedAccess
  }
}
