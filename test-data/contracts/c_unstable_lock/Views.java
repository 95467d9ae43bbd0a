package c_unstable_lock;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Returns;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A view or a getter's lock changes where the field does that it is taken from. */
class Views {
  static class Node {
    private final Lock lock = new ReentrantLock();

    Lock lock() {
      return lock;
    }

    @Returns("lock")
    Lock named() {
      return lock;
    }

    static Lock any() {
      return new ReentrantLock();
    }
  }

  ReadWriteLock changing = new ReentrantReadWriteLock();
  ReentrantReadWriteLock other = new ReentrantReadWriteLock();
  private ReadWriteLock made = new ReentrantReadWriteLock();
  ReadWriteLock guarding = new ReentrantReadWriteLock();
  Node node = new Node();
  Node next = new Node();
  Node last = new Node();
  Node nested = new Node();

  @GuardedBy("guarding") // expect: UnstableLock
  int count;

  void reads() {
    changing.readLock().lock(); // expect: UnstableLock "'changing'"
    try {
      hashCode();
    } finally {
      changing.readLock().unlock();
    }
  }

  void writes() {
    (this.other).writeLock().lock(); // expect: UnstableLock "'other'"
    this.other.writeLock().unlock();
  }

  void getter() {
    node.lock().lock(); // expect: UnstableLock "'node'"
    node.lock().unlock();
  }

  void declared() {
    synchronized (next.named()) { // expect: UnstableLock "'next'"
      hashCode();
    }
  }

  void monitorOfView() {
    synchronized (last.lock()) { // expect: UnstableLock "'last'"
      hashCode();
    }
  }

  void monitorOfPart() {
    synchronized (this.nested.lock) { // expect: UnstableLock "'nested'"
      hashCode();
    }
  }

  void stable() {
    made.writeLock().lock();
    made.writeLock().unlock();
    guarding.writeLock().lock();
    count++;
    guarding.writeLock().unlock();
  }

  void copied() {
    Node local = node;
    local.lock().lock();
    local.lock().unlock();
    ReadWriteLock mine = changing;
    mine.readLock().lock();
    mine.readLock().unlock();
  }

  void unrelated() {
    synchronized (node.any()) {
      hashCode();
    }
  }
}
