package c_same_object;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.SameObject;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Two expressions that name one object: promised of a result, believed in a body and demanded of
 * the caller between parameters.
 */
abstract class Nodes {
  static final class Tree {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  static final class Node {
    final Tree tree;

    @GuardedBy("tree.lock")
    int value;

    Node(Tree tree) {
      this.tree = tree;
    }
  }

  @SameObject({"return.tree", "tree"})
  abstract Node first(Tree tree);

  @SameObject({"return.tree", "tree"})
  Node tested(Tree tree, Node node) {
    if (node.tree != tree) {
      throw new IllegalArgumentException("node of another tree");
    }
    return node;
  }

  @SameObject({"return.tree", "tree"})
  Node broken(Tree tree, Node other) {
    return other; // expect: BrokenContract "tree"
  }

  @SameObject({"node.tree", "tree"})
  void believed(Tree tree, Node node) {
    ReentrantLock same = node.tree.lock;
    tree.lock.lock();
    try {
      node.value = 3;
      tree.size = 5;
    } finally {
      same.unlock();
    }
  }

  void promised(Tree tree) {
    Node node = first(tree);
    if (node == null) {
      return;
    }
    tree.lock.lock();
    try {
      node.value = 7;
    } finally {
      tree.lock.unlock();
    }
  }

  void notPromised(Tree tree, Node node) {
    tree.lock.lock();
    try {
      node.value = 9; // expect: UnguardedAccess "node.tree.lock"
    } finally {
      tree.lock.unlock();
    }
  }

  void demanded(Tree tree, Node node) {
    believed(node.tree, node);
    believed(tree, node); // expect: LockNotHeld "tree"
  }

  void knownByTest(Tree tree, Node node) {
    if (node.tree == tree) {
      believed(tree, node);
    }
  }

  void knownByResult(Tree tree) {
    Node node = first(tree);
    if (node != null) {
      believed(tree, node);
    }
  }

  @SameObject({"node.tree", "tree"})
  void handedOn(Tree tree, Node node) {
    believed(tree, node);
  }
}
