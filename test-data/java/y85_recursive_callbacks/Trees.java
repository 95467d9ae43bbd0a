package y85_recursive_callbacks;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Helpers that hand their callback to themselves, or to each other, and merely run it. */
final class Trees {
  private static final class Node {
    Node left;
    Node right;
    int key;
    final List<Node> children = new ArrayList<>();

    void accept(Consumer<Node> visitor) {
      visitor.accept(this);
      children.forEach(each -> each.accept(visitor));
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Node root = new Node();

  @GuardedBy("lock")
  private int sum;

  private void inOrder(Node node, Consumer<Node> action) {
    if (node == null) {
      return;
    }
    inOrder(node.left, action);
    action.accept(node);
    inOrder(node.right, action);
  }

  private void retry(Runnable action, int left) {
    try {
      action.run();
    } catch (IllegalStateException e) {
      if (left == 0) {
        throw e;
      }
      retry(action, left - 1);
    }
  }

  private <T> T attempt(Supplier<T> action, int left) {
    return left == 0 ? null : left % 2 == 0 ? action.get() : attempt(() -> action.get(), left - 1);
  }

  private void even(Node node, BiConsumer<Node, Integer> action, int depth) {
    action.accept(node, depth);
    node.children.forEach(each -> odd(each, action, depth + 1));
  }

  private void odd(Node node, BiConsumer<Node, Integer> action, int depth) {
    for (Node each : node.children) {
      even(each, action, depth + 1);
    }
  }

  private static Node first(Node node, Predicate<Node> test) {
    if (test.test(node)) {
      return node;
    }
    for (Node each : node.children) {
      Node found = first(each, test);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  void add() {
    lock.lock();
    try {
      inOrder(root, node -> sum += node.key);
      inOrder(root, this::addKey);
      retry(() -> sum++, 3);
      attempt(() -> sum, 4);
      even(root, (node, depth) -> sum += depth, 0);
      odd(root, (node, depth) -> sum += depth, 0);
      root.accept(node -> sum += node.key);
      first(root, node -> node.key == sum);
    } finally {
      lock.unlock();
    }
  }

  private void addKey(Node node) {
    sum += node.key;
  }

  void unheld() {
    inOrder(root, node -> sum += node.key); // expect: UnguardedAccess "lock"
    retry(() -> sum++, 3); // expect: UnguardedAccess "lock"
    even(root, (node, depth) -> sum += depth, 0); // expect: UnguardedAccess "lock"
    root.accept(node -> sum += node.key); // expect: UnguardedAccess "lock"
  }
}
