package c_guardedby_repeated;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** Repeated guards: each must be obeyed. */
final class Repeated {
  private final ReentrantLock first = new ReentrantLock();
  private final ReentrantLock second = new ReentrantLock();

  @GuardedBy("first")
  @GuardedBy("second")
  private int count;

  void both() {
    first.lock();
    second.lock();
    count = 3;
    second.unlock();
    first.unlock();
  }

  int one() {
    first.lock();
    int copy = count; // expect: UnguardedAccess "second"
    first.unlock();
    return copy;
  }
}
