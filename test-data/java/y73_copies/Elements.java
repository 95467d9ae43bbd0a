package y73_copies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The same of collections, what they keep, and their sizes. */
final class Elements {
  static final class Node {
    final ReentrantLock latch = new ReentrantLock();
  }

  private static void unlockAll(Collection<Node> nodes) {
    Collection<Node> same = nodes;
    for (Node node : same) {
      node.latch.unlock();
    }
  }

  void byHelper(Node[] wanted) {
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

  void copyOfElement(Node[] wanted) {
    List<Node> held = new ArrayList<>();
    try {
      for (Node node : wanted) {
        node.latch.lock();
        held.add(node);
      }
    } finally {
      for (Node each : held) {
        Node node = each;
        ReentrantLock latch = node.latch;
        latch.unlock();
      }
    }
  }

  void copyOfIterator(Node[] wanted) {
    List<Node> held = new ArrayList<>();
    try {
      for (Node node : wanted) {
        node.latch.lock();
        held.add(node);
      }
    } finally {
      Iterator<Node> all = held.iterator();
      Iterator<Node> each = all;
      while (each.hasNext()) {
        each.next().latch.unlock();
      }
    }
  }

  void copyOfOthers(Node[] wanted, List<Node> others) {
    List<Node> held = new ArrayList<>();
    for (Node node : wanted) {
      node.latch.lock();
      held.add(node);
    }
    for (Node each : others) {
      Node node = each;
      node.latch.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak

  void size(Node[] all) {
    int length = all.length;
    int count = length;
    for (int i = 0; i < count; i++) {
      all[i].latch.lock();
    }
    for (int i = 0; i < count; i++) {
      all[i].latch.unlock();
    }
  }

  void sizeOfAnother(Node[] all, Node[] others) {
    int length = others.length;
    int count = length;
    for (int i = 0; i < count; i++) {
      all[i].latch.lock(); // expect: LockLeakOnThrow
    }
    for (Node each : all) {
      each.latch.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak
}
