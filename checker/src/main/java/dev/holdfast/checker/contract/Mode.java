package dev.holdfast.checker.contract;

/** How a lock is held: the two views of a read/write lock. */
public enum Mode {
  /** Shared: other readers may be there. */
  READ,
  /** Exclusive. Satisfies {@link #READ}. */
  WRITE;

  /** Whether a hold in this mode is enough where {@code needed} is needed; null is either. */
  public boolean satisfies(Mode needed) {
    return this == WRITE || needed != WRITE;
  }

  /** As it follows "held" or "needed": {@code for reading}, {@code for writing}. */
  public String words() {
    return this == READ ? "for reading" : "for writing";
  }
}
