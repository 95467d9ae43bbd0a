package dev.holdfast.region;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Regions that were unmapped and wait to be used again, oldest first. Spaces that share a pool pass
 * regions to each other.
 *
 * <p>A region may be recycled while a thread still has a reference to it from an unprotected
 * look-up. That is safe, since such a thread pins the region first and then checks space and range.
 * A reference that is kept after its lock was released may denote another region at any time.
 */
public final class RegionPool {
  private static final int DEFAULT_CAPACITY = 1024;

  private final ConcurrentLinkedQueue<Region> free = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final int capacity;

  private RegionPool(int capacity) {
    this.capacity = capacity;
  }

  /** An empty pool that keeps up to 1,024 regions. */
  public static RegionPool create() {
    return create(DEFAULT_CAPACITY);
  }

  /**
   * An empty pool.
   *
   * @param capacity how many regions it keeps at most; the rest is left to the garbage collector
   * @throws IllegalArgumentException if the capacity is negative
   */
  public static RegionPool create(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException(
          "the capacity of a region pool cannot be negative, as " + capacity + " is");
    }
    return new RegionPool(capacity);
  }

  /** About how many regions wait to be used again. */
  public int size() {
    return size.get();
  }

  /** A region that nobody refers to through its count, and that belongs to the caller alone. */
  Region take() {
    Region region = free.poll();
    if (region == null) {
      return new Region();
    }
    size.decrementAndGet();
    return region;
  }

  /** Takes back a region that is detached and stands in no map. */
  void give(Region region) {
    if (size.incrementAndGet() > capacity) {
      size.decrementAndGet();
      return;
    }
    free.add(region);
  }
}
