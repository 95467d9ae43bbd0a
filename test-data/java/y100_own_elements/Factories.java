// What a static factory gives has what it was given, for callbacks too.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class Factories {
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

  void optFilter() {
    N n = new N();
    Optional<N> o = Optional.of(n).filter(p -> true);
    out = o;
    n.x = 1; // expect: UnguardedAccess
  }

  void optIf() {
    N n = new N();
    Optional.of(n).ifPresent(p -> s = p);
    n.x = 1; // expect: UnguardedAccess
  }

  void optIfRef() {
    N n = new N();
    Optional.of(n).ifPresent(shared::add);
    n.x = 1; // expect: UnguardedAccess
  }

  void optMap() {
    N n = new N();
    out = Optional.of(n).map(p -> p).get();
    n.x = 1; // expect: UnguardedAccess
  }

  void optOr() {
    N n = new N();
    Optional<N> o = Optional.of(n);
    Optional<N> q = o.or(() -> Optional.empty());
    out = q;
    n.x = 1; // expect: UnguardedAccess
  }

  void get93() {
    N n = new N();
    List<Thread> t = List.of(new Thread(() -> n.get()));
    t.forEach(Thread::start);
    n.x = 1; // expect: UnguardedAccess
  }

  void a3() {
    N n = new N();
    Optional<N> o = Optional.ofNullable(n);
    o.ifPresentOrElse(p -> s = p, () -> {});
    n.x = 1; // expect: UnguardedAccess
  }

  void a12() {
    N n = new N();
    Holder h = new Holder();
    h.n = n;
    Optional.of(h).ifPresent(p -> s = p.n);
    n.x = 1; // expect: UnguardedAccess
  }

  void l1() {
    N n = new N();
    List.of(n).forEach(shared::add);
    n.x = 1; // expect: UnguardedAccess
  }

  void l2() {
    N n = new N();
    List.of(n).forEach(p -> s = p);
    n.x = 1; // expect: UnguardedAccess
  }

  void l4() {
    N n = new N();
    List.of(n).stream().forEach(shared::add);
    n.x = 1; // expect: UnguardedAccess
  }

  void l7() {
    N n = new N();
    List<N> l = List.of(n, n);
    l.stream().filter(p -> p.next == null).forEach(p -> ex.execute(p::touch));
    n.x = 1; // expect: UnguardedAccess
  }

  void l65() {
    N n = new N();
    Runnable r = n::get;
    List.of(r).forEach(ex::execute);
    n.x = 1; // expect: UnguardedAccess
  }

  void l66() {
    N n = new N();
    Runnable r = n::get;
    Optional.of(r).ifPresent(ex::execute);
    n.x = 1; // expect: UnguardedAccess
  }

  void l68() {
    N n = new N();
    Runnable r = () -> s = n;
    List.of(r).forEach(Runnable::run);
    n.x = 1; // expect: UnguardedAccess
  }

  void l71() {
    N n = new N();
    Supplier<N> r = () -> n;
    s = Optional.of(r).map(q -> q.get()).get();
    n.x = 1; // expect: UnguardedAccess
  }

  void l72() {
    Holder n = new Holder();
    N m = new N();
    n.n = m;
    s = Optional.of(n).map(q -> q.n).orElse(null);
    m.x = 1; // expect: UnguardedAccess
  }
}
