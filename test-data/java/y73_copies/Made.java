package y73_copies;

import dev.holdfast.annotations.GuardedBy;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A local that is given an object is another name for it, whichever way it is given. */
final class Made {
  static final class Node {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;

    Node next;
  }

  private static Node published;

  private static Node copied() {
    Node made = new Node();
    made.size = 1;
    Node result = made;
    return result;
  }

  private static Node assigned(boolean small) {
    Node result;
    if (small) {
      result = new Node();
    } else {
      result = new Node();
      result.size = 2;
    }
    return result;
  }

  private static Node orNull(boolean wanted) {
    Node made = new Node();
    Node result = wanted ? made : null;
    return wanted ? made : result;
  }

  private static Node eitherOf(Node one, Node other, boolean first) {
    return first ? one : other;
  }

  private static Node maybeAnother(Node other, boolean wanted) {
    Node result = new Node();
    if (wanted) {
      result = other;
    }
    return result;
  }

  private static Node publishedByCopy() {
    Node made = new Node();
    Node copy = made;
    published = copy;
    return made;
  }

  private static Node copyOfPublished() {
    Node made = new Node();
    Node copy = made;
    published = made;
    return copy;
  }

  private static Node fromLoop(List<Node> all, boolean fresh) {
    for (Node each : all) {
      if (fresh) {
        each = new Node();
      }
      return each;
    }
    return null;
  }

  private static Node given(Node node) {
    Node same = node;
    return same;
  }

  private static void borrow(Node node) {
    Node same = node;
    same.next = null;
  }

  private static void keep(Node node) {
    Node same = node;
    published = same;
  }

  private static void keepLater(Node node) {
    Node same;
    same = node;
    published = same;
  }

  void stillNew(boolean small) {
    Node a = copied();
    a.size = 3;
    Node b = assigned(small);
    b.size = 4;
    Node c = new Node();
    borrow(c);
    c.size = 5;
    Node d = orNull(small);
    if (d != null) {
      d.size = 6;
    }
  }

  void seenByOthers(Node other, List<Node> all, boolean wanted) {
    Node a = maybeAnother(other, wanted);
    a.size = 3; // expect: UnguardedAccess
    Node b = publishedByCopy();
    b.size = 4; // expect: UnguardedAccess
    Node c = copyOfPublished();
    c.size = 5; // expect: UnguardedAccess
    Node d = fromLoop(all, wanted);
    d.size = 6; // expect: UnguardedAccess
    Node e = new Node();
    keep(e);
    e.size = 7; // expect: UnguardedAccess
    Node f = new Node();
    keepLater(f);
    f.size = 8; // expect: UnguardedAccess
    Node g = new Node();
    published = given(g);
    g.size = 9; // expect: UnguardedAccess
    Node h = new Node();
    published = eitherOf(h, other, wanted);
    h.size = 10; // expect: UnguardedAccess
  }
}
