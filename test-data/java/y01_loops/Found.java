// A loop looks for an object whose lock can be had, and leaves with it held: what was found is not
// null, so the test for null tells whether there is a lock to give up.
package y01_loops;

import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.When;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Found {
  static final class Page {
    final Lock lock = new ReentrantLock();

    @GuardedBy("lock")
    int pins;
  }

  @AcquiresIf(value = "return.lock", result = When.NON_NULL)
  static Page pick(Page[] pages) {
    for (Page page : pages) {
      if (page.lock.tryLock()) {
        return page;
      }
    }
    return null;
  }

  @AcquiresIf(value = "return.lock", result = When.NON_NULL)
  static Page pickUnlocked(List<Page> pages) {
    for (Page page : pages) {
      if (page.lock.tryLock()) {
        page.lock.unlock();
        return page; // expect: BrokenContract "return.lock"
      }
    }
    return null;
  }

  static boolean pin(List<Page> pages) {
    Page found = null;
    for (Page page : pages) {
      if (page.lock.tryLock()) {
        found = page;
        break;
      }
    }
    if (found == null) {
      return false;
    }
    try {
      found.pins++;
      return true;
    } finally {
      found.lock.unlock();
    }
  }

  static void pinUntested(Page[] pages) {
    Page found = null;
    for (Page page : pages) {
      if (page.lock.tryLock()) {
        found = page;
        break;
      }
    }
    if (found != null) {
      found.pins++;
    }
  } // expect: LockLeak "page.lock"

  static void pinTheWrongOne(Page[] pages, Page other) {
    Page found = null;
    for (Page page : pages) {
      if (page.lock.tryLock()) {
        found = page;
        break;
      }
    }
    if (found != null) {
      try {
        other.pins++; // expect: UnguardedAccess "'found.lock' is held, not 'other.lock'"
      } finally {
        found.lock.unlock();
      }
    }
  }
}
