package y71_kept_locks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import y71_kept_locks.Kept.Node;

/** An object that is removed from a collection of locked ones takes its hold along. */
final class Removed {
  void known(Node a, List<Node> more) {
    List<Node> held = new ArrayList<>();
    try {
      a.latch.lock();
      held.add(a);
      for (Node node : more) {
        node.latch.lock();
        held.add(node);
      }
      held.remove(a);
      a.size++;
      a.latch.unlock();
      for (Node node : held) {
        node.size++;
      }
    } finally {
      for (Node node : held) {
        node.latch.unlock();
      }
    }
  }

  void asked(Node a, List<Node> all) {
    Set<Node> held = new HashSet<>();
    try {
      for (Node node : all) {
        node.latch.lock();
        held.add(node);
      }
      if (held.remove(a)) {
        a.size++;
        a.latch.unlock();
      }
    } finally {
      for (Node node : held) {
        node.latch.unlock();
      }
    }
  }

  void twice(Node a, List<Node> all) {
    Set<Node> held = new HashSet<>();
    for (Node node : all) {
      node.latch.lock();
      held.add(node);
    }
    try {
      boolean was = held.remove(a);
      if (was) {
        a.size++;
        held.add(a);
      }
    } finally {
      for (Node node : held) {
        node.latch.unlock();
      }
    }
  }

  void ofNone(Node a) {
    List<Node> held = new ArrayList<>();
    if (held.remove(a)) {
      a.size++;
    }
    for (Node node : held) {
      node.latch.unlock();
    }
  }

  // ---- wrong

  void notReleased(Node a, Node b) {
    List<Node> held = new ArrayList<>();
    try {
      a.latch.lock();
      held.add(a);
      b.latch.lock();
      held.add(b);
      held.remove(a);
    } finally {
      for (Node node : held) {
        node.latch.unlock();
      }
    }
  } // expect: LockLeak "a.latch"

  void notReleasedIfThere(Node a, List<Node> all) {
    Set<Node> held = new HashSet<>();
    for (Node node : all) {
      node.latch.lock();
      held.add(node);
    }
    if (held.remove(a)) {
      a.size++;
    }
    for (Node node : held) {
      node.latch.unlock();
    }
  } // expect: LockLeak "a.latch"

  void notThere(Node a, List<Node> all) {
    Set<Node> held = new HashSet<>();
    for (Node node : all) {
      node.latch.lock(); // expect: LockLeakOnThrow
      held.add(node);
    }
    if (!held.remove(a)) {
      a.size++; // expect: UnguardedAccess
    } else {
      a.latch.unlock();
    }
    for (Node node : held) {
      node.latch.unlock();
    }
  }

  void usedAfter(Node a, Node b) {
    List<Node> held = new ArrayList<>();
    try {
      a.latch.lock();
      held.add(a);
      b.latch.lock();
      held.add(b);
      held.remove(a);
      a.latch.unlock();
      b.size++;
      a.size++; // expect: UnguardedAccess "released"
    } finally {
      for (Node node : held) {
        node.latch.unlock();
      }
    }
  }
}
