package dev.holdfast.review.format;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Diagnostic.Edit;
import dev.holdfast.checker.Diagnostic.Fix;
import dev.holdfast.checker.Diagnostic.Note;
import dev.holdfast.checker.Diagnostic.NoteKind;
import dev.holdfast.checker.Diagnostic.Range;
import dev.holdfast.checker.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings with everything that a format can stumble over. */
final class Sample {
  static final ToolInfo TOOL = new ToolInfo("holdfast", "1.0", "https://example.org/holdfast");

  static final String PAGER = "src/Pager.java";
  static final String ODD = "src/mit Leerraum/Größe #1.java";

  private static final Map<String, String> LINES =
      Map.of(PAGER + ":41", "        r.setFlags(f);", ODD + ":7", "\tvar größe = \"😀\"; x.use();");

  private Sample() {}

  static Range range(String path, int line, int column, int endColumn) {
    return new Range(path, line, column, line, endColumn, 0, 0);
  }

  static Diagnostic notHeld() {
    return new Diagnostic(
        "LockNotHeld",
        Severity.ERROR,
        range(PAGER, 41, 9, 22),
        "'Region.setFlags' needs the region lock of 'r' for writing; it is held for reading",
        List.of(
            new Note(
                NoteKind.CONTRACT,
                range("src/Region.java", 88, 3, 20),
                "the contract is declared here: @RequiresRegionWrite"),
            new Note(NoteKind.RELEASED, range(PAGER, 38, 5, 9), "the write lock of 'r' ended here"),
            new Note(
                NoteKind.ACQUIRED,
                range(PAGER, 36, 5, 9),
                "the region lock of 'r' was taken for reading here"),
            new Note(NoteKind.OTHER, null, "nothing else is held")),
        List.of(
            new Fix(
                "declare @RequiresRegionWrite on 'touch(Region)'",
                List.of(new Edit(range(PAGER, 41, 9, 9), "@RequiresRegionWrite "))),
            new Fix("take the write lock", List.of())),
        "com.acme.Pager#touch(Region)",
        "r.setFlags(f)");
  }

  static Diagnostic odd() {
    return new Diagnostic(
        "UnstableLock",
        Severity.WARNING,
        range(ODD, 7, 20, 27),
        "100 % of [x](y) <b> & \"q\" {0}, a: b\nsecond line",
        List.of(),
        List.of(),
        "com.acme.Größe",
        "x.use()");
  }

  static Diagnostic in(String member) {
    return new Diagnostic(
        "UnstableLock",
        Severity.WARNING,
        range("src/B.java", 5, 3, 9),
        "the lock can change",
        List.of(),
        List.of(),
        member,
        "lock");
  }

  static Diagnostic numbered(int number, Severity severity) {
    return new Diagnostic(
        "LockLeak",
        severity,
        range("src/A.java", number, 1, 2),
        "leak " + number,
        List.of(),
        List.of(),
        "A#f()",
        "x");
  }

  static FormatInput input(Diagnostic... findings) {
    return new FormatInput(List.of(findings), List.of(), rules(), Sample::line, TOOL);
  }

  static Rules rules() {
    return id ->
        id.equals("LockNotHeld")
            ? Optional.of(
                new RuleInfo(
                    id,
                    "A call needs a lock that is not surely held.",
                    "Take the lock.",
                    "https://example.org/holdfast/LockNotHeld",
                    Severity.ERROR))
            : Optional.empty();
  }

  private static Optional<String> line(String path, int line) {
    return Optional.ofNullable(LINES.get(path + ":" + line));
  }
}
