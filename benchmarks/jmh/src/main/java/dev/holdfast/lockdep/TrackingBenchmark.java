package dev.holdfast.lockdep;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What following a lock costs: one lock, and two locks nested, which is where the order is checked.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TrackingBenchmark {
  private final Lock plainOuter = new ReentrantLock();
  private final Lock plainInner = new ReentrantLock();
  private final Lock outer = Tracked.lock(new ReentrantLock(), LockClass.of("outer"));
  private final Lock inner = Tracked.lock(new ReentrantLock(), LockClass.of("inner"));

  /** One lock that nobody follows. */
  @Benchmark
  public void plain() {
    plainOuter.lock();
    plainOuter.unlock();
  }

  /** One lock that is followed. */
  @Benchmark
  public void tracked() {
    outer.lock();
    outer.unlock();
  }

  /** Two locks that nobody follows. */
  @Benchmark
  public void plainNested() {
    plainOuter.lock();
    plainInner.lock();
    plainInner.unlock();
    plainOuter.unlock();
  }

  /** Two locks that are followed, in an order that is known. */
  @Benchmark
  public void trackedNested() {
    outer.lock();
    inner.lock();
    inner.unlock();
    outer.unlock();
  }
}
