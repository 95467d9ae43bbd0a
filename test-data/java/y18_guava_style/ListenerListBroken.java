// The same code with the lock left out where it is easily forgotten.
package y18_guava_style;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

class ListenerListBroken {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final List<Runnable> listeners = new ArrayList<>();

  @GuardedBy("lock")
  private List<Runnable> pending;

  @GuardedBy("lock")
  private boolean running;

  void callsUnderCopyOfReference() {
    synchronized (lock) {
      running = true;
    }
    for (Runnable listener : listeners) { // expect: UnguardedAccess "lock"
      listener.run();
    }
  }

  boolean checkThenAct(Runnable task) {
    if (running) { // expect: UnguardedAccess "lock"
      return false;
    }
    synchronized (lock) {
      listeners.add(task);
    }
    return true;
  }

  void resetInFinally(Runnable task) {
    try {
      synchronized (lock) {
        running = true;
      }
      task.run();
    } finally {
      running = false; // expect: UnguardedAccess "lock"
    }
  }

  void callback(Executor executor) {
    synchronized (lock) {
      executor.execute(
          () -> {
            running = false; // expect: UnguardedAccess "lock"
            synchronized (lock) {
              pending = null;
            }
          });
    }
  }

  @Override
  public String toString() {
    return "running " + running; // expect: UnguardedAccess "lock"
  }

  int size() {
    List<Runnable> copy = listeners; // expect: UnguardedAccess "lock"
    synchronized (lock) {
      return copy.size();
    }
  }
}
