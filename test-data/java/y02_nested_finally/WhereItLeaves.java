// An exception that passes a finally block leaves from where it arose.
package y02_nested_finally;

import dev.holdfast.annotations.Releases;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

abstract class WhereItLeaves {
  private final ReentrantLock lock = new ReentrantLock();
  private int count;

  abstract void work();

  abstract void write() throws IOException;

  @Releases("lock")
  void pastFinally() {
    try {
      count++;
      work(); // expect: LockLeakOnThrow "lock"
      work();
    } finally {
      count--;
    }
    lock.unlock();
  }

  @Releases("lock")
  void pastTwo() throws IOException {
    try {
      count++;
      try {
        count++;
        write(); // expect: LockLeakOnThrow "lock"
      } finally {
        count--;
      }
    } catch (RuntimeException e) {
      count = 0;
    } finally {
      count--;
    }
    lock.unlock();
  }

  @Releases("lock")
  void ofFinally() {
    try {
      count++;
    } finally {
      work(); // expect: LockLeakOnThrow "lock"
    }
    lock.unlock();
  }

  @Releases("lock")
  void givenUp() {
    try {
      count++;
      work();
    } finally {
      lock.unlock();
    }
  }
}
