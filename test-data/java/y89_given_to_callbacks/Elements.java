// The same for objects that only the helper has a name for: the elements that it goes through, or
// what it has looked up.
package y89_given_to_callbacks;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

class Elements {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();
    final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

    @GuardedBy("lock")
    int n;

    @GuardedBy("rw")
    int version;

    private void increment() {
      lock.lock();
      try {
        n++;
      } finally {
        lock.unlock();
      }
    }
  }

  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Node> byName = new ConcurrentHashMap<>();
  private Node last;

  private void each(Consumer<Node> action) {
    for (Node node : nodes) {
      node.lock.lock();
      try {
        action.accept(node);
      } finally {
        node.lock.unlock();
      }
    }
  }

  private void eachByLambda(Consumer<Node> action) {
    nodes.forEach(
        node -> {
          node.lock.lock();
          try {
            action.accept(node);
          } finally {
            node.lock.unlock();
          }
        });
  }

  private void eachAgain(Consumer<Node> action) {
    each(action);
  }

  private <R> R with(String name, Function<Node, R> f) {
    Node node = byName.computeIfAbsent(name, key -> new Node());
    node.lock.lock();
    try {
      return f.apply(node);
    } finally {
      node.lock.unlock();
    }
  }

  private Node first(Predicate<Node> p) {
    for (Node node : nodes) {
      node.lock.lock();
      try {
        if (p.test(node)) {
          return node;
        }
      } finally {
        node.lock.unlock();
      }
    }
    return null;
  }

  private void withNames(BiConsumer<String, Node> action) {
    for (Map.Entry<String, Node> entry : byName.entrySet()) {
      Node node = entry.getValue();
      synchronized (this) {
        node.rw.readLock().lock();
        try {
          action.accept(entry.getKey(), node);
        } finally {
          node.rw.readLock().unlock();
        }
      }
    }
  }

  private void neighbours(BiConsumer<Node, Node> action) {
    for (int i = 1; i < nodes.size(); i++) {
      Node left = nodes.get(i - 1);
      Node right = nodes.get(i);
      left.lock.lock();
      try {
        right.lock.lock();
        try {
          action.accept(left, right);
        } finally {
          right.lock.unlock();
        }
      } finally {
        left.lock.unlock();
      }
    }
  }

  void right(Node other) {
    each(node -> node.n++);
    each(Node::increment);
    each(
        new Consumer<Node>() {
          @Override
          public void accept(Node node) {
            node.n++;
          }
        });
    eachByLambda(node -> node.n++);
    eachAgain(node -> node.n++);
    neighbours((left, right) -> left.n = right.n);
    withNames((name, node) -> System.out.println(name + node.version));
    System.out.println(first(node -> node.n > 0));
    int n = with("a", node -> node.n) + with("b", node -> ++node.n);
    other.lock.lock();
    try {
      with("c", node -> node.n = other.n + n);
    } finally {
      other.lock.unlock();
    }
  }

  // The same with the mistake.

  private void unlocked(Consumer<Node> action) {
    for (Node node : nodes) {
      action.accept(node);
    }
  }

  private void lockedOther(Node other, Consumer<Node> action) {
    for (Node node : nodes) {
      other.lock.lock();
      try {
        action.accept(node);
      } finally {
        other.lock.unlock();
      }
    }
  }

  private void afterwards(Consumer<Node> action) {
    for (Node node : nodes) {
      node.lock.lock();
      node.lock.unlock();
      action.accept(node);
    }
  }

  private void firstOfTwo(BiConsumer<Node, Node> action) {
    for (Node node : nodes) {
      node.lock.lock();
      try {
        action.accept(node, nodes.get(0));
      } finally {
        node.lock.unlock();
      }
    }
  }

  private void sometimes(boolean early, Consumer<Node> action) {
    for (Node node : nodes) {
      if (early) {
        action.accept(node);
        continue;
      }
      node.lock.lock();
      try {
        action.accept(node);
      } finally {
        node.lock.unlock();
      }
    }
  }

  void wrong(Node other) {
    unlocked(node -> node.n++); // expect: UnguardedAccess "node.lock"
    lockedOther(other, node -> node.n++); // expect: UnguardedAccess "node.lock"
    lockedOther(other, node -> other.n++);
    afterwards(node -> node.n++); // expect: UnguardedAccess "node.lock"
    sometimes(nodes.isEmpty(), node -> node.n++); // expect: UnguardedAccess "node.lock"
    firstOfTwo((node, head) -> node.n++);
    firstOfTwo((node, head) -> head.n++); // expect: UnguardedAccess "head.lock"
    each(node -> other.n++); // expect: UnguardedAccess "other.lock"
    each(node -> node.version++); // expect: UnguardedAccess "node.rw"
    withNames((name, node) -> node.version++); // expect: UnguardedAccess "for writing"
    neighbours((left, right) -> other.n = right.n); // expect: UnguardedAccess "other.lock"
    with("a", node -> node.n + other.n); // expect: UnguardedAccess "other.lock"
    each(node -> new Thread(() -> node.n++).start()); // expect: UnguardedAccess "node.lock"
    first(node -> node.n > 0).n++; // expect: UnguardedAccess
    Node found = with("b", node -> node);
    found.n++; // expect: UnguardedAccess "found.lock"
  }

  void turnAfterTurn() {
    Node[] before = new Node[1];
    each(
        node -> {
          if (before[0] != null) {
            before[0].n++; // expect: UnguardedAccess
          }
          before[0] = node;
        });
    each(
        node -> {
          if (last != null && last != node) {
            last.n++; // expect: UnguardedAccess
          }
          last = node;
          last.n++;
        });
  }
}
