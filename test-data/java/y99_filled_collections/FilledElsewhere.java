// A new collection, whose elements' locks the body gives up, is filled in some other way than by calls on its variable:
// the loop that goes through it is run.
package y99_filled_collections;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.ListIterator;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

class FilledElsewhere {
  static class Node {
    final Lock lock = new ReentrantLock();

    @GuardedBy("lock")
    int n;
  }

  interface Source {
    void fill(Collection<Node> nodes);

    <T> T same(T object);

    void run(Runnable code);
  }

  @GuardedBy("this")
  private int count;

  private List<Node> kept;
  private Node[] all;
  private Source source;

  // ---- right

  void drained(List<Node> nodes) {
    List<Node> locked = new ArrayList<>();
    for (Node each : nodes) {
      each.lock.lock();
      locked.add(each);
    }
    for (Node each : locked) {
      each.n++;
      each.lock.unlock();
    }
  }

  synchronized void counted() {
    List<Node> none = new ArrayList<>();
    for (Node each : none) {
      count++;
      each.lock.unlock();
    }
    count++;
  }

  void putInOnceUnlocked(List<Node> nodes) {
    List<Node> seen = new ArrayList<>();
    for (Node each : nodes) {
      each.lock.lock();
      each.n++;
      each.lock.unlock();
      seen.add(each);
    }
    for (Node each : seen) {
      each.lock.lock();
      each.n++;
      each.lock.unlock();
    }
  }

  void lockedByHelpers(Node node) {
    ArrayDeque<Node> locked = new ArrayDeque<>();
    take(node, locked);
    while (!locked.isEmpty()) {
      locked.pop().lock.unlock();
    }
  }

  void drainedTwice(Node node) {
    ArrayDeque<Node> locked = new ArrayDeque<>();
    take(node, locked);
    drain(locked);
    release(locked);
    drain(locked);
  }

  private void release(ArrayDeque<Node> nodes) {
    for (Node each : nodes) each.lock.unlock();
  }

  private void drain(ArrayDeque<Node> nodes) {
    while (!nodes.isEmpty()) {
      nodes.pop().lock.unlock();
    }
  }

  private void take(Node node, ArrayDeque<Node> into) {
    lockAndKeep(node, into);
  }

  private void lockAndKeep(Node node, ArrayDeque<Node> into) {
    node.lock.lock();
    into.push(node);
  }

  // ---- with a mistake

  void takenInVain(Node node) {
    ArrayDeque<Node> locked = new ArrayDeque<>();
    take(node, locked);
    while (!locked.isEmpty()) {
      locked.pop().lock.unlock();
    }
    node.n++; // expect: UnguardedAccess
  }

  void seenUnlocked(List<Node> nodes) {
    List<Node> seen = new ArrayList<>();
    for (Node each : nodes) {
      each.lock.lock();
      each.lock.unlock();
      seen.add(each);
    }
    for (Node each : seen) {
      each.n++; // expect: UnguardedAccess
    }
  }

  void seenInCallback(List<Node> nodes) {
    List<Node> seen = new ArrayList<>();
    nodes.forEach(
        each -> {
          each.lock.lock();
          try {
            seen.add(each);
          } finally {
            each.lock.unlock();
          }
        });
    for (Node each : seen) each.n++; // expect: UnguardedAccess
  }

  void byOther() {
    List<Node> some = new ArrayList<>();
    source.fill(some);
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byField() {
    List<Node> some = new ArrayList<>();
    kept = some;
    more();
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void givenBack() {
    List<Node> some = new ArrayList<>();
    source.same(some).add(new Node());
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byLibrary() {
    List<Node> some = new ArrayList<>();
    Collections.addAll(some, all);
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byLambda() {
    List<Node> some = new ArrayList<>();
    Runnable code = () -> some.add(new Node());
    code.run();
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byAnonymous() {
    List<Node> some = new ArrayList<>();
    Runnable code =
        new Runnable() {
          @Override
          public void run() {
            some.add(new Node());
          }
        };
    code.run();
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byLambdaElsewhere() {
    List<Node> some = new ArrayList<>();
    source.run(() -> some.add(new Node()));
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byReference() {
    List<Node> some = new ArrayList<>();
    Consumer<Node> code = some::add;
    code.accept(new Node());
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void forEach() {
    List<Node> some = new ArrayList<>();
    kept.forEach(some::add);
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byStream() {
    List<Node> some = new ArrayList<>();
    kept.stream().forEach(some::add);
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void collected() {
    List<Node> some = new ArrayList<>();
    kept.stream().collect(Collectors.toCollection(() -> some));
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byListIterator() {
    List<Node> some = new ArrayList<>();
    ListIterator<Node> at = some.listIterator();
    at.add(new Node());
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void bySubList() {
    List<Node> some = new ArrayList<>();
    some.subList(0, 0).add(new Node());
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byView() {
    List<Node> some = new ArrayList<>();
    List<Node> view = Collections.synchronizedList(some);
    view.add(new Node());
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  @SuppressWarnings("unchecked")
  void inArray() {
    List<Node> some = new ArrayList<>();
    List<?>[] lists = {some};
    Collections.addAll((List<Node>) lists[0], all);
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byAlias() {
    List<Node> some = new ArrayList<>();
    List<Node> other;
    other = some;
    other.add(new Node());
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byChoice() {
    List<Node> some = new ArrayList<>();
    List<Node> other = all == null ? some : kept;
    other.add(new Node());
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byHelper() {
    List<Node> some = new ArrayList<>();
    put(some);
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void byHelpersHelper() {
    List<Node> some = new ArrayList<>();
    puts(some);
    for (Node each : some) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void polled() {
    ArrayDeque<Node> some = new ArrayDeque<>();
    source.fill(some);
    Node each;
    while ((each = some.poll()) != null) {
      count++; // expect: UnguardedAccess
      each.lock.unlock(); // expect: ReleaseNotHeld
    }
  }

  void more() {
    kept.add(new Node());
  }

  private void put(List<Node> into) {
    into.add(new Node());
  }

  private void puts(List<Node> into) {
    put(into);
  }
}
