// A view of a collection that guards itself uses it, wherever the view was made.
package y41_guarded_by_itself;

import dev.holdfast.annotations.GuardedBy;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

class Views {
  @GuardedBy("waiting")
  private final List<Runnable> waiting = new LinkedList<>();

  @GuardedBy("names")
  private final Map<String, String> names = new HashMap<>();

  void inside() {
    synchronized (waiting) {
      Iterator<Runnable> it = waiting.iterator();
      while (it.hasNext()) {
        it.next().run();
        it.remove();
      }
      for (Runnable each : waiting.subList(0, 1)) {
        each.run();
      }
    }
  }

  void named() {
    List<Runnable> same = waiting;
    synchronized (same) {
      same.clear();
    }
  }

  void outside() {
    Iterator<Runnable> it;
    synchronized (waiting) {
      it = waiting.iterator();
    }
    while (it.hasNext()) { // expect: UnguardedAccess "waiting"
      it.next().run(); // expect: UnguardedAccess "waiting"
    }
  }

  void removedOutside() {
    Iterator<Runnable> it;
    synchronized (waiting) {
      it = waiting.iterator();
      it.next();
    }
    (it).remove(); // expect: UnguardedAccess "waiting"
  }

  void loopOutside() {
    Iterable<String> keys;
    synchronized (names) {
      keys = names.keySet();
    }
    for (String key : keys) { // expect: UnguardedAccess "names"
      key.length();
    }
  }

  int sizeOutside() {
    Map<String, String> all = names;
    synchronized (all) {
      if (all.isEmpty()) {
        return 0;
      }
    }
    return names.values().size(); // expect: UnguardedAccess "names"
  }
}
