package y63_lent_objects;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Returns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a method in sight made and nobody else has is new for its callers too. */
class Made {
  static class Node {
    @GuardedBy("this")
    int size;

    Node next;
  }

  static Node shared;
  static final List<Node> ALL = new ArrayList<>();

  private static Node plain() {
    return new Node();
  }

  private Node filled(int size) {
    Node node = new Node();
    node.size = size;
    if (size < 0) {
      return null;
    }
    return node;
  }

  static Node chosen(boolean plain) {
    return plain ? plain() : new Node();
  }

  private Node remembered() {
    Node node = new Node();
    ALL.add(node);
    return node;
  }

  private Node sometimesNew(boolean fresh) {
    return fresh ? new Node() : shared;
  }

  private Node replaced(boolean often) {
    Node node = new Node();
    if (often) {
      node = shared;
    }
    return node;
  }

  private Node usedLater() {
    Node node = new Node();
    new Thread(() -> node.next = null).start();
    return node;
  }

  private Node showsItself() {
    return new Node() {
      {
        shared = this;
      }
    };
  }

  private Node ofCallback() {
    Supplier<Node> supplier =
        () -> {
          return shared;
        };
    return supplier.get();
  }

  private Node linked() {
    Node node = new Node();
    node.next = shared;
    return node;
  }

  Node overridable() {
    return new Node();
  }

  @Returns("node")
  private static Node sized(Node node, int size) {
    node.size = size;
    return node;
  }

  @Returns("node")
  private static Node added(Node node) {
    ALL.add(node);
    return node;
  }

  void newOnes() {
    plain().size = 1;
    Node node = filled(2);
    if (node != null) {
      node.size = 3;
    }
    chosen(true).size = 4;
  }

  void givenBack() {
    Node node = sized(new Node(), 1);
    node.size = 2;
    sized(node, 3).size = 4;
    node.size = 5;
  }

  void givenBackOfOthers() {
    Node node = added(new Node());
    node.size = 2; // expect: UnguardedAccess
  }

  void publishedAfterwards() {
    Node node = plain();
    node.size = 1;
    shared = node;
    node.size = 2; // expect: UnguardedAccess
  }

  void publishedUnderOtherName() {
    Node node = new Node();
    shared = sized(node, 1);
    node.size = 2; // expect: UnguardedAccess
  }

  void ofOthers() {
    remembered().size = 1; // expect: UnguardedAccess
    sometimesNew(true).size = 1; // expect: UnguardedAccess
    replaced(true).size = 1; // expect: UnguardedAccess
    usedLater().size = 1; // expect: UnguardedAccess
    showsItself().size = 1; // expect: UnguardedAccess
    ofCallback().size = 1; // expect: UnguardedAccess
    overridable().size = 1; // expect: UnguardedAccess
  }

  void linkedToOthers() {
    Node node = linked();
    node.size = 1;
    node.next.size = 1; // expect: UnguardedAccess
  }

  void inLoop(int times) {
    Node before = null;
    for (int i = 0; i < times; i++) {
      Node node = plain();
      node.size = i;
      if (before != null) {
        before.size = i; // expect: UnguardedAccess
      }
      ALL.add(node);
      before = node;
    }
  }
}
