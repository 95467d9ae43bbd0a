package dev.holdfast.review.format;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Converts columns. Inside the tool a column counts UTF-16 units, from 1. */
final class Columns {
  private Columns() {}

  /**
   * The column in bytes of UTF-8, from 1.
   *
   * @return empty if the line cannot be had, or is shorter than the column
   */
  static OptionalInt utf8(SourceLines sources, String path, int line, int column) {
    String text = sources.line(path, line).orElse(null);
    if (text == null || column - 1 > text.length()) {
      return column == 1 ? OptionalInt.of(1) : OptionalInt.empty();
    }
    String before = text.substring(0, column - 1);
    return OptionalInt.of(before.getBytes(StandardCharsets.UTF_8).length + 1);
  }
}
