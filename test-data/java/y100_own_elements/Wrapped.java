// A view of a container that others have is none of its own.
package y100_own_elements;

import dev.holdfast.annotations.GuardedBy;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class Wrapped {
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
  static N[] array;
  static Object out;

  void synchronizedList() {
    N n = new N();
    List<N> b = Collections.synchronizedList(shared);
    b.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void asList() {
    N n = new N();
    List<N> b = Arrays.asList(array);
    b.set(0, n);
    n.x = 1; // expect: UnguardedAccess
  }

  void newSetFromMap(Map<N, Boolean> p) {
    N n = new N();
    Set<N> b = Collections.newSetFromMap(p);
    b.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void asLifoQueue(Deque<N> p) {
    N n = new N();
    Queue<N> b = Collections.asLifoQueue(p);
    b.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void checkedList(List<N> p) {
    N n = new N();
    List<N> b = Collections.checkedList(p, N.class);
    b.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void synchronizedMap(Map<String, N> p) {
    N n = new N();
    Map<String, N> b = Collections.synchronizedMap(p);
    b.put("", n);
    n.x = 1; // expect: UnguardedAccess
  }

  void laterList() {
    N n = new N();
    List<N> m = new ArrayList<>();
    List<N> s = Collections.synchronizedList(m);
    out = m;
    s.add(n);
    n.x = 1; // expect: UnguardedAccess
  }

  void laterArray() {
    N n = new N();
    N[] m = new N[1];
    List<N> l = Arrays.asList(m);
    out = m;
    l.set(0, n);
    n.x = 1; // expect: UnguardedAccess
  }

  void laterMap() {
    N n = new N();
    Map<N, Boolean> m = new ConcurrentHashMap<>();
    Set<N> s = Collections.newSetFromMap(m);
    out = m;
    s.add(n);
    n.x = 1; // expect: UnguardedAccess
  }
}
