// What a turn of a loop has put somewhere, a later one may publish.
package y100_new_objects_joined;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;

class Turns {
  static final class Node {
    @GuardedBy("this")
    int value;

    Node inner;
  }

  static Node shared;
  static Object known;
  private final List<Runnable> tasks = new ArrayList<>();

  @GuardedBy("this")
  private int count;

  private synchronized void tick() {
    count++;
  }

  Turns(int n) {
    for (int i = 0; i < n; i++) {
      count = i; // expect: UnguardedAccess
      if (!tasks.isEmpty()) {
        known = tasks.get(0);
      }
      tasks.add(this::tick);
    }
  }

  Turns(long n) {
    Runnable[] all = new Runnable[4];
    for (int i = 0; i < n; i++) {
      count = i; // expect: UnguardedAccess
      known = all[0];
      all[i] = this::tick;
    }
  }

  static void ofLocal(int n) {
    List<Node> all = new ArrayList<>();
    Node node = new Node();
    for (int i = 0; i < n; i++) {
      node.value = i; // expect: UnguardedAccess
      if (!all.isEmpty()) {
        shared = all.get(0);
      }
      all.add(node);
    }
  }

  static void ofField(int n) {
    Node outer = new Node();
    Node node = new Node();
    for (int i = 0; i < n; i++) {
      node.value = i; // expect: UnguardedAccess
      shared = outer.inner;
      outer.inner = node;
    }
  }

  static void last(int n) {
    List<Node> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Node node = new Node();
      if (!all.isEmpty()) {
        shared = all.get(0);
      }
      node.value = i;
      all.add(node);
    }
  }
}
