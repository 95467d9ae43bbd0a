package dev.holdfast.evaluation.mutants;

/** A kind of mistake that is planted. */
public enum Operator {
  /** A lock is no longer taken. */
  REMOVE_ACQUISITION("remove a lock acquisition"),
  /** A {@code synchronized} block or modifier goes. */
  REMOVE_SYNCHRONIZED("remove a synchronized"),
  /** A lock is no longer released. */
  REMOVE_RELEASE("remove an unlock"),
  /** The read lock is taken where the write lock was. */
  WEAKEN_TO_READ("weaken write to read"),
  /** A statement that needs the lock runs after its release. */
  MOVE_PAST_RELEASE("move an access past the release");

  private final String title;

  Operator(String title) {
    this.title = title;
  }

  /** What the operator does, for tables. */
  public String title() {
    return title;
  }
}
