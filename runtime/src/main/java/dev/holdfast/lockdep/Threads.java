package dev.holdfast.lockdep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The held lists of all threads that have taken a tracked lock and were alive at the last sweep.
 *
 * <p>Lists belong to {@link Thread} objects, hence virtual threads have their own.
 */
final class Threads {
  private final Set<HeldList> all = ConcurrentHashMap.newKeySet();
  private final ThreadLocal<HeldList> mine = ThreadLocal.withInitial(this::register);
  private final AtomicBoolean watched = new AtomicBoolean();
  private final Runnable startWatcher;

  /**
   * @param startWatcher run once, when there is a first thread to watch
   */
  Threads(Runnable startWatcher) {
    this.startWatcher = startWatcher;
  }

  HeldList current() {
    return mine.get();
  }

  Iterable<HeldList> all() {
    return all;
  }

  /**
   * Forgets the threads that have ended, and returns the lists of those that ended with locks held,
   * each to one caller.
   */
  List<HeldList> sweep() {
    List<HeldList> guilty = new ArrayList<>();
    for (HeldList list : all) {
      if (!list.thread().isAlive() && all.remove(list) && !list.isEmpty()) {
        guilty.add(list);
      }
    }
    return guilty;
  }

  private HeldList register() {
    HeldList list = new HeldList(Thread.currentThread());
    all.add(list);
    if (watched.compareAndSet(false, true)) {
      startWatcher.run();
    }
    return list;
  }
}
