package dev.holdfast.checker.contract;

/** Thrown where an expression names no lock; the message says why. */
class Unresolved extends Exception {
  private static final long serialVersionUID = 1L;

  /** Without a stack trace, as it says no more than null would, and why. */
  Unresolved(String message) {
    super(message, null, false, false);
  }
}
