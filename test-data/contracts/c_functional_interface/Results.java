package c_functional_interface;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.When;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/** What a callback returns and leaves behind is measured by the interface's contract alone. */
final class Results {
  static final class Node {
    final Results owner;

    Node(Results owner) {
      this.owner = owner;
    }
  }

  interface Finder {
    @SameObject({"return.owner", "#1"})
    Node find(Results in, Node candidate);
  }

  interface Attempt {
    @AcquiresIf(value = "#1", result = When.TRUE)
    boolean attempt(ReentrantLock lock);
  }

  interface Chooser {
    @Returns("#1")
    Object choose(Object first, Object second);
  }

  interface Pair {
    @SameObject({"#1.owner", "#2"})
    void visit(Node node, Results owner);
  }

  final ReentrantLock lock = new ReentrantLock();
  private Finder finder;
  private Attempt attempt;
  private Chooser chooser;
  private Pair pair;

  void finders() {
    finder =
        (in, candidate) -> {
          if (candidate.owner != in) {
            return null;
          }
          return candidate;
        };
    finder = (in, candidate) -> candidate; // expect: BrokenContract "in"
    finder = Results::anyOf; // expect: BrokenContract "owner"
  }

  @SameObject({"return.owner", "#1"})
  Node findersOfAnother(Results mine) {
    finder =
        (in, candidate) -> {
          if (candidate.owner != mine) {
            return null;
          }
          return candidate; // expect: BrokenContract "in"
        };
    return null;
  }

  static Node anyOf(Results in, Node candidate) {
    return candidate;
  }

  void attempts() {
    attempt = lock -> lock.tryLock();
    attempt = ReentrantLock::tryLock;
    attempt = lock -> true; // expect: BrokenContract "lock"
    attempt = Results::always; // expect: BrokenContract "TRUE"
  }

  static boolean always(ReentrantLock lock) {
    return true;
  }

  void choosers() {
    chooser = (first, second) -> first;
    chooser = (first, second) -> second; // expect: BrokenContract "#1"
    chooser = Results::second; // expect: BrokenContract "#1"
  }

  static Object second(Object first, Object second) {
    return second;
  }

  @Requires("lock")
  void touch() {}

  void pairs() {
    pair =
        (node, owner) -> {
          owner.lock.lock();
          try {
            node.owner.touch();
          } finally {
            owner.lock.unlock();
          }
        };
  }

  /** The exit of the callback is none of the helper's. */
  private void enter(Executor executor) {
    executor.execute(() -> {});
    lock.lock();
  } // expect: LockLeak "lock"

  @Acquires("lock")
  void entered(Executor executor) {
    enter(executor);
  }
}
