// The same with arrays of arrays, and with what takes a container's elements over.
package y100_own_containers;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

class More {
  static class Frame {
    final More pool;

    Frame(More pool) {
      this.pool = pool;
    }
  }

  static final Frame[] ROW = new Frame[4];
  static final List<Object> ALL = new ArrayList<>();
  static Object last;
  private final Frame[][] grid = new Frame[2][2];
  private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(4);

  @GuardedBy("this")
  private int pins;

  private synchronized void tick() {
    pins++;
  }

  More(long n) {
    grid[0] = ROW;
    grid[0][1] = new Frame(this);
    pins = 1; // expect: UnguardedAccess
  }

  More(char c) {
    last = grid[1];
    grid[1][1] = new Frame(this);
    pins = 1; // expect: UnguardedAccess
  }

  More(byte b) {
    grid[1][1] = new Frame(this);
    last = grid[b];
    pins = 1; // expect: UnguardedAccess
  }

  More(float f) {
    queue.add(this::tick);
    queue.drainTo(ALL);
    pins = 1; // expect: UnguardedAccess
  }

  More(double d) {
    queue.offer(this::tick);
    List<Runnable> mine = new ArrayList<>();
    queue.drainTo(mine);
    ALL.add(mine.get(0));
    pins = 1; // expect: UnguardedAccess
  }

  More(boolean b) {
    queue.add(this::tick);
    queue.toArray(ROW);
    pins = 1; // expect: UnguardedAccess
  }

  More(String name) {
    Map<String, List<Runnable>> table = new HashMap<>();
    table.put(name, new ArrayList<>());
    List<Runnable> mine = new ArrayList<>();
    mine.add(this::tick);
    table.put(name, mine);
    pins = table.size();
    last = table.get(name).get(0);
    pins = 1; // expect: UnguardedAccess
  }
}
