package y64_anonymous_callbacks;

import dev.holdfast.annotations.GuardedBy;
import java.util.function.Supplier;

/** A default method runs the callback that it is called on, there or some time later. */
class Defaults {
  interface Job {
    void run();

    default void twice() {
      run();
      run();
    }

    default Supplier<Integer> later() {
      return () -> {
        run();
        return 0;
      };
    }
  }

  interface First {
    void go();
  }

  interface Second {
    void go();
  }

  /** Inherits one method twice. */
  interface Both extends First, Second {}

  @GuardedBy("this")
  private int count;

  Supplier<Integer> kept;

  void held() {
    Job job = () -> count++;
    synchronized (this) {
      job.run();
      job.twice();
    }
  }

  void notHeld() {
    Job job = () -> count++; // expect: UnguardedAccess
    synchronized (this) {
      job.run();
    }
    job.twice();
  }

  void ofAnonymousClass() {
    Job job =
        new Job() {
          @Override
          public void run() {
            count++; // expect: UnguardedAccess
          }
        };
    synchronized (this) {
      job.run();
    }
    job.twice();
  }

  void either(boolean first) {
    Job one = () -> count++; // expect: UnguardedAccess
    Job other = () -> count--; // expect: UnguardedAccess
    synchronized (this) {
      one.run();
      other.run();
    }
    Job job = first ? one : other;
    job.twice();
  }

  synchronized void handedOut() {
    Job job = () -> count++; // expect: UnguardedAccess
    job.run();
    kept = job.later();
  }

  private void start(Both both) {
    both.go();
  }

  synchronized void inheritedTwice() {
    start(() -> count++);
  }

  void inheritedTwiceNotHeld() {
    start(() -> count++); // expect: UnguardedAccess
  }
}
