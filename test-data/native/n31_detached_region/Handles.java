package n31;

import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.Requires;

/** Uses of the handle: closed, then written or locked, a finding; opened first, all right. */
final class Handles {
  void closedThenWritten(Handle h) {
    h.open(); // expect: LockNotHeld "closed"
    h.close();
    h.write(3); // expect: LockNotHeld "open"
  }

  @Requires("h.open")
  @Establishes("h.closed")
  void closedThenLocked(Handle h) {
    h.close();
    h.lock(); // expect: LockNotHeld "open"
    h.unlock();
  }

  @Requires("h.closed")
  @Establishes("h.open")
  void openedFirst(Handle h) {
    h.open();
    h.write(5);
    h.lock();
    try {
      h.position = 7;
    } finally {
      h.unlock();
    }
  }

  @Requires("h.closed")
  @Establishes("h.open")
  void notOpened(Handle h, int n) {
    if (n == 3) {
      return; // expect: BrokenContract "open"
    }
    h.open();
  }
}
