// What is taken for reading is no promise of writing, and the message says so; the reverse is fine.
package c_acquires;

import dev.holdfast.annotations.Acquires;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class LesserMode {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();

  @Acquires("rw.writeLock()")
  void writes() {
    rw.readLock().lock();
  } // expect: BrokenContract "'this.rw' is held for reading"

  @Acquires("rw.writeLock()")
  void nothing() {} // expect: BrokenContract "'this.rw' is not held"

  @Acquires("rw.readLock()")
  void reads() {
    rw.writeLock().lock();
  }
}
