// Copy under the lock, call outside of it; lazily created state; state machines over an enum: all
// right.
package y18_guava_style;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;

class ListenerList {
  enum State {
    NEW,
    RUNNING,
    STOPPED
  }

  private final Object lock = new Object();

  @GuardedBy("lock")
  private final List<Runnable> listeners = new ArrayList<>();

  @GuardedBy("lock")
  private State state = State.NEW;

  @GuardedBy("lock")
  private List<Runnable> pending;

  void add(Runnable listener) {
    synchronized (lock) {
      if (state == State.NEW) {
        listeners.add(listener);
        return;
      }
    }
    listener.run();
  }

  void start() {
    List<Runnable> copy;
    synchronized (lock) {
      switch (state) {
        case NEW:
          state = State.RUNNING;
          break;
        case RUNNING:
          return;
        default:
          throw new IllegalStateException("stopped");
      }
      copy = new ArrayList<>(listeners);
      listeners.clear();
    }
    copy.forEach(Runnable::run);
  }

  boolean enqueue(Runnable task) {
    boolean schedule = false;
    synchronized (lock) {
      if (pending == null) {
        pending = new ArrayList<>();
        schedule = true;
      }
      pending.add(task);
    }
    return schedule;
  }

  void drain() {
    while (true) {
      List<Runnable> batch;
      synchronized (lock) {
        batch = pending;
        if (batch == null) {
          return;
        }
        pending = null;
      }
      for (Runnable task : batch) {
        task.run();
      }
    }
  }

  String describe() {
    State copy;
    int size;
    synchronized (lock) {
      copy = state;
      size = listeners.size();
    }
    return copy + " with " + size;
  }
}
