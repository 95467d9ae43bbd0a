// What is held is there: going on through a lock that the caller has cannot fail.
package y43_never_null;

import dev.holdfast.annotations.Releases;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

class Held {
  static final class Entry extends ReentrantLock {
    private final AtomicInteger users = new AtomicInteger(1);
    Entry next;
  }

  @Releases("#1")
  void leave(Entry entry) {
    entry.users.decrementAndGet();
    entry.unlock();
  }

  void leaveHere(Entry entry) {
    entry.lock();
    entry.users.decrementAndGet();
    entry.unlock();
  }

  @Releases("#1")
  void leaveNext(Entry entry) {
    entry.next.users.decrementAndGet(); // expect: LockLeakOnThrow "entry"
    entry.unlock();
  }

  @Releases("#1")
  void leaveAnother(Entry entry, Entry other) {
    other.users.decrementAndGet(); // expect: LockLeakOnThrow "entry"
    entry.unlock();
  }
}
