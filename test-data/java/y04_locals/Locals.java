// Locals are tracked by value: what a variable named when the lock was taken counts, not its name.
package y04_locals;

import dev.holdfast.annotations.GuardedBy;
import java.util.List;

class Locals {
  static class Node {
    final Object lock = new Object();
    final Node parent;

    @GuardedBy("lock")
    int value;

    @GuardedBy("parent.lock")
    int rank;

    Node(Node parent) {
      this.parent = parent;
    }
  }

  void swapped(Node a, Node b) {
    synchronized (a.lock) {
      Node t = a;
      a = b;
      b = t;
      b.value++;
      a.value++; // expect: UnguardedAccess "a.lock"
    }
  }

  void ternary(Node a, Node b, boolean first) {
    Node chosen = first ? a : b;
    synchronized (chosen.lock) {
      chosen.value++;
      a.value++; // expect: UnguardedAccess "a.lock"
    }
  }

  void ordered(Node a, Node b, boolean swap) {
    Node first = swap ? b : a;
    Node second = swap ? a : b;
    synchronized (first.lock) {
      synchronized (second.lock) {
        first.value++;
        second.value--;
      }
    }
  }

  void throughParent(Node node) {
    synchronized (node.parent.lock) {
      node.rank++;
      node.parent.value++;
      node.value++; // expect: UnguardedAccess "node.lock"
    }
  }

  void parentLocal(Node node) {
    Node up = node.parent;
    synchronized (up.lock) {
      node.rank++;
      up.value++;
      up.rank++; // expect: UnguardedAccess "parent.lock"
    }
  }

  void lockLocal(Node node) {
    Object lock = node.lock;
    node = node.parent;
    synchronized (lock) {
      node.value++; // expect: UnguardedAccess "node.lock"
    }
  }

  void shadowing(Node node) {
    {
      Node inner = node;
      synchronized (inner.lock) {
        node.value++;
      }
    }
    {
      Node inner = node.parent;
      synchronized (inner.lock) {
        node.value++; // expect: UnguardedAccess "node.lock"
        node.rank++;
      }
    }
  }

  void assignedInCondition(Node node) {
    Node next;
    synchronized (node.lock) {
      if ((next = node.parent) != null) {
        next.value++; // expect: UnguardedAccess "next.lock"
      }
      node.value++;
    }
  }

  void effectivelyFinalInLambda(Node node, List<String> names) {
    synchronized (node.lock) {
      names.forEach(name -> node.value++);
    }
    names.forEach(
        name -> {
          synchronized (node.lock) {
            node.value++;
          }
        });
  }

  void castAndParentheses(Object o) {
    Node node = (Node) o;
    synchronized ((node).lock) {
      ((Node) o).value++;
      (node.value)++;
    }
  }

  void varargs(Node... nodes) {
    synchronized (nodes[0].lock) {
      nodes[0].value++;
      nodes[1].value++; // expect: UnguardedAccess "nodes[1].lock"
    }
  }

  void incrementedIndex(Node[] nodes, int i) {
    synchronized (nodes[i].lock) {
      nodes[i].value++;
      i++;
      nodes[i].value++; // expect: UnguardedAccess "nodes[i].lock"
    }
  }
}
