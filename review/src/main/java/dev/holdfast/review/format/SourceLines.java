package dev.holdfast.review.format;

import java.util.Optional;

/** The lines of the sources that findings stand in. */
@FunctionalInterface
public interface SourceLines {

  /**
   * One line without its end; empty if it cannot be had.
   *
   * @param path as the finding has it
   * @param line 1-based
   */
  Optional<String> line(String path, int line);

  /** Has no line. */
  static SourceLines none() {
    return (path, line) -> Optional.empty();
  }
}
