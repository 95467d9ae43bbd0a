// A resource whose close is a callback: it runs on every way out of the block.
package y31_local_callbacks;

import dev.holdfast.annotations.GuardedBy;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

abstract class Resources {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int count;

  abstract void work() throws IOException;

  void methodReference() throws IOException {
    lock.lock();
    try (Closeable release = lock::unlock) {
      count++;
      work();
    }
  }

  int lambda() throws Exception {
    lock.lock();
    try (AutoCloseable release = () -> lock.unlock()) {
      work();
      return count;
    }
  }

  void named() throws IOException {
    Closeable release = lock::unlock;
    lock.lock();
    try (release) {
      count++;
      work();
    }
  }

  void caught(boolean wanted) {
    if (wanted) {
      lock.lock();
    }
    try (Closeable release = wanted ? lock::unlock : null) {
      work();
    } catch (IOException e) {
      count++; // expect: UnguardedAccess "lock"
    }
  }

  void inLoop(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      lock.lock();
      try (Closeable release = lock::unlock) {
        if (count > i) {
          continue;
        }
        work();
      }
    }
  }

  void afterwards() throws IOException {
    lock.lock();
    try (Closeable release = lock::unlock) {
      work();
    }
    count++; // expect: UnguardedAccess "lock"
  }

  void releasedInside() throws IOException {
    lock.lock();
    try (Closeable release = lock::unlock) { // expect: ReleaseNotHeld "lock"
      lock.unlock();
    }
  }

  void tooLate() throws IOException {
    lock.lock(); // expect: LockLeakOnThrow "lock"
    work();
    try (Closeable release = lock::unlock) {
      count++;
    }
  }

  void otherLock(ReentrantLock other) throws IOException {
    lock.lock();
    try (Closeable release = other::unlock) { // expect: ReleaseNotHeld "other"
      work();
    }
  }
}
