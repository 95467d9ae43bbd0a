// What a constructor puts into arrays and collections that it makes for the new object stays with that
// object: it is not published by it.
package y100_own_containers;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

class Own {
  static class Frame {
    final Own pool;

    Frame(Own pool) {
      this.pool = pool;
    }
  }

  class Worker implements Runnable {
    final int id;

    Worker(int id) {
      this.id = id;
    }

    @Override
    public void run() {
      tick();
    }
  }

  private final Frame[] frames = new Frame[8];
  private final Worker[] workers = new Worker[4];
  private final Map<String, Runnable> handlers = new HashMap<>();
  private final Map<String, Runnable> shared = new ConcurrentHashMap<>();
  private final List<Runnable> listeners;
  private final Map<String, Runnable> view;

  @GuardedBy("this")
  private final Deque<Frame> free = new ArrayDeque<>();

  @GuardedBy("this")
  private int pins;

  private synchronized void tick() {
    pins++;
  }

  private int compare(String one, String other) {
    return one.length() - other.length();
  }

  Own(int n) {
    for (int i = 0; i < n; i++) {
      frames[i] = new Frame(this);
      free.add(frames[i]);
    }
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Worker(i);
    }
    listeners = new CopyOnWriteArrayList<>();
    listeners.add(this::tick);
    handlers.put("tick", this::tick);
    handlers.putIfAbsent("tock", () -> tick());
    shared.put("tick", handlers.get("tick"));
    view = handlers;
    pins = handlers.size();
  }

  Own(List<String> names) {
    List<Runnable> all = new ArrayList<>();
    for (String name : names) {
      all.add(this::tick);
      pins++;
    }
    listeners = all;
    Map<String, Runnable> mine = handlers;
    for (Runnable each : all) {
      mine.put("each", each);
    }
    view = mine;
    pins = 1;
  }

  Own(String name) {
    Runnable[] table = {this::tick, null};
    table[1] = new Runnable() {
      @Override
      public void run() {
        tick();
      }
    };
    listeners = List.of(table[0]);
    view = Map.of();
    pins = 2;
  }

  private TreeMap<String, String> sorted;
  private PriorityQueue<String> queue;
  private ThreadLocal<int[]> buffers;
  private Comparator<String> order;

  Own(long n) {
    sorted = new TreeMap<>(this::compare);
    queue = new PriorityQueue<>(11, (one, other) -> compare(one, other));
    buffers = ThreadLocal.withInitial(() -> new int[pinsNow()]);
    order = this::compare;
    sorted.put("a", "b");
    listeners = List.of();
    view = Map.of();
    pins = sorted.size();
  }

  private synchronized int pinsNow() {
    return pins;
  }
}
