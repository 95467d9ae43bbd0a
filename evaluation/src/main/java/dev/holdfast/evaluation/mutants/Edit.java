package dev.holdfast.evaluation.mutants;

import java.util.Comparator;
import java.util.List;

/**
 * One replacement in a source text.
 *
 * @param start offset of the first character replaced
 * @param end offset after the last one; equal to {@code start} for an insertion
 * @param replacement the new text
 */
public record Edit(int start, int end, String replacement) {
  /** Checks the range. */
  public Edit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no range: " + start + ".." + end);
    }
  }

  static Edit remove(int start, int end) {
    return new Edit(start, end, "");
  }

  static Edit insert(int at, String text) {
    return new Edit(at, at, text);
  }

  /** Applies edits that do not overlap. */
  public static String apply(String text, List<Edit> edits) {
    StringBuilder result = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::start).reversed())
        .forEach(edit -> result.replace(edit.start, edit.end, edit.replacement));
    return result.toString();
  }
}
