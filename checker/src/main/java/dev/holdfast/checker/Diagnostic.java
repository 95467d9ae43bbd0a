package dev.holdfast.checker;

import java.util.List;
import java.util.Objects;

/**
 * One finding in words, with its places: what every front end prints and every output format is
 * made from. Pure data.
 *
 * @param rule the rule's id, for example {@code UnguardedAccess}
 * @param severity error or warning, after configuration
 * @param range where it stands
 * @param message one clause, no full stop
 * @param notes further places that explain it, in the order in which they should be read
 * @param fixes edits that would mend it, best first
 * @param member the enclosing member as {@code pkg.Type.Nested#name(ErasedParam,…)}; {@code <init>}
 *     for a constructor, {@code <clinit>} for a static initialiser, the type alone for a finding on
 *     a type
 * @param expression the offending expression, white space folded
 */
public record Diagnostic(
    String rule,
    Severity severity,
    Range range,
    String message,
    List<Note> notes,
    List<Fix> fixes,
    String member,
    String expression)
    implements Comparable<Diagnostic> {

  /** Copies the lists. */
  public Diagnostic {
    Objects.requireNonNull(rule);
    notes = List.copyOf(notes);
    fixes = List.copyOf(fixes);
  }

  /**
   * A stretch of one source file. Lines and columns are 1-based; a column counts UTF-16 units, a
   * tab as one; the end is exclusive. Offsets are 0-based UTF-16 units from the start of the file.
   *
   * @param path the file, as it was named to the tool, with {@code /} between its parts
   * @param line first line
   * @param column first column
   * @param endLine line of the end
   * @param endColumn column after the last character
   * @param start offset of the first character
   * @param end offset after the last character
   */
  public record Range(
      String path, int line, int column, int endLine, int endColumn, int start, int end) {}

  /** What a note adds to its finding. */
  public enum NoteKind {
    /** A lock was taken here. */
    ACQUIRED,
    /** A lock was released, or ended with another one, here. */
    RELEASED,
    /** The contract stands here. */
    CONTRACT,
    /** The guarded access or requiring call behind an inferred need. */
    USE,
    /** Anything else. */
    OTHER
  }

  /**
   * A further place.
   *
   * @param kind what it shows
   * @param range where, or null where the place has no source
   * @param message one clause
   */
  public record Note(NoteKind kind, Range range, String message) {}

  /**
   * A change that would mend the finding.
   *
   * @param description imperative clause, lower case
   * @param edits the replacements, empty where the fix can only be described
   */
  public record Fix(String description, List<Edit> edits) {
    /** Copies the list. */
    public Fix {
      edits = List.copyOf(edits);
    }
  }

  /**
   * One replacement.
   *
   * @param range the text to replace; empty to insert
   * @param replacement the new text
   */
  public record Edit(Range range, String replacement) {}

  @Override
  public int compareTo(Diagnostic other) {
    int byPath = range.path().compareTo(other.range.path());
    if (byPath != 0) {
      return byPath;
    }
    int byLine = Integer.compare(range.line(), other.range.line());
    if (byLine != 0) {
      return byLine;
    }
    int byColumn = Integer.compare(range.column(), other.range.column());
    if (byColumn != 0) {
      return byColumn;
    }
    int byRule = rule.compareTo(other.rule);
    return byRule != 0 ? byRule : message.compareTo(other.message);
  }
}
