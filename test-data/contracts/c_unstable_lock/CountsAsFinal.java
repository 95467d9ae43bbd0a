package c_unstable_lock;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A private field assigned only in constructors or initialisers counts as final; so does a field
 * whose own guard forbids writing it while the holds at hand last.
 */
final class CountsAsFinal {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int value;
  }

  private ReentrantLock lock;
  private Object monitor = new Object();

  @GuardedBy("lock")
  private Node current = new Node();

  @GuardedBy("monitor")
  private int count;

  CountsAsFinal() {
    lock = new ReentrantLock();
  }

  CountsAsFinal(ReentrantLock shared) {
    lock = shared;
  }

  void onlyInConstructors(Node next) {
    lock.lock();
    current = next;
    lock.unlock();
    synchronized (monitor) {
      count = 3;
    }
  }

  void guardedMeanwhile(int n) {
    lock.lock();
    try {
      current.lock.lock();
      try {
        current.value = n;
      } finally {
        current.lock.unlock();
      }
    } finally {
      lock.unlock();
    }
  }
}
