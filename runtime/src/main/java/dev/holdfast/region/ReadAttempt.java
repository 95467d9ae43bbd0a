package dev.holdfast.region;

/**
 * What became of an attempt to read-lock a region without waiting. Only {@link #GRANTED} leaves
 * anything held.
 */
enum ReadAttempt {
  /** Read-locked, by its owner's rules, and the region covers the address. */
  GRANTED,
  /** The region is detached: what led to it is out of date, look again. */
  DETACHED,
  /** A writer is waiting for readers to leave. */
  EXCLUDED,
  /** The region is write-locked, or was when a hint was read. */
  WRITE_LOCKED,
  /** The reader count is at its limit. */
  LIMIT,
  /** The region was recycled into another space. */
  FOREIGN_OWNER,
  /** The region does not, or no longer, cover the address. */
  OUT_OF_RANGE
}
