package dev.holdfast.checker.contract;

/** Thrown where an expression names no lock; the message says why. */
class Unresolved extends Exception {
  private static final long serialVersionUID = 1L;

  /** Without a stack trace, as it says no more than null would, and why. */
  Unresolved(String message) {
    super(message, null, false, false);
  }

  /** The message, with the expression in front where it does not show it. */
  String of(String expression) {
    String quoted = LockExprParser.quoted(expression);
    return getMessage().contains(quoted) ? getMessage() : "'" + quoted + "': " + getMessage();
  }
}
