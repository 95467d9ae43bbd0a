package y71_kept_locks;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A local collection keeps the objects whose locks were taken, until it is gone through again. */
final class Kept {
  static final class Node {
    final ReentrantLock latch = new ReentrantLock();

    @GuardedBy("latch")
    int size;

    @GuardedBy("latch")
    Node next;
  }

  void list(Node[] wanted) {
    List<Node> held = new ArrayList<>();
    try {
      for (Node node : wanted) {
        node.latch.lock();
        held.add(node);
        node.size++;
      }
      for (Node node : held) {
        node.size++;
      }
    } finally {
      for (Node node : held) {
        node.latch.unlock();
      }
    }
  }

  boolean givesUp(List<ReentrantLock> wanted) {
    List<ReentrantLock> held = new ArrayList<>(wanted.size());
    for (ReentrantLock lock : wanted) {
      if (!lock.tryLock()) {
        for (ReentrantLock each : held) {
          each.unlock();
        }
        return false;
      }
      held.add(lock);
    }
    try {
      return wanted.size() > 3;
    } finally {
      for (int i = held.size() - 1; i >= 0; i--) {
        held.get(i).unlock();
      }
    }
  }

  void stack(ReentrantLock[] wanted) {
    Deque<ReentrantLock> held = new ArrayDeque<>();
    try {
      for (ReentrantLock lock : wanted) {
        lock.lock();
        held.push(lock);
      }
    } finally {
      while (!held.isEmpty()) {
        held.pop().unlock();
      }
    }
  }

  void polled(ReentrantLock[] wanted) {
    Deque<ReentrantLock> held = new ArrayDeque<>();
    try {
      for (ReentrantLock lock : wanted) {
        lock.lock();
        held.push(lock);
      }
    } finally {
      for (ReentrantLock each; (each = held.poll()) != null; ) {
        each.unlock();
      }
    }
  }

  void oneOrTwo(ReentrantLock first, ReentrantLock second, boolean both) {
    List<ReentrantLock> held = new ArrayList<>();
    try {
      first.lock();
      held.add(first);
      if (both) {
        second.lock();
        held.add(second);
      }
    } finally {
      held.forEach(ReentrantLock::unlock);
    }
  }

  void inAnotherOrder(ReentrantLock first, ReentrantLock second) {
    List<ReentrantLock> held = new ArrayList<>();
    try {
      first.lock(); // expect: LockLeakOnThrow
      held.add(first);
      second.lock();
      held.add(second);
    } finally {
      Collections.reverse(held);
      for (ReentrantLock each : held) {
        each.unlock();
      }
    }
  }

  int pathOfATree(Node root) {
    Deque<Node> path = new ArrayDeque<>();
    Node at = root;
    at.latch.lock();
    path.addLast(at);
    try {
      while (at.next != null) {
        Node child = at.next;
        child.latch.lock();
        if (child.size < 3) {
          for (Node node : path) {
            node.latch.unlock();
          }
          path.clear();
        }
        path.addLast(child);
        at = child;
      }
      return at.size;
    } finally {
      path.forEach(node -> node.latch.unlock());
    }
  }

  void byAHelper(List<Node> wanted) {
    List<Node> held = new ArrayList<>();
    try {
      for (Node node : wanted) {
        node.latch.lock();
        held.add(node);
      }
    } finally {
      unlockAll(held);
    }
  }

  private static void unlockAll(Collection<Node> nodes) {
    for (Node node : nodes) {
      node.latch.unlock();
    }
  }

  void byAnIterator(ReentrantLock[] wanted) {
    Deque<ReentrantLock> held = new ArrayDeque<>();
    try {
      for (ReentrantLock lock : wanted) {
        lock.lock();
        held.add(lock);
      }
    } finally {
      for (Iterator<ReentrantLock> each = held.descendingIterator(); each.hasNext(); ) {
        each.next().unlock();
      }
    }
  }

  void andRemoved(List<Node> wanted) {
    List<Node> held = new ArrayList<>();
    try {
      for (Node node : wanted) {
        node.latch.lock();
        held.add(node);
      }
    } finally {
      Iterator<Node> each = held.iterator();
      while (each.hasNext()) {
        Node node = each.next();
        node.size++;
        node.latch.unlock();
        each.remove();
      }
    }
  }

  private final Node own = new Node();

  void thoseThatHaveNames(Node one, List<Node> more, boolean again) {
    List<Node> held = new ArrayList<>();
    try {
      own.latch.lock();
      held.add(own);
      one.latch.lock();
      held.add(one);
      for (Node node : more) {
        if (again && node != one) {
          one.latch.lock();
          held.add(one);
        }
        node.latch.lock();
        held.add(node);
        node.size++;
        own.size++;
        one.size++;
      }
      own.size++;
      one.size++;
    } finally {
      held.forEach(node -> node.latch.unlock());
    }
  }

  void anotherCollection(List<Node> wanted) {
    List<Node> seen = new ArrayList<>();
    for (Node node : wanted) {
      seen.add(node);
    }
    for (Node node : wanted) {
      node.latch.lock();
    }
    try {
      seen.clear();
    } finally {
      for (Node node : wanted) {
        node.latch.unlock();
      }
    }
  }

  void goesOnWithoutIt(Node one) {
    List<Node> held = new ArrayList<>();
    one.latch.lock();
    held.add(one);
    one.size++;
    held.clear();
    one.size--;
    one.latch.unlock();
    held.forEach(node -> node.latch.unlock());
  }

  void usedAgain(Node one, Node other, int times) {
    List<Node> held = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      one.latch.lock();
      held.add(one);
      one.size++;
      held.forEach(node -> node.latch.unlock());
      held.clear();
      other.latch.lock();
      held.add(other);
      one.latch.lock();
      held.add(one);
      one.size = other.size;
      held.forEach(node -> node.latch.unlock());
      held.clear();
    }
  }
}
