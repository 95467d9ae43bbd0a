package dev.holdfast.region;

/** What became of an attempt to keep readers out of a region. */
sealed interface Exclusion {
  /**
   * No reader is left, and none can enter before the token is closed.
   *
   * @param token closed exactly once
   */
  record Excluded(Token token) implements Exclusion {}

  /** The region is detached, so there is nobody to keep out and nothing to close. */
  record AlreadyDetached() implements Exclusion {
    static final AlreadyDetached INSTANCE = new AlreadyDetached();
  }

  /** The wait was interrupted. Readers can enter again; nothing is to be closed. */
  record Interrupted() implements Exclusion {
    static final Interrupted INSTANCE = new Interrupted();
  }

  /**
   * The right to an excluding region.
   *
   * @param region the region that keeps readers out
   */
  record Token(RegionState region) implements AutoCloseable {
    /** Lets readers in again. What was stored before is visible to them. */
    @Override
    public void close() {
      region.include();
    }
  }
}
