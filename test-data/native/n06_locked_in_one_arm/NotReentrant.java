package n06;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

/** Taken again where it may be held already: the paths disagree, no other rule says it. */
final class NotReentrant {
  private final StampedLock stamped = new StampedLock();
  private int mode;

  @GuardedBy("stamped")
  private int count;

  void again(int n) {
    if (mode == 1) {
      stamped.asWriteLock().lock();
    }
    stamped.asWriteLock().lock(); // expect: InconsistentLocking "stamped"
    count = n;
    stamped.asWriteLock().unlock();
  }
}
