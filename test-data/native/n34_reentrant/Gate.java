package n34;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.DefinesLock;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;

/**
 * A declared lock that says it is reentrant counts its holds; one that does not must not be
 * retaken.
 */
@DefinesLock(name = "gate", label = "gate lock", reentrant = true)
@DefinesLock(name = "latch", label = "latch")
abstract class Gate {
  @GuardedBy("gate")
  int width;

  @Acquires("gate")
  abstract void lock();

  @Releases("gate")
  abstract void unlock();

  @Acquires("latch")
  abstract void lockLatch();

  @Releases("latch")
  abstract void unlockLatch();

  static void reentrant(Gate gate) {
    gate.lock();
    try {
      gate.lock();
      try {
        gate.width = 1;
      } finally {
        gate.unlock();
      }
      gate.width = 2;
    } finally {
      gate.unlock();
    }
    gate.width = 3; // expect: UnguardedAccess "gate lock"
  }

  static void notReentrant(Gate gate) {
    gate.lockLatch();
    try {
      gate.lockLatch(); // expect: DoubleAcquire "latch"
      gate.unlockLatch();
    } finally {
      gate.unlockLatch();
    }
  }
}
