// A field that is its own lock: what it refers to may be used under it only, and each use is one
// mistake, a change as much as a read.
package y41_guarded_by_itself;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

class GuardedByItself {
  @GuardedBy("names")
  private final List<String> names = new ArrayList<>();

  @GuardedBy("QUEUE")
  private static final Deque<String> QUEUE = new ArrayDeque<>();

  void add(String name) {
    synchronized (names) {
      names.add(name);
    }
    synchronized (QUEUE) {
      QUEUE.add(name);
    }
  }

  void change(String name) {
    names.add(name); // expect: UnguardedAccess "writing 'this.names'"
    this.names.clear(); // expect: UnguardedAccess "writing 'this.names'"
    QUEUE.add(name); // expect: UnguardedAccess "writing 'GuardedByItself.QUEUE'"
  }

  int read() {
    return names.size(); // expect: UnguardedAccess "reading 'this.names'"
  }

  static void changeOther(GuardedByItself other, String name) {
    other.names.add(name); // expect: UnguardedAccess "writing 'other.names'"
    synchronized (other.names) {
      other.names.add(name);
    }
  }

  List<String> handOut() {
    return names;
  }
}
