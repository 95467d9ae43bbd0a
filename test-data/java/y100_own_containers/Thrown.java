// What an exception made here refers to is found by whoever catches it, whatever else may be thrown; and
// what an own container was given is not its owner's alone.
package y100_own_containers;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;

class Thrown {
  static class Boom extends RuntimeException {
    final List<Runnable> tasks;

    Boom(List<Runnable> tasks) {
      this.tasks = tasks;
    }
  }

  static class Node {
    @GuardedBy("this")
    int value;

    final List<Node> children = new ArrayList<>();
  }

  static Object known;
  private final List<Runnable> tasks = new ArrayList<>();

  @GuardedBy("this")
  private int count;

  private synchronized void tick() {
    count++;
  }

  Thrown(int n) {
    try {
      throw new Boom(List.of(this::tick));
    } catch (Boom e) {
      known = e.tasks;
    }
    count = n; // expect: UnguardedAccess
  }

  Thrown(long n) {
    try {
      tasks.add(this::tick);
      throw new Boom(tasks);
    } catch (Boom e) {
      known = e.tasks;
    }
    count = 1; // expect: UnguardedAccess
  }

  Thrown(char c) {
    try {
      tasks.add(this::tick);
      throw new Boom(tasks);
    } catch (Boom e) {
      count = e.tasks.size();
    }
    count = 1;
  }
}
