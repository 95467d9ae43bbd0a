package y64_anonymous_callbacks;

import java.util.concurrent.locks.ReentrantLock;

/** One of two callbacks, each of which may be an anonymous class. */
abstract class Chosen {
  private final ReentrantLock lock = new ReentrantLock();

  abstract void work();

  void perhapsNothing(boolean wanted) {
    Runnable release =
        wanted
            ? lock::unlock
            : new Runnable() {
              @Override
              public void run() {}
            };
    if (wanted) {
      lock.lock();
    }
    try {
      work();
    } finally {
      release.run();
    }
  }

  void both(boolean wanted) {
    Runnable release =
        wanted
            ? new Runnable() {
              @Override
              public void run() {
                lock.unlock();
              }
            }
            : new Runnable() {
              @Override
              public void run() {}
            };
    if (wanted) {
      lock.lock(); // expect: LockLeakOnThrow
    }
    work();
    release.run();
  }

  void theOther(boolean wanted) {
    Runnable release =
        wanted
            ? new Runnable() {
              @Override
              public void run() {}
            }
            : new Runnable() {
              @Override
              public void run() {
                lock.unlock(); // expect: ReleaseNotHeld
              }
            };
    if (wanted) {
      lock.lock();
    }
    release.run();
  } // expect: LockLeak
}
