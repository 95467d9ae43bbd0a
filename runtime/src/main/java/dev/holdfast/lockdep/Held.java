package dev.holdfast.lockdep;

/** The answer to "does this thread hold that lock?". */
public enum Held {
  /** This thread holds it. */
  HELD,
  /** This thread does not hold it. */
  NOT_HELD,
  /**
   * Nobody can tell, because the lock is neither tracked nor able to answer for itself. Assertions
   * fail on it.
   */
  UNKNOWN;

  public static Held of(boolean held) {
    return held ? HELD : NOT_HELD;
  }
}
