package c_invalid_contradiction;

import dev.holdfast.annotations.Acquires;
import dev.holdfast.annotations.AcquiresIf;
import dev.holdfast.annotations.Establishes;
import dev.holdfast.annotations.Excludes;
import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.annotations.LockScope;
import dev.holdfast.annotations.LockUnchecked;
import dev.holdfast.annotations.Releases;
import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;
import dev.holdfast.annotations.RunsInline;
import dev.holdfast.annotations.SameObject;
import dev.holdfast.annotations.TestsHeld;
import dev.holdfast.annotations.When;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** Annotations that contradict each other or the element they stand on. */
class Contradicts {
  final StampedLock lock = new StampedLock();
  final ReentrantLock plain = new ReentrantLock();

  @GuardedBy("plain")
  int guarded;

  void bothWays(@Requires("plain") @Excludes("plain") Contradicts c) {} // expect: InvalidContract

  @AcquiresIf(value = "plain", result = When.TRUE) // expect: InvalidContract
  int noBoolean() {
    return 3;
  }

  @AcquiresIf(value = "plain", result = When.NON_NULL) // expect: InvalidContract
  boolean noReference() {
    return false;
  }

  @AcquiresIf(value = "plain", result = When.NON_ZERO) // expect: InvalidContract
  void noResult() {}

  @TestsHeld("plain") // expect: InvalidContract
  int noTest() {
    return 5;
  }

  @Returns("plain") // expect: InvalidContract
  void returnsNothing() {}

  @LockScope // expect: InvalidContract
  static final class NotCloseable {}

  void notFunctional(@RunsInline String text) {} // expect: InvalidContract

  @SameObject("this") // expect: InvalidContract
  void alone() {}

  @LockUnchecked(reason = "\t ") // expect: InvalidContract
  void blank() {}

  @Establishes("open") // expect: InvalidContract "open"
  void noSuchState() {}

  @Acquires("plain")
  @Releases("plain") // expect: InvalidContract "@Acquires"
  void takenAndGiven() {
    plain.lock();
  }

  @AcquiresIf(value = "plain", result = When.TRUE) // expect: InvalidContract
  void noOutcome() {
    plain.lock();
  }

  @Requires("plian") // expect: InvalidContract "plian"
  void misspelt(Iterable<Contradicts> others) {
    guarded = 3;
    for (Contradicts other : others) {
      other.guarded = 5; // expect: UnguardedAccess "other.plain"
    }
  }
}
