package y73_copies;

import java.util.concurrent.locks.ReentrantLock;

/** An initialiser that assigns a field does what the field's own initialiser would. */
final class Initialised {
  private ReentrantLock first;
  private ReentrantLock second;

  {
    first = new ReentrantLock();
    if (System.nanoTime() > 0) {
      second = new ReentrantLock();
    }
  }

  void neverNull() {
    if (first != null) {
      first.lock();
    }
    first.unlock();
  }

  void perhapsNull() {
    if (second != null) {
      second.lock();
    }
    second.unlock(); // expect: ReleaseNotHeld
  }
}
