// What is reached through an object whose lock is held cannot fail for want of the object.
package x12_leaks_under_contract;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import java.util.concurrent.locks.ReentrantLock;

class Parameters {
  static final class Entry {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int references;
  }

  private final ReentrantLock mutex = new ReentrantLock();

  @Releases("entry.lock")
  void close(Entry entry) {
    entry.references--;
    entry.lock.unlock();
  }

  void whileHeld(@Requires("lock") Entry entry) {
    mutex.lock();
    entry.references++;
    mutex.unlock();
  }

  void anotherEntry(@Requires("lock") Entry entry, Entry other) {
    mutex.lock(); // expect: LockLeakOnThrow "mutex"
    boolean same = other.lock == entry.lock;
    mutex.unlock();
  }

  @Releases("entry.lock")
  void closeOther(Entry entry, Entry other) {
    boolean same = other.lock == entry.lock; // expect: LockLeakOnThrow "entry.lock"
    entry.lock.unlock();
  }

  @Requires("entry.lock")
  void guardedAgainstNull(Entry entry) {
    if (entry == null) {
      mutex.lock();
      return; // expect: LockLeak "mutex"
    }
    entry.references++;
  }
}
