// A helper may return a collection of what it has locked.
package y82_kept_by_helpers;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class Returning {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;
  }

  private List<Node> grab(List<Node> wanted) {
    List<Node> held = new ArrayList<>();
    for (Node node : wanted) {
      node.lock.lock();
      held.add(node);
    }
    return held;
  }

  private static Deque<Node> grabSome(Node[] wanted) {
    Deque<Node> held = new ArrayDeque<>();
    for (int i = 0; i < wanted.length; i++) {
      Node node = wanted[i];
      if (node.lock.tryLock()) {
        held.push(node);
      }
    }
    return held;
  }

  private List<Node> grabUnlessEmpty(List<Node> wanted) {
    List<Node> held = new ArrayList<>();
    if (wanted == null) {
      return held;
    }
    for (Node node : wanted) {
      node.lock.lock();
      held.add(node);
    }
    return held;
  }

  private void release(List<Node> held) {
    for (Node node : held) node.lock.unlock();
  }

  // ---- right

  int all(List<Node> wanted) {
    List<Node> held = grab(wanted);
    int sum = 0;
    try {
      for (Node node : held) sum += node.size;
    } finally {
      for (Node node : held) node.lock.unlock();
    }
    return sum;
  }

  void some(Node[] wanted) {
    Deque<Node> held = grabSome(wanted);
    try {
      work();
    } finally {
      while (!held.isEmpty()) held.pop().lock.unlock();
    }
  }

  void directly(List<Node> wanted) {
    for (Node node : grab(wanted)) node.lock.unlock();
  }

  void byHelper(List<Node> wanted) {
    List<Node> held = grabUnlessEmpty(wanted);
    try {
      work();
    } finally {
      release(held);
    }
  }

  // ---- wrong

  void lost(List<Node> wanted) {
    List<Node> held = grab(wanted);
  } // expect: LockLeak

  void onThrow(Node[] wanted) {
    Deque<Node> held = grabSome(wanted); // expect: LockLeakOnThrow
    work();
    while (!held.isEmpty()) held.pop().lock.unlock();
  }

  void afterwards(List<Node> wanted) {
    List<Node> held = grab(wanted);
    release(held);
    for (Node node : held) node.size++; // expect: UnguardedAccess
  }

  void twice(List<Node> wanted) {
    List<Node> held = grab(wanted);
    for (Node node : held) node.lock.unlock();
    release(held); // expect: LockNotHeld
  }

  private List<Node> grabButForget(List<Node> wanted) {
    List<Node> held = new ArrayList<>();
    for (Node node : wanted) {
      node.lock.lock();
      if (node.size > 0) {
        held.add(node);
      }
    }
    return held; // expect: LockLeak
  }

  void forgotten(List<Node> wanted) {
    List<Node> held = grabButForget(wanted);
    release(held);
  }

  void work() {}
}
