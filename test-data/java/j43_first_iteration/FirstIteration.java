// Taken on one turn of a loop only, or released on one arm only: reported once, where it first
// matters.
package j43_first_iteration;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

class FirstIteration {
  private final ReentrantLock mutex = new ReentrantLock();
  private final StampedLock seal = new StampedLock();

  @GuardedBy("mutex")
  private int count;

  @GuardedBy("seal")
  private long total;

  void oneTurnOnly(int rounds) {
    for (int i = 0; ; i++) {
      if (i == rounds) {
        mutex.lock();
      }
      count++; // expect: UnguardedAccess "mutex"
    }
  }

  void oneArm(int kind) {
    mutex.lock();
    if (kind == 0) {
      mutex.unlock();
    }
    count++; // expect: UnguardedAccess "mutex"
    mutex.unlock();
  }

  void oneArmRelease(int kind) {
    mutex.lock();
    if (kind == 0) {
      mutex.unlock();
    }
    mutex.unlock(); // expect: ReleaseNotHeld "mutex"
  }

  void oneArmOfSwitch(int kind) {
    mutex.lock();
    switch (kind) {
      case 0:
        mutex.unlock();
        break;
      case 1:
        count = 1;
        break;
      default:
        count++;
    }
    count++; // expect: UnguardedAccess "mutex"
    mutex.unlock();
  }

  void releasedInLoop(int rounds) {
    mutex.lock();
    while (rounds > 0) {
      mutex.unlock(); // expect: ReleaseNotHeld "mutex"
      rounds--;
    }
  }

  void neverReleasedInLoop(int rounds) {
    while (rounds > 0) {
      mutex.lock();
      count++;
      rounds--;
    }
  } // expect: LockLeak "mutex"

  void notReentrant() {
    while (true) {
      long stamp = seal.writeLock(); // expect: InconsistentLocking "seal"
      total += stamp;
    }
  }

  void everyTurn(int rounds) {
    for (int i = 0; i < rounds; i++) {
      mutex.lock();
      count++;
      mutex.unlock();
    }
  }

  void firstTurnUnrolled(int rounds) {
    mutex.lock();
    count = 0;
    for (int i = 1; i < rounds; i++) {
      count++;
    }
    mutex.unlock();
  }

  void onceByFlag(int rounds) {
    boolean locked = false;
    for (int i = 0; i < rounds; i++) {
      if (!locked) {
        mutex.lock();
        locked = true;
      }
      count++;
    }
    if (locked) {
      mutex.unlock();
    }
  }
}
