package y71_kept_locks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The same with mistakes. */
final class NotKept {
  void oneWayOut(List<Kept.Node> wanted) {
    List<Kept.Node> held = new ArrayList<>();
    for (Kept.Node node : wanted) {
      node.latch.lock(); // expect: LockLeakOnThrow
      held.add(node);
    }
    if (wanted.size() > 3) {
      return; // expect: LockLeak "every element of 'held'"
    }
    for (Kept.Node node : held) {
      node.latch.unlock();
    }
  }

  void neverTaken(List<Kept.Node> wanted) {
    List<Kept.Node> held = new ArrayList<>();
    for (Kept.Node node : wanted) {
      held.add(node);
    }
    for (Kept.Node node : held) {
      node.latch.unlock(); // expect: ReleaseNotHeld
    }
  }

  void someTaken(List<Kept.Node> wanted, int few) {
    List<Kept.Node> held = new ArrayList<>();
    int seen = 0;
    for (Kept.Node node : wanted) {
      if (seen++ > few) {
        node.latch.lock();
      }
      held.add(node);
    }
    for (Kept.Node node : held) {
      node.latch.unlock(); // expect: ReleaseNotHeld "some of the paths"
    }
  }

  void usedAfterwards(Kept.Node[] wanted) {
    Deque<Kept.Node> held = new ArrayDeque<>();
    for (Kept.Node node : wanted) {
      node.latch.lock();
      held.push(node);
    }
    while (!held.isEmpty()) {
      Kept.Node node = held.pop();
      node.size++;
      node.latch.unlock();
      node.size++; // expect: UnguardedAccess
    }
  }

  void usedAfterAll(Kept.Node[] wanted) {
    List<Kept.Node> held = new ArrayList<>();
    for (Kept.Node node : wanted) {
      node.latch.lock();
      held.add(node);
    }
    for (Kept.Node node : held) {
      node.latch.unlock();
    }
    for (Kept.Node node : held) {
      node.size++; // expect: UnguardedAccess
    }
  }

  void leavesSome(Kept.Node[] wanted) {
    Deque<Kept.Node> held = new ArrayDeque<>();
    for (Kept.Node node : wanted) {
      node.latch.lock();
      held.push(node);
    }
    while (!held.isEmpty()) {
      Kept.Node node = held.pop();
      if (node.size > 3) {
        continue;
      }
      node.latch.unlock();
    }
  } // expect: LockLeak

  void stopsEarly(Kept.Node[] wanted) {
    List<Kept.Node> held = new ArrayList<>();
    for (Kept.Node node : wanted) {
      node.latch.lock();
      held.add(node);
    }
    for (Kept.Node node : held) {
      if (node.size > 3) {
        break;
      }
      node.latch.unlock();
    }
  } // expect: LockLeak

  boolean doesNotGiveUp(Kept.Node[] wanted) {
    List<Kept.Node> held = new ArrayList<>();
    for (Kept.Node node : wanted) {
      if (!node.latch.tryLock()) {
        return false; // expect: LockLeak "every element of 'held'"
      }
      held.add(node);
    }
    held.forEach(node -> node.latch.unlock());
    return true;
  }

  void cleared(Kept.Node[] wanted) {
    List<Kept.Node> held = new ArrayList<>();
    for (Kept.Node node : wanted) {
      node.latch.lock();
      held.add(node);
    }
    held.clear();
    for (Kept.Node node : held) {
      node.latch.unlock();
    }
  } // expect: LockLeak

