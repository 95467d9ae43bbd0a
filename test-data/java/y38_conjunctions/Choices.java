package y38_conjunctions;

import dev.holdfast.annotations.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;

/** A choice between a condition and a constant is a conjunction or a disjunction. */
final class Choices {
  private final ReentrantLock mutex = new ReentrantLock();

  @GuardedBy("mutex")
  private int count;

  void and(boolean a, boolean b) {
    boolean both = a ? b : false;
    if (both) {
      mutex.lock();
    }
    if (a && b) {
      count++;
      mutex.unlock();
    }
  }

  void andReversed(boolean a, boolean b) {
    if (a && b) {
      mutex.lock();
    }
    if (!a ? false : b) {
      count++;
      mutex.unlock();
    }
  }

  void or(boolean a, boolean b) {
    boolean either = a ? true : b;
    if (either) {
      mutex.lock();
    }
    if (a || b) {
      count++;
      mutex.unlock();
    }
  }

  void orReversed(boolean a, boolean b) {
    if (a || b) {
      mutex.lock();
    }
    if (!a ? b : true) {
      count++;
      mutex.unlock();
    }
  }

  void same(boolean a, int n) {
    boolean copy = a ? true : false;
    boolean small = (n < 3) ? false : true;
    if (copy) {
      mutex.lock();
    }
    if (a) {
      mutex.unlock();
    }
    if (!small) {
      mutex.lock();
    }
    if (n < 3) {
      mutex.unlock();
    }
  }

  void attempt(boolean wanted) {
    if (wanted ? mutex.tryLock() : false) {
      count++;
      mutex.unlock();
    }
  }

  void attemptReversed(boolean unwanted) {
    if (unwanted ? true : !mutex.tryLock()) {
      return;
    }
    count++;
    mutex.unlock();
  }

  void wrongOperator(boolean a, boolean b) {
    boolean either = a ? true : b;
    if (either) {
      mutex.lock();
    }
    if (a && b) {
      mutex.unlock();
    }
  } // expect: LockLeak

  void wrongSide(boolean a, boolean b) {
    boolean some = a ? false : b;
    if (some) {
      mutex.lock();
    }
    if (a && b) {
      mutex.unlock(); // expect: ReleaseNotHeld
    }
  } // expect: LockLeak

  void wrongAttempt(boolean unwanted) {
    if (unwanted ? true : mutex.tryLock()) {
      count++; // expect: UnguardedAccess
    }
  }
}
