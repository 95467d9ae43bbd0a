package dev.holdfast.review.finding;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.message.FindingKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The findings that a project has accepted for now. It is made explicitly, once; afterwards it only
 * shrinks. As text it is one finding a line, so that it can be reviewed and merged.
 *
 * @param entries sorted
 */
public record Baseline(SortedSet<FindingKey> entries) {
  private static final String HEADER =
      "# holdfast baseline 1: member, rule, occurrence, expression";

  /** Copies the set. */
  public Baseline {
    entries = new TreeSet<>(entries);
  }

  /** From today's findings: the one way to make an entry. */
  public static Baseline create(Collection<Diagnostic> findings) {
    return new Baseline(new TreeSet<>(FindingKey.of(findings).keySet()));
  }

  /**
   * What remains of the findings.
   *
   * @param reported findings that the baseline does not know, in source order
   * @param accepted findings that it knows, in source order
   * @param fixed entries that nothing matches any more: they can be pruned
   */
  public record Result(
      List<Diagnostic> reported, List<Diagnostic> accepted, List<FindingKey> fixed) {
    /** Copies the lists. */
    public Result {
      reported = List.copyOf(reported);
      accepted = List.copyOf(accepted);
      fixed = List.copyOf(fixed);
    }
  }

  /** Takes the known findings away. */
  public Result apply(Collection<Diagnostic> findings) {
    List<Diagnostic> reported = new ArrayList<>();
    List<Diagnostic> accepted = new ArrayList<>();
    SortedSet<FindingKey> unused = new TreeSet<>(entries);
    for (Map.Entry<FindingKey, Diagnostic> finding : FindingKey.of(findings).entrySet()) {
      boolean known = unused.remove(finding.getKey());
      (known ? accepted : reported).add(finding.getValue());
    }
    return new Result(reported, accepted, List.copyOf(unused));
  }

  /** Without what is fixed. Never gains an entry. */
  public Baseline pruned(Collection<Diagnostic> findings) {
    SortedSet<FindingKey> kept = new TreeSet<>(entries);
    kept.retainAll(FindingKey.of(findings).keySet());
    return new Baseline(kept);
  }

  /** The text of the file, the same for the same entries. */
  public String print() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (FindingKey entry : entries) {
      text.append(entry.member())
          .append('\t')
          .append(entry.rule())
          .append('\t')
          .append(entry.occurrence())
          .append('\t')
          .append(escaped(entry.expression()))
          .append('\n');
    }
    return text.toString();
  }

  /**
   * Reads what {@link #print()} wrote.
   *
   * @throws IllegalArgumentException if the text is no baseline; the message gives the line
   */
  public static Baseline parse(String text) {
    SortedSet<FindingKey> entries = new TreeSet<>();
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).startsWith("# holdfast baseline 1")) {
      throw new IllegalArgumentException(
          "line 1: a baseline begins with '# holdfast baseline 1'; this file does not");
    }
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("<<<<<<<") || line.startsWith("=======") || line.startsWith(">>>>>>>")) {
        throw new IllegalArgumentException(
            "line "
                + (i + 1)
                + ": unresolved merge conflict; keep only lines that both sides have");
      }
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      FindingKey entry = entry(line, i + 1);
      if (!entries.add(entry)) {
        throw new IllegalArgumentException("line " + (i + 1) + ": listed twice");
      }
    }
    return new Baseline(entries);
  }

  private static FindingKey entry(String line, int number) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 4 || !parts[2].matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(
          "line " + number + ": expected member, rule, occurrence and expression, tabs between");
    }
    return new FindingKey(parts[1], parts[0], unescaped(parts[3]), Integer.parseInt(parts[2]));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        out.append(c);
        continue;
      }
      char escape = text.charAt(++i);
      out.append(
          switch (escape) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> escape;
          });
    }
    return out.toString();
  }
}
