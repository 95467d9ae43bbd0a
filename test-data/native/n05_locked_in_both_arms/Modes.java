package n05;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The arms take different modes: what both give is held, for reading, and no more. */
final class Modes {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @GuardedBy("rw")
  private int count;

  int readAfterEither(boolean write) {
    if (write) {
      rw.writeLock().lock();
    } else {
      rw.readLock().lock();
    }
    int copy = count;
    if (write) {
      rw.writeLock().unlock();
    } else {
      rw.readLock().unlock();
    }
    return copy;
  }
}
