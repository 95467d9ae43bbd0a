package c_releases_if;

import dev.holdfast.annotations.ReleasesIf;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;

/** The body of a conditional release. */
final class Bodies {
  private final ReentrantLock lock = new ReentrantLock();

  @ReleasesIf(value = "lock", result = When.TRUE)
  boolean right(int n) {
    if (n == 3) {
      lock.unlock();
      return true;
    }
    return false;
  }

  @ReleasesIf(value = "lock", result = When.TRUE)
  boolean keptOnTrue(int n) {
    if (n == 3) {
      return true; // expect: BrokenContract "lock"
    }
    return false;
  }

  @ReleasesIf(value = "lock", result = When.TRUE)
  boolean releasedOnFalse(int n) {
    lock.unlock();
    if (n == 3) {
      return false; // expect: BrokenContract "lock"
    }
    return true;
  }
}
