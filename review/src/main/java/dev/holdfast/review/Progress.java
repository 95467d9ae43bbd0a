package dev.holdfast.review;

import java.io.PrintStream;

/** Told how far a long task is. */
public interface Progress {

  /**
   * So much is done.
   *
   * @param task what is being done, one word or two
   * @param done steps done
   * @param total steps in all
   */
  void at(String task, int done, int total);

  /** Everything is done. */
  default void done() {}

  /** Tells nobody. */
  static Progress none() {
    return (task, done, total) -> {};
  }

  /**
   * One line on a terminal that is written over and wiped at the end.
   *
   * @param terminal standard error, and only if it is a terminal
   */
  static Progress line(PrintStream terminal) {
    return new ProgressLine(terminal);
  }
}
