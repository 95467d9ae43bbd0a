// A lock that is held under the very name by which another one is needed.
package y85_hints;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class NamedAlike {
  static final class Segment {
    final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    int size;

    @GuardedBy("lock")
    Segment next;
  }

  private final Segment[] segments = {new Segment(), new Segment()};

  @GuardedBy("this")
  private Segment current = new Segment();

  private Segment segment(int hash) {
    return segments[hash >>> 16 & 1];
  }

  void byCall(int hash) {
    segment(hash).lock.lock();
    try {
      segment(hash).size++; // expect: UnguardedAccess "another 'segment(hash).lock' is held; if it is the same object each time, declare @Returns"
    } finally {
      segment(hash).lock.unlock();
    }
  }

  static void byParameter(Segment segment) {
    segment.lock.lock();
    try {
      segment = new Segment();
    } finally {
      segment.lock.unlock(); // expect: ReleaseNotHeld "another 'segment.lock' is held, that of the object that was there before"
    }
  }

  synchronized void byField() {
    current.lock.lock();
    try {
      current = new Segment();
    } finally {
      current.lock.unlock(); // expect: ReleaseNotHeld "another 'current.lock' is held, that of the object that was there before"
    }
  }

  static void oneOfTwo(Segment segment) {
    segment.lock.lock();
    try {
      segment.next.lock.lock();
      try {
        segment.next = null;
      } finally {
        segment.next.lock.unlock(); // expect: ReleaseNotHeld "another 'segment.next.lock' is held"
      }
    } finally {
      segment.lock.unlock();
    }
  }
}
