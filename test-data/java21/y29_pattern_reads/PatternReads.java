// A record pattern calls the accessors of the components that it names: that reads them, as a call
// in the source would.
package y29_pattern_reads;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class PatternReads {
  record Leaf(ReentrantLock lock, @GuardedBy("lock") int[] value) {}

  record Branch(Leaf left, Leaf right) {}

  /** Its accessor is no plain read. */
  record Copied(ReentrantLock lock, @GuardedBy("lock") int[] value) {
    @Override
    public int[] value() {
      lock.lock();
      try {
        return value.clone();
      } finally {
        lock.unlock();
      }
    }
  }

  int heldBefore(Leaf leaf) {
    leaf.lock().lock();
    try {
      return leaf instanceof Leaf(ReentrantLock lock, int[] value) ? value[0] : 0;
    } finally {
      leaf.lock().unlock();
    }
  }

  int heldInNested(Branch branch) {
    branch.left().lock().lock();
    try {
      return switch (branch) {
        case Branch(Leaf(ReentrantLock lock, int[] value), Leaf right) -> value[0];
      };
    } finally {
      branch.left().lock().unlock();
    }
  }

  int copied(Object any) {
    return any instanceof Copied(ReentrantLock lock, int[] value) ? value[0] : 0;
  }

  int made() {
    Leaf fresh = new Leaf(new ReentrantLock(), new int[1]);
    return fresh instanceof Leaf(ReentrantLock lock, int[] value) ? value[0] : 0;
  }

  int unheld(Object any) {
    return any instanceof Leaf(ReentrantLock lock, int[] value) // expect: UnguardedAccess "lock"
        ? value[0] // expect: UnguardedAccess "any.lock"
        : 0;
  }

  int inferred(Object any) {
    if (any instanceof Leaf(var lock, var value)) { // expect: UnguardedAccess "lock"
      return value[0]; // expect: UnguardedAccess "any.lock"
    }
    return 0;
  }

  int inCase(Leaf leaf) {
    return switch (leaf) {
      case Leaf(ReentrantLock lock, int[] value) -> value[0]; // expect: UnguardedAccess "leaf.lock", UnguardedAccess "leaf.lock"
    };
  }

  int otherOne(Branch branch) {
    branch.left().lock().lock();
    try {
      return switch (branch) {
        case Branch(
                Leaf(ReentrantLock one, int[] first),
                Leaf(ReentrantLock two, int[] second)) -> // expect: UnguardedAccess "branch.right.lock"
            first[0] + second[0]; // expect: UnguardedAccess "branch.right.lock"
      };
    } finally {
      branch.left().lock().unlock();
    }
  }

  int taken(Leaf leaf) {
    if (leaf instanceof Leaf(ReentrantLock lock, int[] value)) { // expect: UnguardedAccess "leaf.lock"
      lock.lock();
      try {
        return value[0];
      } finally {
        lock.unlock();
      }
    }
    return 0;
  }

  record Pair<T>(T one, @GuardedBy("this") T other) {}

  String generic(Pair<String> pair) {
    return switch (pair) {
      case Pair<String>(String one, String other) -> one + other; // expect: UnguardedAccess "pair"
    };
  }

  synchronized String named(Object any) {
    return any instanceof Pair<?> pair ? "pair" : "none";
  }
}
