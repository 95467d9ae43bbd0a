// Patterns in loops, nested switches and sealed hierarchies, with locks on their bindings.
package y19_patterns;

import dev.holdfast.annotations.GuardedBy;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class Patterns {
  sealed interface Node permits Leaf, Branch {}

  record Leaf(ReentrantLock lock, @GuardedBy("lock") int[] value) implements Node {}

  record Branch(Node left, Node right) implements Node {}

  int sum(Node node) {
    return switch (node) {
      case Leaf leaf -> 0;
      case Branch(Node left, Node right) -> sum(left) + sum(right);
    };
  }

  int lockedSum(Node node) {
    return switch (node) {
      case Leaf leaf -> {
        leaf.lock().lock();
        try {
          yield leaf.value()[0];
        } finally {
          leaf.lock().unlock();
        }
      }
      case Branch(Leaf left, Leaf right) -> {
        left.lock().lock();
        try {
          yield left.value()[0]
              + right.value()[0]; // expect: UnguardedAccess "right.lock"
        } finally {
          left.lock().unlock();
        }
      }
      case Branch branch -> lockedSum(branch.left()) + lockedSum(branch.right());
    };
  }

  void each(List<Object> items) {
    for (Object item : items) {
      if (item instanceof Leaf leaf && leaf.lock().tryLock()) {
        try {
          leaf.value()[0]++;
        } finally {
          leaf.lock().unlock();
        }
        continue;
      }
      if (!(item instanceof Leaf leaf)) {
        continue;
      }
      System.out.println(leaf.value()[0]); // expect: UnguardedAccess "leaf.lock"
    }
  }

  String nullCase(Leaf leaf) {
    return switch (leaf) {
      case null -> "none";
      case Leaf some when some.lock().isHeldByCurrentThread() -> "held " + some.value()[0];
      case Leaf some -> "free " + some.value().length; // expect: UnguardedAccess "some.lock"
    };
  }
}
