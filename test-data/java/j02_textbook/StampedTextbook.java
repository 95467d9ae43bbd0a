// The stamped lock in the textbook form, in both modes.
package j02_textbook;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.StampedLock;

class StampedTextbook {
  private final StampedLock seal = new StampedLock();

  @GuardedBy("seal")
  private long total;

  long add(long[] amounts) {
    final long stamp = seal.writeLock();
    try {
      for (long amount : amounts) {
        total += amount;
      }
      return total;
    } finally {
      seal.unlockWrite(stamp);
    }
  }

  long read() {
    long stamp = seal.readLock();
    try {
      return total;
    } finally {
      seal.unlockRead(stamp);
    }
  }

  long readAfter() {
    long stamp = seal.readLock();
    try {
      System.out.println(total);
    } finally {
      seal.unlockRead(stamp);
    }
    return total; // expect: UnguardedAccess "seal"
  }
}
