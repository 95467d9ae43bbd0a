// Two locks in the order of their numbers: of less, equal and greater, one is true.
package y38_conjunctions;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

class Ordered {
  private final ReentrantLock first = new ReentrantLock();
  private final ReentrantLock second = new ReentrantLock();

  @GuardedBy("second")
  private int count;

  void inOrder(int from, int to) {
    if (from < to) {
      first.lock();
      second.lock();
    } else if (from > to) {
      second.lock();
      first.lock();
    } else {
      first.lock();
    }
    first.unlock();
    if (from != to) {
      count++;
      second.unlock();
    }
  }

  void byComparison(Integer from, Integer to) {
    int order = Integer.compare(from, to);
    if (order < 0) {
      first.lock();
      second.lock();
    } else if (order > 0) {
      second.lock();
      first.lock();
    } else {
      first.lock();
    }
    first.unlock();
    if (order != 0) {
      count++;
      second.unlock();
    }
  }

  void equalFirst(int from, int to) {
    if (from == to) {
      first.lock();
    } else {
      second.lock();
    }
    if (from < to || to < from) {
      count++;
      second.unlock();
    } else {
      first.unlock();
    }
  }

  void constants(int level) {
    if (level < 5 || level > 5) {
      second.lock();
    }
    if (5 != level) {
      count++;
      second.unlock();
    }
  }

  void atMost(int from, int to) {
    if (from < to) {
      second.lock();
    }
    if (from <= to) {
      count++; // expect: UnguardedAccess "second"
    }
    if (from < to) {
      second.unlock();
    }
  }

  void neitherButUnordered(double from, double to) {
    if (from < to || from > to) {
      second.lock();
    }
    if (from != to) {
      second.unlock(); // expect: ReleaseNotHeld
    }
  }

  void otherNumber(int from, int to, int last) {
    if (from < to) {
      second.lock();
    }
    if (from < last) {
      second.unlock(); // expect: ReleaseNotHeld
    }
  }
}
