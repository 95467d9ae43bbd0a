package y71_kept_locks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import y71_kept_locks.Kept.Node;

/** A collection that keeps objects with their locks gets all of another one's at once. */
final class Bulk {
  void fromAnother(List<List<Node>> groups) {
    List<Node> held = new ArrayList<>();
    for (List<Node> group : groups) {
      List<Node> locked = new ArrayList<>();
      for (Node node : group) {
        node.latch.lock();
        locked.add(node);
      }
      held.addAll(locked);
    }
    for (Node node : held) {
      node.size++;
    }
    for (Node node : held) {
      node.latch.unlock();
    }
  }

  void andCleared(Deque<Node> first, Deque<Node> second) {
    Deque<Node> held = new ArrayDeque<>();
    Deque<Node> locked = new ArrayDeque<>();
    try {
      for (Node node : first) {
        node.latch.lock();
        locked.push(node);
      }
      held.addAll(locked);
      locked.clear();
      for (Node node : second) {
        node.latch.lock();
        locked.push(node);
      }
      held.addAll(locked);
      locked.clear();
    } finally {
      locked.forEach(node -> node.latch.unlock());
      while (!held.isEmpty()) {
        held.pop().latch.unlock();
      }
    }
  }

  void allOfThem(Collection<Node> wanted) {
    List<Node> held = new ArrayList<>();
    for (Node node : wanted) {
      node.latch.lock();
    }
    held.addAll(wanted);
    held.forEach(node -> node.latch.unlock());
  }

  void beforeTheyAreLocked(Collection<Node> wanted) {
    List<Node> nodes = new ArrayList<>();
    nodes.addAll(wanted);
    nodes.sort(Comparator.comparingInt(System::identityHashCode));
    for (Node node : nodes) {
      node.latch.lock();
    }
    try {
      for (Node node : nodes) {
        node.size++;
      }
    } finally {
      for (Node node : nodes) {
        node.latch.unlock();
      }
    }
  }

  void one(Node node, List<Node> more) {
    List<Node> held = new ArrayList<>();
    List<Node> locked = new ArrayList<>();
    node.latch.lock();
    locked.add(node);
    held.addAll(locked);
    node.size++;
    held.forEach(each -> each.latch.unlock());
    node.size++; // expect: UnguardedAccess
  }

  void notLocked(List<Node> wanted, List<Node> others) {
    List<Node> held = new ArrayList<>();
    for (Node node : wanted) {
      node.latch.lock();
      held.add(node);
    }
    held.addAll(others);
    for (Node node : held) {
      node.latch.unlock(); // expect: ReleaseNotHeld
    }
  }

  void notLockedAtAll(List<Node> others) {
    Deque<Node> held = new ArrayDeque<>();
    held.addAll(others);
    while (!held.isEmpty()) {
      held.pop().latch.unlock(); // expect: ReleaseNotHeld
    }
  }

  void notLockedAt(List<Node> wanted, List<Node> others) {
    List<Node> held = new ArrayList<>();
    for (Node node : wanted) {
      node.latch.lock();
      held.add(node);
    }
    held.addAll(0, others);
    held.forEach(node -> node.latch.unlock()); // expect: ReleaseNotHeld
  }

  void replaced(List<Node> wanted) {
    List<Node> held = new ArrayList<>();
    for (Node node : wanted) {
      node.latch.lock(); // expect: LockLeakOnThrow
      held.add(node);
    }
    held.replaceAll(node -> new Node());
    for (Node node : held) {
      node.latch.unlock(); // expect: ReleaseNotHeld
    }
  }

  void releasedByBoth(List<Node> wanted) {
    List<Node> held = new ArrayList<>();
    List<Node> locked = new ArrayList<>();
    for (Node node : wanted) {
      node.latch.lock();
      locked.add(node);
    }
    held.addAll(locked);
    held.forEach(node -> node.latch.unlock());
    locked.forEach(node -> node.latch.unlock()); // expect: ReleaseNotHeld
  }

  void leftHeld(List<Node> wanted) {
    List<Node> held = new ArrayList<>();
    List<Node> locked = new ArrayList<>();
    for (Node node : wanted) {
      node.latch.lock(); // expect: LockLeakOnThrow
      locked.add(node);
    }
    held.addAll(locked);
    if (wanted.size() > 3) {
      return; // expect: LockLeak
    }
    held.forEach(node -> node.latch.unlock());
  }
}
