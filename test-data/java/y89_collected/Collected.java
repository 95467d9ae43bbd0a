// What consumes a pipeline over a guarded collection reads that, and gives an object of its own.
package y89_collected;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

class Collected {
  private final ReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  private final List<String> names = new ArrayList<>();

  @GuardedBy("rw")
  private final Map<String, List<String>> map = new HashMap<>();

  void right() {
    rw.readLock().lock();
    try {
      names.stream().collect(Collectors.toCollection(ArrayDeque::new)).pollFirst();
      names.stream().collect(Collectors.toMap(s -> s, s -> s)).remove("x");
      names.stream().filter(s -> !s.isEmpty()).sorted().collect(Collectors.toList()).clear();
      names.stream().collect(ArrayList::new, ArrayList::add, ArrayList::addAll).add("x");
      names.stream().toArray(String[]::new)[0] = "x";
      names.stream().map(String::trim).toArray()[0] = "y";
      map.values().stream().collect(Collectors.toCollection(ArrayList::new)).remove(0);
      map.keySet().stream().map(StringBuilder::new).findFirst().get().append("x");
      Collections.sort(names.stream().collect(Collectors.toList()));
    } finally {
      rw.readLock().unlock();
    }
  }

  void wrong() {
    rw.readLock().lock();
    try {
      names.add("x"); // expect: UnguardedAccess "for writing"
      names.subList(0, 1).clear(); // expect: UnguardedAccess "for writing"
      map.keySet().iterator().remove(); // expect: UnguardedAccess "for writing"
      names.stream().collect(Collectors.toList()).forEach(names::add); // expect: UnguardedAccess
      Collections.sort(names); // expect: UnguardedAccess "for writing"
    } finally {
      rw.readLock().unlock();
    }
    names.stream().collect(Collectors.toList()).add("x"); // expect: UnguardedAccess "for reading"
    names.stream().toArray(String[]::new)[0] = "x"; // expect: UnguardedAccess "for reading"
    map.values().stream() // expect: UnguardedAccess "for reading"
        .collect(Collectors.toList())
        .add(new ArrayList<>());
  }
}
