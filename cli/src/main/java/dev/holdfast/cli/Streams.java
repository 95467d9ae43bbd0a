package dev.holdfast.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes.
 *
 * @param in what is asked
 * @param out what was found
 * @param err what kept it from being found
 */
record Streams(InputStream in, PrintStream out, PrintStream err) {

  /** Tells the user that something went wrong, or could not be done. */
  void complain(String message) {
    err.println("holdfast: " + message);
  }
}
