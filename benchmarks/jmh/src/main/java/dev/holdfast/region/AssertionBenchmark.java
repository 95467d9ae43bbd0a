package dev.holdfast.region;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What an assertion costs in each mode, and what the mode costs the lock itself. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AssertionBenchmark {
  private static final String OFF = "-Dholdfast.assertions=off";
  private static final String STATE = "-Dholdfast.assertions=state";
  private static final String OWNERSHIP = "-Dholdfast.assertions=ownership";

  private final AddressSpace space = AddressSpace.create();
  private Region held;
  private long value = 42;

  /** Maps two regions, and holds one for reading. */
  @Setup
  public void map() {
    space.lockWrite();
    space.map(0x1000, 0x2000);
    space.map(0x2000, 0x3000);
    space.unlockWrite();
    held = space.tryLockRegion(0x1800);
  }

  /** Releases what {@link #map} took. */
  @TearDown
  public void release() {
    held.unlockRead();
  }

  /** The same without an assertion. */
  @Benchmark
  @Fork(jvmArgsAppend = OFF)
  public long noCall() {
    return value;
  }

  /** With assertions off. */
  @Benchmark
  @Fork(jvmArgsAppend = OFF)
  public long assertOff() {
    held.assertLocked();
    return value;
  }

  /** With assertions that look at the state. */
  @Benchmark
  @Fork(jvmArgsAppend = STATE)
  public long assertState() {
    held.assertLocked();
    return value;
  }

  /** With assertions that look at this thread's holds. */
  @Benchmark
  @Fork(jvmArgsAppend = OWNERSHIP)
  public long assertOwnership() {
    held.assertLocked();
    return value;
  }

  /** The lock with assertions off. */
  @Benchmark
  @Fork(jvmArgsAppend = OFF)
  public long lockOff() {
    return lockAndRead();
  }

  /** The lock where assertions look at its state. */
  @Benchmark
  @Fork(jvmArgsAppend = STATE)
  public long lockState() {
    return lockAndRead();
  }

  /** The lock where every acquisition is recorded. */
  @Benchmark
  @Fork(jvmArgsAppend = OWNERSHIP)
  public long lockOwnership() {
    return lockAndRead();
  }

  private long lockAndRead() {
    Region region = space.tryLockRegion(0x2800);
    long flags = region.flags();
    region.unlockRead();
    return flags;
  }
}
