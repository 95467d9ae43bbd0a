package c_several_parents;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;

/**
 * A child below a parent that is itself below a root: releasing the root ends everything inside,
 * and the holds of another root stay.
 */
final class Tree {
  @DefinesLock(name = "root", label = "root lock")
  abstract static class Root {
    @Acquires("root.writeLock()")
    abstract void lock();

    @Releases("root.writeLock()")
    abstract void unlock();
  }

  @DefinesLock(name = "branch", label = "branch lock", within = "root.root")
  abstract static class Branch {
    final Root root;

    @GuardedBy("branch")
    int leaves;

    Branch(Root root) {
      this.root = root;
    }

    @Acquires("branch.writeLock()")
    abstract void lock();

    @Releases("branch.writeLock()")
    abstract void unlock();
  }

  @DefinesLock(name = "leaf", label = "leaf lock", within = "branch.branch")
  abstract static class Leaf {
    final Branch branch;

    @GuardedBy("leaf")
    int colour;

    Leaf(Branch branch) {
      this.branch = branch;
    }

    @Acquires("leaf.writeLock()")
    abstract void lock();
  }

  void allThree(Leaf leaf) {
    leaf.branch.root.lock();
    try {
      leaf.branch.lock();
      leaf.lock();
      leaf.colour = 3;
      leaf.branch.leaves = 5;
    } finally {
      leaf.branch.root.unlock();
    }
    leaf.colour = 7; // expect: UnguardedAccess "leaf lock"
  }

  void endedByTheMiddle(Leaf leaf) {
    leaf.branch.root.lock();
    try {
      leaf.branch.lock();
      leaf.lock();
      leaf.branch.unlock();
      leaf.colour = 9; // expect: UnguardedAccess "leaf lock"
      leaf.branch.leaves = 11; // expect: UnguardedAccess "branch lock"
    } finally {
      leaf.branch.root.unlock();
    }
  }

  void withoutTheMiddle(Leaf leaf) {
    leaf.branch.root.lock();
    try {
      leaf.lock(); // expect: LockNotHeld "branch lock"
    } finally {
      leaf.branch.root.unlock();
    }
  }

  @Requires("leaf.leaf")
  void impliesAllThree(Leaf leaf) {
    leaf.colour = 13;
    leaf.branch.leaves = 15;
    needsRoot(leaf.branch.root);
  }

  @Requires("root.root")
  void needsRoot(Root root) {}

  void twoRoots(Branch a, Branch b) {
    if (a.root == b.root) {
      return;
    }
    a.root.lock();
    try {
      a.lock();
      b.root.lock();
      try {
        b.lock();
        b.leaves = 17;
      } finally {
        b.root.unlock();
      }
      a.leaves = 19;
      b.leaves = 21; // expect: UnguardedAccess "branch lock"
    } finally {
      a.root.unlock();
    }
  }
}
