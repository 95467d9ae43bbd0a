package dev.holdfast.review.format;

import dev.holdfast.checker.Diagnostic;

/** A finding in one text, for formats that have no place for notes. */
final class Messages {
  private Messages() {}

  /** The message, then a line for each note and fix. */
  static String withNotes(Diagnostic finding) {
    StringBuilder text = new StringBuilder(finding.message());
    for (Diagnostic.Note note : finding.notes()) {
      text.append('\n');
      if (note.range() != null) {
        text.append(note.range().path()).append(':').append(note.range().line()).append(": ");
      }
      text.append(note.message());
    }
    finding.fixes().forEach(fix -> text.append("\nfix: ").append(fix.description()));
    return text.toString();
  }
}
