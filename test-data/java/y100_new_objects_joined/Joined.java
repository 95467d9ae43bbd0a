// A local that is one of several new objects, or none, is as new as they are; what is stored in it may
// be stored in any of them, and whichever is published is published with it.
package y100_new_objects_joined;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Joined {
  static final class Node {
    @GuardedBy("this")
    Node next;

    @GuardedBy("this")
    int value;

    Node() {}
  }

  static Node shared;

  // ---- right

  static Node build(int n) {
    Node head = new Node();
    Node tail = head;
    for (int i = 0; i < n; i++) {
      tail.next = new Node();
      tail = tail.next;
      tail.value = i;
    }
    head.value = n;
    return head;
  }

  static Node inOrder(int n) {
    Node head = null;
    Node tail = null;
    for (int i = 0; i < n; i++) {
      Node each = new Node();
      each.value = i;
      if (head == null) {
        head = each;
      } else {
        tail.next = each;
      }
      tail = each;
    }
    return head;
  }

  static Node reversed(int n) {
    Node head = null;
    while (n-- > 0) {
      Node each = new Node();
      each.next = head;
      head = each;
    }
    if (head != null) {
      head.value = 1;
    }
    return head;
  }

  static Node bySwitch(int which) {
    Node node;
    switch (which) {
      case 0:
        node = new Node();
        break;
      case 1:
        node = new Node();
        break;
      case 2:
        node = new Node();
        node.value = 2;
        break;
      default:
        node = new Node();
    }
    node.value = 1;
    Node other =
        switch (which) {
          case 0 -> new Node();
          case 1 -> node;
          case 2 -> new Node();
          default -> new Node();
        };
    other.value = 2;
    return other;
  }

  static Node orNull(boolean wanted) {
    Node node = wanted ? new Node() : null;
    if (node != null) {
      node.value = 1;
    }
    Node other = null;
    if (wanted) {
      other = new Node();
    }
    if (other == null) {
      return null;
    }
    other.value = 1;
    return other;
  }

  static Node retried(int n) {
    Node node = null;
    for (int i = 0; i < n; i++) {
      try {
        node = new Node();
        Integer.parseInt("" + i);
        break;
      } catch (NumberFormatException e) {
        node = null;
      }
    }
    if (node != null) {
      node.value = n;
    }
    return node;
  }

  static Node lastIsNew(int n) {
    Node node = new Node();
    for (int i = 0; i < n; i++) {
      shared = node;
      node = new Node();
    }
    node.value = 1;
    return node;
  }

  static List<Node> collected(int n) {
    List<Node> all = new ArrayList<>();
    Node last = null;
    for (int i = 0; i < n; i++) {
      Node each = new Node();
      all.add(each);
      each.value = i;
      if (last != null) {
        last.next = each;
      }
      last = each;
    }
    return all;
  }

  record Pair(Node one, Node other) {}

  static Pair pair() {
    Node one = new Node();
    Pair pair = new Pair(one, new Node());
    one.value = 1;
    pair.one().value = 2;
    return pair;
  }

  // ---- wrong

  static Pair pairHandedOut() {
    Node one = new Node();
    Pair pair = new Pair(one, new Node());
    shared = pair.one();
    one.value = 3; // expect: UnguardedAccess
    return pair;
  }

  static void tailOfPublished(int n) {
    Node head = new Node();
    Node tail = head;
    for (int i = 0; i < n; i++) {
      tail.next = new Node();
      tail = tail.next;
    }
    shared = head;
    tail.value = 1; // expect: UnguardedAccess
  }

  static void inOrderPublished(int n) {
    Node head = null;
    Node tail = null;
    for (int i = 0; i < n; i++) {
      Node each = new Node();
      if (head == null) {
        head = each;
      } else {
        tail.next = each;
      }
      tail = each;
    }
    shared = head;
    if (tail != null) {
      tail.value = 1; // expect: UnguardedAccess
    }
  }

  static void publishedWithin(int n) {
    Node head = new Node();
    Node tail = head;
    for (int i = 0; i < n; i++) {
      tail.value = i; // expect: UnguardedAccess
      if (i == 3) {
        shared = head;
      }
      Node next = new Node();
      synchronized (tail) {
        tail.next = next;
      }
      tail = next;
    }
  }

  static void storedInOneOfThem(boolean first) {
    Node a = new Node();
    Node b = new Node();
    Node chosen = first ? a : b;
    Node c = new Node();
    chosen.next = c;
    c.value = 1;
    shared = a;
    c.value = 1; // expect: UnguardedAccess
  }

  static void storedInOneOfThree(int which) {
    Node a = new Node();
    Node chosen;
    switch (which) {
      case 0:
        chosen = a;
        break;
      case 1:
        chosen = new Node();
        break;
      default:
        chosen = null;
    }
    Node c = new Node();
    if (chosen != null) {
      chosen.next = c;
    }
    shared = a;
    c.value = 1; // expect: UnguardedAccess
  }

  static void oneIsShared(int which) {
    Node chosen;
    switch (which) {
      case 0:
        chosen = new Node();
        break;
      case 1:
        chosen = shared;
        break;
      default:
        chosen = new Node();
    }
    chosen.value = 1; // expect: UnguardedAccess
  }

  static void publishedOnOneWay(int which) {
    Node chosen = new Node();
    switch (which) {
      case 0:
        shared = chosen;
        break;
      case 1:
        chosen = new Node();
        break;
      default:
        chosen = null;
    }
    if (chosen != null) {
      chosen.value = 1; // expect: UnguardedAccess
    }
  }

  static void theOneBefore(int n) {
    Node last = null;
    Node before = null;
    for (int i = 0; i < n; i++) {
      Node each = new Node();
      if (before != null) {
        before.value = 1; // expect: UnguardedAccess
      }
      before = last;
      last = each;
      shared = last;
    }
  }

  static void keptFromLoop(int n, boolean keeps) {
    Node node = new Node();
    Node kept = node;
    for (int i = 0; i < n; i++) {
      if (keeps) {
        kept = node;
      }
      node = new Node();
      shared = kept;
    }
    kept.value = 1; // expect: UnguardedAccess
  }

  static void collectedAndPublished(int n) {
    List<Node> all = new ArrayList<>();
    Node last = null;
    for (int i = 0; i < n; i++) {
      last = new Node();
      all.add(last);
    }
    for (Node each : all) {
      shared = each;
    }
    if (last != null) {
      last.value = 1; // expect: UnguardedAccess
    }
  }

  static void firstOfMany(int n) {
    Node first = null;
    Map<Integer, Node> all = new HashMap<>();
    for (int i = 0; i < n; i++) {
      Node each = new Node();
      if (first == null) {
        first = each;
      }
      all.put(i, each);
      shared = all.get(0);
      each.value = 1; // expect: UnguardedAccess
    }
  }

  static void nextOfPublished(int n) {
    Node node = null;
    for (int i = 0; i < n; i++) {
      Node each = new Node();
      each.next = node;
      node = each;
    }
    Node at = node;
    while (at != null) {
      shared = at;
      synchronized (at) {
        at = at.next;
      }
    }
    if (node != null) {
      node.value = 1; // expect: UnguardedAccess
    }
  }

  static void chainOfThree(boolean one, boolean other) {
    Node a = new Node();
    Node b = one ? a : new Node();
    Node c = other ? b : null;
    shared = c;
    a.value = 1; // expect: UnguardedAccess
  }

  static void chainOfThreeBackwards(boolean one, boolean other) {
    Node a = new Node();
    Node b = one ? a : new Node();
    Node c = other ? b : null;
    shared = a;
    if (c != null) {
      c.value = 1; // expect: UnguardedAccess
    }
  }
}
