package dev.holdfast.region;

import java.util.Map;

/**
 * How look-ups without a lock went, counted since the space was created.
 *
 * <p>{@code attempts} is {@code granted} plus all {@code aborts}; while no look-up is under way,
 * {@code misses} is at most {@code retries}. Look-ups in flight may be missing.
 *
 * @param attempts look-ups that have ended, in whichever way
 * @param granted look-ups that ended with a read-locked region; says nothing about what was then
 *     done with it
 * @param misses times that a region was found just as it was being replaced, and looked up again
 * @param retries times that a look-up began anew for this or any other reason
 * @param slowPaths times that {@link AddressSpace#stabilise} or a {@link RegionCursor} had to take
 *     the mmap lock
 * @param aborts look-ups that gave up, by reason; every reason is present
 */
public record LookupStats(
    long attempts,
    long granted,
    long misses,
    long retries,
    long slowPaths,
    Map<AbortReason, Long> aborts) {

  /** Copies the map. */
  public LookupStats {
    aborts = Map.copyOf(aborts);
  }

  /** Look-ups that gave up for a reason. */
  public long aborts(AbortReason reason) {
    return aborts.getOrDefault(reason, 0L);
  }

  /** Look-ups that gave up, for whatever reason. */
  public long aborted() {
    return aborts.values().stream().mapToLong(Long::longValue).sum();
  }
}
