package dev.holdfast.region.model;

/** An invariant that a state breaks. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String invariant;

  Violation(String invariant, String message) {
    super(invariant + ": " + message, null, false, false);
    this.invariant = invariant;
  }

  /** For example {@code I1}. */
  String invariant() {
    return invariant;
  }
}
