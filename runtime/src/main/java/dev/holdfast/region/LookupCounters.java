package dev.holdfast.region;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts look-ups. Every attempt ends in exactly one call of {@link #granted} or {@link #aborted},
 * so attempts need no counter of their own, which each look-up would have to pay for.
 */
final class LookupCounters {
  private final LongAdder granted = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder slowPaths = new LongAdder();
  private final LongAdder[] aborts = new LongAdder[AbortReason.values().length];

  LookupCounters() {
    for (int i = 0; i < aborts.length; i++) {
      aborts[i] = new LongAdder();
    }
  }

  void granted() {
    granted.increment();
  }

  void aborted(AbortReason reason) {
    aborts[reason.ordinal()].increment();
  }

  /** The look-up begins anew. */
  void retried() {
    retries.increment();
  }

  /** The look-up begins anew because the region was being replaced. */
  void missed() {
    retries.increment();
    misses.increment();
  }

  void slowPath() {
    slowPaths.increment();
  }

  LookupStats snapshot() {
    Map<AbortReason, Long> byReason = new EnumMap<>(AbortReason.class);
    for (AbortReason reason : AbortReason.values()) {
      byReason.put(reason, aborts[reason.ordinal()].sum());
    }
    long grants = granted.sum();
    long aborted = byReason.values().stream().mapToLong(Long::longValue).sum();
    return new LookupStats(
        grants + aborted, grants, misses.sum(), retries.sum(), slowPaths.sum(), byReason);
  }
}
