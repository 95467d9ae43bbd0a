package dev.holdfast.region;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How the look-up of a random address grows with the number of regions. The number of steps grows
 * with the logarithm, and what a step costs with the share of them that miss the caches: hence, in
 * the same run, the JDK's own concurrent sorted map, and the least that any search can do, in one
 * array of numbers.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SizeBenchmark {
  private static final long SIZE = 0x1000;

  /** The number of regions. */
  @Param({"1000", "10000", "100000", "1000000"})
  public int regions;

  private final AddressSpace space = AddressSpace.create();
  private final SplittableRandom random = new SplittableRandom(1);
  private final ConcurrentSkipListMap<Long, Region> skipList = new ConcurrentSkipListMap<>();
  private long[] starts;

  /** Maps the regions side by side. */
  @Setup
  public void map() {
    starts = new long[regions];
    space.lockWrite();
    for (int i = 0; i < regions; i++) {
      starts[i] = i * SIZE;
      skipList.put(starts[i], space.map(starts[i], starts[i] + SIZE));
    }
    space.unlockWrite();
  }

  /** Only the look-up: what is found may be out of date. */
  @Benchmark
  public Region lookUp() {
    return space.regionMap().at(address()).region();
  }

  /** Look-up, read lock and release. */
  @Benchmark
  public long lockByAddress() {
    Region region = space.tryLockRegion(address());
    long flags = region.flags();
    region.unlockRead();
    return flags;
  }

  /** The same question to the JDK's concurrent sorted map. */
  @Benchmark
  public Region skipListLookUp() {
    return skipList.floorEntry(address()).getValue();
  }

  /** The least that a search can do. */
  @Benchmark
  public int arraySearch() {
    return Arrays.binarySearch(starts, address());
  }

  private long address() {
    return random.nextInt(regions) * SIZE + 0x10;
  }
}
