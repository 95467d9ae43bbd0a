package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.lockdep.Report.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A validator of a test's own, with what it has reported. It looks for ended threads only when told
 * to: a watcher may have taken what a sweep would find, and not have reported it yet.
 */
final class Lab {
  private final List<Report> reports = Collections.synchronizedList(new ArrayList<>());
  private final Validator validator;

  Lab() {
    this(reports -> new Validator(reports, validator -> {}, new LockGraph()));
  }

  /** One with a validator that has a planted defect. */
  Lab(Function<Consumer<Report>, Validator> maker) {
    validator = maker.apply(reports::add);
  }

  /** One whose validator looks for ended threads by itself. */
  static Lab watched() {
    return new Lab(Validator::new);
  }

  Validator validator() {
    return validator;
  }

  List<Report> reports() {
    return List.copyOf(reports);
  }

  Report onlyReport() {
    assertThat(reports).hasSize(1);
    return reports.get(0);
  }

  void assertReported(Kind... kinds) {
    assertThat(reports()).extracting(Report::kind).containsExactly(kinds);
  }

  void assertSilent() {
    assertThat(reports()).isEmpty();
  }

  TrackedLock lock(String cls) {
    return lock(LockClass.of(cls));
  }

  TrackedLock lock(LockClass cls) {
    return Tracked.lock(validator, new ReentrantLock(), cls);
  }

  TrackedReadWriteLock readWriteLock(String cls) {
    return Tracked.readWriteLock(validator, new ReentrantReadWriteLock(), LockClass.of(cls));
  }

  TrackedStampedLock stampedLock(String cls) {
    return Tracked.stampedLock(validator, new StampedLock(), LockClass.of(cls));
  }

  /** Whether this thread holds each of the locks, by the record. */
  List<Boolean> holds(View... locks) {
    return Stream.of(locks)
        .map(lock -> new Query(validator).isHeld(lock, null) == Held.HELD)
        .toList();
  }

  /** Takes both in this order, and releases them. */
  void order(TrackedLock first, TrackedLock second) {
    first.lock();
    second.lock();
    second.unlock();
    first.unlock();
  }

  /** Runs a body to its end in a thread of its own; what it throws, this throws. */
  static void inThread(Runnable body) throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(body, "other");
    thread.setUncaughtExceptionHandler((ended, thrown) -> failure.set(thrown));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }
}
