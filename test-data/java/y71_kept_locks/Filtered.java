package y71_kept_locks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import y71_kept_locks.Kept.Node;

/** What is taken out of a collection of locked objects by a test is to be released by it. */
final class Filtered {
  void releasedInTest(List<Node> all) {
    List<Node> held = new ArrayList<>();
    try {
      for (Node node : all) {
        node.latch.lock();
        held.add(node);
      }
      held.removeIf(
          node -> {
            node.size++;
            if (node.size > 3) {
              node.latch.unlock();
              return true;
            }
            return false;
          });
      for (Node node : held) {
        node.size++;
      }
    } finally {
      for (Node node : held) {
        node.latch.unlock();
      }
    }
  }

  void allReleased(List<Node> all) {
    Set<Node> held = new HashSet<>();
    for (Node node : all) {
      node.latch.lock();
      held.add(node);
    }
    held.removeIf(
        node -> {
          node.latch.unlock();
          return true;
        });
    for (Node node : held) {
      node.latch.unlock();
    }
  }

  void byHelper(List<Node> all) {
    List<Node> held = new ArrayList<>();
    for (Node node : all) {
      node.latch.lock(); // expect: LockLeakOnThrow
      held.add(node);
    }
    held.removeIf(this::isReleased);
    for (Node node : held) {
      node.latch.unlock();
    }
  }

  @dev.holdfast.annotations.ReleasesIf("node.latch")
  private boolean isReleased(Node node) {
    if (node.size > 3) {
      node.latch.unlock();
      return true;
    }
    return false;
  }

  /** Before any is locked. */
  void before(List<Node> all) {
    List<Node> wanted = new ArrayList<>(all);
    wanted.removeIf(node -> node == null);
    for (Node node : wanted) {
      node.latch.lock();
    }
    try {
      for (Node node : wanted) {
        node.size++;
      }
    } finally {
      for (Node node : wanted) {
        node.latch.unlock();
      }
    }
  }

  // ---- wrong

  void notReleased(List<Node> all) {
    List<Node> held = new ArrayList<>();
    for (Node node : all) {
      node.latch.lock(); // expect: LockLeakOnThrow
      held.add(node);
    }
    held.removeIf(node -> node.size > 3);
    for (Node node : held) {
      node.latch.unlock();
    }
  } // expect: LockLeak "latch"

  void releasedAndLeft(List<Node> all) {
    List<Node> held = new ArrayList<>();
    for (Node node : all) {
      node.latch.lock(); // expect: LockLeakOnThrow
      held.add(node);
    }
    held.removeIf(
        node -> {
          if (node.size > 3) {
            node.latch.unlock();
            return false;
          }
          return false;
        });
    for (Node node : held) {
      node.latch.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak

  void theOthersReleased(List<Node> all) {
    List<Node> held = new ArrayList<>();
    for (Node node : all) {
      node.latch.lock(); // expect: LockLeakOnThrow
      held.add(node);
    }
    held.removeIf(
        node -> {
          if (node.size > 3) {
            return true;
          }
          node.latch.unlock();
          return false;
        });
    for (Node node : held) {
      node.size++; // expect: UnguardedAccess
    }
  } // expect: LockLeak
}
