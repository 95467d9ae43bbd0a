package dev.holdfast.region;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Threads that look up a range by address, hold it for reading, and read a field of it. Run with
 * different numbers of threads: {@code -t 1}, {@code -t 2}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScalingBenchmark {
  private static final int RANGES = 1_000;
  private static final long SIZE = 0x1000;

  /** Whether all threads read one range, or each its own. */
  @Param({"shared", "own"})
  public String range;

  private final AddressSpace space = AddressSpace.create();
  private final ReadWriteLock readWriteLock = new ReentrantReadWriteLock();
  private final StampedLock stampedLock = new StampedLock();
  private final TreeMap<Long, Range> underOneLock = new TreeMap<>();
  private final ConcurrentSkipListMap<Long, Range> lockEach = new ConcurrentSkipListMap<>();

  /** A range with a lock of its own, as the alternatives keep it. */
  private static final class Range {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final long flags;

    Range(long flags) {
      this.flags = flags;
    }
  }

  /** Which address a thread reads. */
  @State(Scope.Thread)
  public static class Reader {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private long address;

    /** Gives each thread a range, far from the others' ranges. */
    @Setup
    public void choose(ScalingBenchmark benchmark) {
      int number = benchmark.range.equals("shared") ? 0 : NUMBERS.getAndIncrement();
      address = (1 + (number * 97L) % RANGES) * SIZE + 0x10;
    }
  }

  /** Fills all maps with the same ranges. */
  @Setup
  public void fill() {
    space.lockWrite();
    for (long i = 1; i <= RANGES; i++) {
      space.map(i * SIZE, (i + 1) * SIZE, i);
      underOneLock.put(i * SIZE, new Range(i));
      lockEach.put(i * SIZE, new Range(i));
    }
    space.unlockWrite();
  }

  /** Region locks. */
  @Benchmark
  public long region(Reader reader) {
    Region region = space.tryLockRegion(reader.address);
    long flags = region.flags();
    region.unlockRead();
    return flags;
  }

  /** One read/write lock for the whole space, around a sorted map. */
  @Benchmark
  public long spaceWideReadWriteLock(Reader reader) {
    readWriteLock.readLock().lock();
    try {
      return find(underOneLock, reader).flags;
    } finally {
      readWriteLock.readLock().unlock();
    }
  }

  /** One stamped lock for the whole space, around a sorted map. */
  @Benchmark
  public long spaceWideStampedLock(Reader reader) {
    long stamp = stampedLock.readLock();
    try {
      return find(underOneLock, reader).flags;
    } finally {
      stampedLock.unlockRead(stamp);
    }
  }

  /** One read/write lock for each range, in a concurrent sorted map. */
  @Benchmark
  public long lockForEachRange(Reader reader) {
    Range range = find(lockEach, reader);
    range.lock.readLock().lock();
    try {
      return range.flags;
    } finally {
      range.lock.readLock().unlock();
    }
  }

  private static Range find(java.util.NavigableMap<Long, Range> ranges, Reader reader) {
    Map.Entry<Long, Range> entry = ranges.floorEntry(reader.address);
    return entry.getValue();
  }
}
