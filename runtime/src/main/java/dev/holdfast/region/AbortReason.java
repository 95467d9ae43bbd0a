package dev.holdfast.region;

/** Why a look-up without a lock gave up. Each one means: take the slow path. */
public enum AbortReason {
  /** No region covers the address. */
  NOT_FOUND,
  /** The region stayed detached through all retries. */
  DETACHED,
  /** A writer was waiting for the region's readers to leave. */
  EXCLUDED,
  /** The region was write-locked. */
  WRITE_LOCKED,
  /** The region had as many readers as can be counted. */
  LIMIT,
  /** The region had been recycled into another space. */
  FOREIGN_OWNER,
  /** The region had shrunk, or had been recycled, and did not cover the address. */
  OUT_OF_RANGE;

  /** The reason for an attempt that was not granted. */
  static AbortReason of(ReadAttempt attempt) {
    return switch (attempt) {
      case DETACHED -> DETACHED;
      case EXCLUDED -> EXCLUDED;
      case WRITE_LOCKED -> WRITE_LOCKED;
      case LIMIT -> LIMIT;
      case FOREIGN_OWNER -> FOREIGN_OWNER;
      case OUT_OF_RANGE -> OUT_OF_RANGE;
      case GRANTED -> throw new IllegalArgumentException("the attempt was granted");
    };
  }
}
