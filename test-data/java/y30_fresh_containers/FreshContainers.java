// A container that was just made is nobody else's; what it was filled with may be.
package y30_fresh_containers;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

class FreshContainers {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int count;
  }

  private final Node[] table = new Node[8];
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final List<Node> nodes = new ArrayList<>();

  FreshContainers() {
    for (int i = 0; i < table.length; i++) {
      table[i] = new Node();
      table[i].count = 3;
    }
  }

  void copyOfList() {
    List<Node> copy;
    lock.lock();
    try {
      copy = new ArrayList<>(nodes);
    } finally {
      lock.unlock();
    }
    copy.get(0).count++; // expect: UnguardedAccess "lock"
    for (Node each : copy) {
      each.count++; // expect: UnguardedAccess "each.lock"
    }
  }

  void copyOfMap(Map<String, Node> all) {
    Map<String, Node> copy = new HashMap<>(all);
    copy.get("a").count = 5; // expect: UnguardedAccess "lock"
  }

  void arrayOfOthers(Node a, Node b) {
    Node[] both = {a, b};
    both[0].count++; // expect: UnguardedAccess "both[0].lock"
    Node[] later = new Node[2];
    later[0] = new Node();
    later[0].count = 7;
    later[1] = b;
    later[1].count = 9; // expect: UnguardedAccess "later[1].lock"
  }

  Node[] arrayOfNewOnes() {
    Node[] both = {new Node(), new Node()};
    both[0].count = 11;
    both[1].count = 13;
    return both;
  }
}
