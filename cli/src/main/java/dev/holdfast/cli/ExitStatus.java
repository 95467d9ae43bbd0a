package dev.holdfast.cli;

/** What the command answers to its caller. A worse one wins over a better one. */
final class ExitStatus {
  /** Nothing was found. */
  static final int OK = 0;

  /** There are findings at error level. */
  static final int FINDINGS = 1;

  /** The command line is wrong, or names input that does not exist. */
  static final int USAGE = 2;

  /** The sources do not compile, or the tool failed. */
  static final int FAILED = 3;

  private ExitStatus() {}
}
