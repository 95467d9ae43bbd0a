// What may be released in between is held afterwards in the mode that is named, or in any if none is.
package x07_may_release;

import dev.holdfast.annotations.MayRelease;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class Modes {
  private final ReentrantReadWriteLock table = new ReentrantReadWriteLock();

  @MayRelease("table.writeLock()")
  void downgrades() {
    table.readLock().lock();
    table.writeLock().unlock();
  } // expect: BrokenContract "is not held any more"

  @MayRelease("table.writeLock()")
  void retakes() {
    table.writeLock().unlock();
    table.readLock().lock();
    table.readLock().unlock();
    table.writeLock().lock();
  }

  @MayRelease("table")
  void staysInAnyMode() {
    table.readLock().lock();
    table.writeLock().unlock();
  }
}
