// A method in sight that puts an argument into its object, or into another argument, publishes it as
// far as others can reach that.
package y100_handing_out;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Kept {
  static class Node {
    @GuardedBy("this")
    int value;

    final Node parent;
    final List<Node> children = new ArrayList<>();
    private Node next;

    Node(Node parent) {
      this.parent = parent;
    }

    final void add(Node child) {
      children.add(child);
    }

    final void addAll(Node one, Node other) {
      add(one);
      this.add(other);
    }

    final void link(Node next) {
      this.next = next;
    }

    final Node next() {
      return next;
    }

    final void toParent(Node child) {
      parent.children.add(child);
    }

    final Node chained(Node child) {
      children.add(child);
      return this;
    }

    final void both(Object child) {
      if (child instanceof Node node) {
        children.add(node);
      } else {
        latest = child;
      }
    }

    final void choose(Object child) {
      switch (child.hashCode()) {
        case 0 -> latest = child;
        default -> next = null;
      }
    }

    void overridable(Node child) {
      children.add(child);
    }
  }

  static Object latest;
  private final Node root = new Node(null);
  private final Map<String, Node> names = new HashMap<>();

  private static void into(List<Node> list, Node node) {
    list.add(node);
  }

  private static void first(List<List<Node>> lists, Node node) {
    lists.get(0).add(node);
  }

  private static void local(Node parent, Node node) {
    class Later implements Runnable {
      @Override
      public void run() {
        parent.children.add(node);
      }
    }
    latest = new Later();
  }

  private static void each(List<Node> all, Node node) {
    all.forEach(one -> one.children.add(node));
  }

  private static void given(List<Node> all, Map<String, Node> names) {
    for (Node one : all) {
      names.put("one", one);
    }
  }

  static void own() {
    Node parent = new Node(null);
    Node a = new Node(parent);
    Node b = new Node(parent);
    parent.add(a);
    a.value = 1;
    parent.addAll(a, b);
    b.value = 1;
    parent.link(b);
    b.value = 2;
    parent.value = 1;
    List<Node> all = new ArrayList<>();
    into(all, a);
    a.value = 2;
    Map<String, Node> names = new HashMap<>();
    given(all, names);
    a.value = all.size();
    parent.chained(a).chained(b);
    parent.value = 3;
    latest = parent;
    a.value = 3; // expect: UnguardedAccess
    b.value = 3; // expect: UnguardedAccess
  }

  void others(List<Node> list, Node parent) {
    Node a = new Node(parent);
    into(list, a);
    a.value = 1; // expect: UnguardedAccess
    Node b = new Node(parent);
    parent.add(b);
    b.value = 1; // expect: UnguardedAccess
    Node c = new Node(null);
    root.add(c);
    c.value = 1; // expect: UnguardedAccess
    Node d = new Node(parent);
    Node e = new Node(d);
    d.toParent(e);
    e.value = 1; // expect: UnguardedAccess
    Node f = new Node(null);
    d.both(f);
    f.value = 1; // expect: UnguardedAccess
    Node g = new Node(null);
    new Node(null).choose(g);
    g.value = 1; // expect: UnguardedAccess
  }

  void more(List<List<Node>> lists, List<Node> all) {
    Node parent = new Node(null);
    Node a = new Node(null);
    List<List<Node>> mine = new ArrayList<>(lists);
    first(mine, a);
    a.value = 1; // expect: UnguardedAccess
    Node b = new Node(null);
    local(parent, b);
    b.value = 1; // expect: UnguardedAccess
    Node c = new Node(null);
    each(new ArrayList<>(all), c);
    c.value = 1; // expect: UnguardedAccess
    Node d = new Node(null);
    parent = new Node(null);
    parent.add(d);
    latest = parent.children.get(0);
    d.value = 1; // expect: UnguardedAccess
    Node e = new Node(null);
    parent = new Node(null);
    parent.link(e);
    latest = parent.next();
    e.value = 1; // expect: UnguardedAccess
    List<Node> kept = new ArrayList<>();
    Map<String, Node> byName = new HashMap<>();
    Node f = new Node(null);
    kept.add(f);
    given(kept, byName);
    latest = byName.get("one");
    f.value = 1; // expect: UnguardedAccess
    Node g = new Node(null);
    given(List.of(g), names);
    g.value = 1; // expect: UnguardedAccess
    Node h = new Node(null);
    parent = new Node(null);
    latest = parent.children;
    parent.add(h);
    h.value = 1; // expect: UnguardedAccess
    Node i = new Node(null);
    new Node(null).overridable(i);
    i.value = 1; // expect: UnguardedAccess
  }
}
