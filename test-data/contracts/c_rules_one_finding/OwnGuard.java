package c_rules_one_finding;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;

/** A collection that is its own guard: what changes it is one access, like any other. */
final class OwnGuard {
  @GuardedBy("queue")
  private final Deque<String> queue = new ArrayDeque<>();

  void add(String item) {
    queue.addLast(item); // expect: UnguardedAccess "writing"
  }

  String take() {
    return queue.pollFirst(); // expect: UnguardedAccess "writing"
  }

  void addThroughCast(String item) {
    ((ArrayDeque<String>) queue).addLast(item); // expect: UnguardedAccess "writing"
  }

  int count() {
    return this.queue.size(); // expect: UnguardedAccess "reading"
  }

  void wrongMonitor(String item) {
    synchronized (this) {
      queue.addLast(item); // expect: UnguardedAccess "writing"
    }
  }

  String right(String item) {
    synchronized (queue) {
      queue.addLast(item);
      return queue.size() > 1 ? queue.pollFirst() : null;
    }
  }
}
