// A thread, or what else keeps a callback, is nobody else's until it is started or handed on.
package y100_own_containers;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

class Threads {
  static ThreadLocal<?> known;
  private final Thread thread;

  @GuardedBy("this")
  private int state;

  private synchronized void loop() {
    state++;
  }

  Threads() {
    thread = new Thread(this::loop, "worker");
    thread.setDaemon(true);
    thread.setName("worker-1");
    state = 1;
    thread.start();
  }

  Threads(int n) {
    thread = new Thread(this::loop, "worker");
    thread.start();
    state = n; // expect: UnguardedAccess
  }

  Threads(long n) {
    Thread mine = new Thread(null, () -> loop(), "worker", 0);
    thread = mine;
    state = 1;
    mine.start();
    state = 2; // expect: UnguardedAccess
  }

  Threads(Executor executor) {
    FutureTask<Integer> task = new FutureTask<>(this::loop, 1);
    thread = null;
    state = 1;
    executor.execute(task);
    state = 2; // expect: UnguardedAccess
  }

  Threads(boolean first) {
    Runnable run = this::loop;
    Thread chosen = first ? new Thread(run) : new Thread(run, "other");
    thread = chosen;
    state = 1;
    chosen.start();
    state = 2; // expect: UnguardedAccess
  }

  Threads(String name) {
    Thread[] both = {new Thread(this::loop), new Thread(this::loop)};
    thread = both[0];
    state = 1;
    for (Thread each : both) {
      each.start();
    }
    state = 2; // expect: UnguardedAccess
  }

  Threads(char c) {
    thread = null;
    ThreadLocal<Runnable> local = ThreadLocal.withInitial(() -> this::loop);
    state = 1;
    known = local;
    state = 2; // expect: UnguardedAccess
  }

  Threads(Runtime runtime) {
    thread = new Thread(this::loop);
    runtime.addShutdownHook(thread);
    state = 2; // expect: UnguardedAccess
  }
}