  void twice(Kept.Node[] wanted) {
    List<Kept.Node> held = new ArrayList<>();
    for (Kept.Node node : wanted) {
      node.latch.lock();
      held.add(node);
    }
    held.forEach(node -> node.latch.unlock());
    for (Kept.Node node : held) {
      node.latch.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byAnIterator(Kept.Node[] wanted) {
    List<Kept.Node> held = new ArrayList<>();
    for (Kept.Node node : wanted) {
      node.latch.lock();
      held.add(node);
    }
    for (Iterator<Kept.Node> each = held.iterator(); each.hasNext(); ) {
      Kept.Node node = each.next();
      if (node.size == 0) {
        continue;
      }
      node.latch.unlock();
      node.size++; // expect: UnguardedAccess
    }
  } // expect: LockLeak

  void namedAfterAll(Kept.Node one, List<Kept.Node> more) {
    List<Kept.Node> held = new ArrayList<>();
    one.latch.lock();
    held.add(one);
    for (Kept.Node node : more) {
      node.latch.lock();
      held.add(node);
    }
    for (Kept.Node node : held) {
      node.latch.unlock();
    }
    one.size++; // expect: UnguardedAccess "'one.latch'"
  }

  int pathLeft(Kept.Node root) {
    Deque<Kept.Node> path = new ArrayDeque<>();
    Kept.Node at = root;
    at.latch.lock();
    path.addLast(at);
    try {
      while (at.next != null) {
        Kept.Node child = at.next;
        child.latch.lock();
        if (child.size < 3) {
          path.forEach(node -> node.latch.unlock());
          path.clear();
          at.size++; // expect: UnguardedAccess "'at.latch'"
        }
        path.addLast(child);
        at = child;
      }
      return at.size;
    } finally {
      for (Kept.Node node : path) {
        node.latch.unlock();
      }
    }
  }

  int rootAfterItsPath(Kept.Node root) {
    Deque<Kept.Node> path = new ArrayDeque<>();
    Kept.Node at = root;
    at.latch.lock();
    path.addLast(at);
    try {
      while (root.next != null) { // expect: UnguardedAccess "'root.latch'" "released in line"
        Kept.Node child = at.next;
        child.latch.lock();
        if (child.size < 3) {
          for (Kept.Node node : path) {
            node.latch.unlock();
          }
          path.clear();
        }
        path.addLast(child);
        at = child;
      }
      return root.size; // expect: UnguardedAccess "'root.latch'"
    } finally {
      path.forEach(node -> node.latch.unlock());
    }
  }

  void formerOne(Kept.Node one, Kept.Node other) {
    List<Kept.Node> held = new ArrayList<>();
    one.latch.lock();
    held.add(one);
    held.forEach(node -> node.latch.unlock());
    held.clear();
    other.latch.lock();
    held.add(other);
    one.size++; // expect: UnguardedAccess "'one.latch'"
    other.size++;
    held.forEach(node -> node.latch.unlock());
  }

  void takenOutBefore(Kept.Node one, Kept.Node other) {
    Deque<Kept.Node> held = new ArrayDeque<>();
    one.latch.lock();
    held.push(one);
    while (!held.isEmpty()) {
      held.pop().latch.unlock();
    }
    other.latch.lock();
    held.push(other);
    one.size++; // expect: UnguardedAccess "'one.latch'"
    while (!held.isEmpty()) {
      held.pop().latch.unlock();
    }
  }

  void allOfThoseThatAreLeft(Kept.Node one, Kept.Node other) {
    List<Kept.Node> held = new ArrayList<>();
    one.latch.lock();
    held.add(one);
    held.forEach(node -> node.latch.unlock());
    held.clear();
    held.add(other);
    for (Kept.Node node : held) {
      node.latch.lock();
    }
    one.size++; // expect: UnguardedAccess "'one.latch'"
    for (Kept.Node node : held) {
      node.latch.unlock();
    }
  }

  void oneInsteadOfEach(Kept.Node one, List<Kept.Node> more, boolean each) {
    List<Kept.Node> held = new ArrayList<>();
    one.latch.lock();
    held.add(one);
    for (Kept.Node node : more) {
      node.latch.lock();
      held.add(node);
    }
    if (each) {
      held.forEach(node -> node.latch.unlock());
    } else {
      held.forEach(node -> one.latch.unlock()); // expect: ReleaseNotHeld "one.latch"
    }
  }
}
