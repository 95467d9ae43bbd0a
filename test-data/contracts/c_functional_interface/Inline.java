package c_functional_interface;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.RunsInline;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A callback that runs at once has what its interface provides, besides what the call holds. */
final class Inline {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;
  }

  interface Visitor {
    void visit(@Requires("lock") Node node);
  }

  interface Opener {
    @Acquires("#1")
    void open(ReentrantLock lock);
  }

  private final Node root = new Node();
  private final ReentrantReadWriteLock own = new ReentrantReadWriteLock();

  @GuardedBy("own")
  private int visits;

  void each(@RunsInline Visitor visitor) {
    root.lock.lock();
    try {
      visitor.visit(root);
    } finally {
      root.lock.unlock();
    }
  }

  void open(@RunsInline Opener opener) {
    ReentrantLock lock = new ReentrantLock();
    opener.open(lock);
    lock.unlock();
  }

  void provided() {
    each(node -> node.value++);
    each(Inline::increment);
    open(lock -> lock.lock());
    open(ReentrantLock::lock);
  }

  void held(Executor executor) {
    own.writeLock().lock();
    try {
      each(node -> visits += node.value);
    } finally {
      own.writeLock().unlock();
    }
    own.readLock().lock();
    try {
      each(node -> node.value = visits);
      each(node -> visits = node.value); // expect: UnguardedAccess "own"
    } finally {
      own.readLock().unlock();
    }
    each(node -> visits = node.value); // expect: UnguardedAccess "own"
  }

  void alsoLater(Executor executor) {
    own.writeLock().lock();
    try {
      Visitor visitor = node -> visits += node.value; // expect: UnguardedAccess "own"
      each(visitor);
      executor.execute(() -> each(visitor));
    } finally {
      own.writeLock().unlock();
    }
  }

  void notProvided(Node other) {
    each(node -> other.value++); // expect: UnguardedAccess "other.lock"
    open(lock -> {}); // expect: BrokenContract "lock"
    open(Inline::ignore); // expect: BrokenContract "Acquires"
  }

  static void increment(@Requires("lock") Node node) {
    node.value++;
  }

  static void ignore(ReentrantLock lock) {}
}
