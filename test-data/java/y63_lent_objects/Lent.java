package y63_lent_objects;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A new object that was only lent to a method in sight is still out of reach for others. */
class Lent {
  static class Node {
    final Lock lock = new ReentrantLock();

    @GuardedBy("this")
    int size;

    @GuardedBy("lock")
    int count;

    Node next;
  }

  static Node shared;
  static final List<Node> ALL = new ArrayList<>();

  @GuardedBy("this")
  private int state;

  private static void prepare(Node node) {
    node.size = 1;
    node.count++;
    if (node != null && node.next == null) {
      synchronized (node) {
        node.size++;
      }
    }
  }

  private void through(Node node) {
    prepare(node);
  }

  private void again(Node node, int times) {
    if (times > 0) {
      again(node, times - 1);
    }
    node.size = times;
  }

  static final class Size {
    final int size;

    Size(Node node) {
      size = node.size; // expect: UnguardedAccess
    }
  }

  private void add(Node node) {
    ALL.add(node);
  }

  private void addThrough(Node node) {
    add(node);
  }

  private void store(Node node, int times) {
    if (times > 0) {
      store(node, times - 1);
    } else {
      shared = node;
    }
  }

  private void rename(Node node) {
    Node other = node;
    shared = other;
  }

  private void later(Node node) {
    new Thread(() -> node.next = null).start();
  }

  private Node back(Node node) {
    return node;
  }

  private void choose(Node node, boolean really) {
    shared = really ? node : null;
  }

  private void link(Node node, Node to) {
    node.next = to;
  }

  private void linkShared(Node node) {
    node.next = shared;
  }

  private void publishNext(Node node) {
    shared = node.next;
  }

  private void pack(Node... nodes) {
    nodes[0].next = null;
  }

  void overridable(Node node) {
    node.next = null;
  }

  record Kept(Node node) {
    Kept {
      if (node.next != null) {
        throw new IllegalArgumentException();
      }
    }
  }

  static Kept kept;

  void prepared() {
    Node node = new Node();
    prepare(node);
    node.size = 2;
    node.count = 3;
  }

  void preparedThrough() {
    Node node = new Node();
    through(node);
    again(node, 3);
    node.size = 2;
  }

  void measured() {
    Node node = new Node();
    new Size(node);
    node.size = 2;
  }

  void linked() {
    Node node = new Node();
    Node to = new Node();
    link(node, to);
    node.size = 2;
  }

  void addedAfterwards() {
    Node node = new Node();
    prepare(node);
    add(node);
    node.size = 2; // expect: UnguardedAccess
  }

  void addedBySecond() {
    Node node = new Node();
    addThrough(node);
    node.size = 2; // expect: UnguardedAccess
  }

  void storedInTheEnd() {
    Node node = new Node();
    store(node, 2);
    node.size = 2; // expect: UnguardedAccess
  }

  void renamed() {
    Node node = new Node();
    rename(node);
    node.size = 2; // expect: UnguardedAccess
  }

  void usedLater() {
    Node node = new Node();
    later(node);
    node.size = 2; // expect: UnguardedAccess
  }

  void givenBack() {
    Node node = new Node();
    shared = back(node);
    node.size = 2; // expect: UnguardedAccess
  }

  void chosen() {
    Node node = new Node();
    choose(node, true);
    node.size = 2; // expect: UnguardedAccess
  }

  void packed() {
    Node node = new Node();
    pack(node);
    node.size = 2; // expect: UnguardedAccess
  }

  void mayBeOverridden() {
    Node node = new Node();
    overridable(node);
    node.size = 2; // expect: UnguardedAccess
  }

  void keptInRecord() {
    Node node = new Node();
    kept = new Kept(node);
    node.size = 2; // expect: UnguardedAccess
  }

  void givenAnother() {
    Node node = new Node();
    linkShared(node);
    node.size = 2;
    node.next.size = 2; // expect: UnguardedAccess "'node.next'"
    node.next.count = 2; // expect: UnguardedAccess
  }

  void nextPublished() {
    Node node = new Node();
    Node to = new Node();
    node.next = to;
    publishNext(node);
    node.size = 2;
    to.size = 2; // expect: UnguardedAccess
  }

  void preparedInNeed() {
    Node node = shared;
    prepare(node); // expect: LockNotHeld, LockNotHeld
  }

  Lent() {
    initialise(this);
    state = 1;
  }

  Lent(List<Lent> all) {
    register(this, all);
    state = 1; // expect: UnguardedAccess
  }

  private static void initialise(Lent made) {
    made.state = 1;
  }

  private static void register(Lent made, List<Lent> all) {
    made.hashCode();
    all.add(made);
  }

  private void run(Runnable task) {
    task.run();
  }

  synchronized void callbackIsNoObject() {
    Runnable task = () -> state++;
    task.run();
    run(task);
  }

  private void keep(Runnable task, List<Runnable> all) {
    all.add(task);
  }

  synchronized void callbackIsKept(List<Runnable> all) {
    Runnable task = () -> state++; // expect: UnguardedAccess
    task.run();
    keep(task, all);
  }
}
