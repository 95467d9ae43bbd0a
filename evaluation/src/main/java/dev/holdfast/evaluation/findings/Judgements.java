package dev.holdfast.evaluation.findings;

import dev.holdfast.evaluation.EvaluationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The judgements on one corpus, kept in a text file. A line has seven fields between tabs: {@code
 * true} or {@code false}, rule, path, member, code, ordinal, reason. A reason {@code =NAME} stands
 * for the text of a line {@code reason}, name, text. Lines that begin with {@code #} and empty ones
 * say nothing.
 */
public final class Judgements {
  private static final int FIELDS = 7;
  private final Map<FindingKey, Judgement> byKey;

  private Judgements(Map<FindingKey, Judgement> byKey) {
    this.byKey = Map.copyOf(byKey);
  }

  /** Reads a file; one that does not exist has no judgements. */
  public static Judgements read(Path file) {
    if (!Files.exists(file)) {
      return new Judgements(Map.of());
    }
    try {
      return parse(file.toString(), Files.readAllLines(file));
    } catch (IOException e) {
      throw new EvaluationException("cannot read " + file, e);
    }
  }

  static Judgements parse(String name, List<String> lines) {
    Map<String, String> reasons = new HashMap<>();
    Map<FindingKey, Judgement> byKey = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String place = name + ":" + (i + 1) + ": ";
      String[] fields = line.split("\t", -1);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (fields[0].equals("reason") && fields.length == 3) {
        reasons.put(fields[1], fields[2]);
      } else {
        FindingKey key = key(place, fields);
        if (byKey.put(key, judgement(place, fields, reasons)) != null) {
          throw new EvaluationException(place + "judged twice");
        }
      }
    }
    return new Judgements(byKey);
  }

  /** The judgement on a finding, or null where there is none. */
  public Judgement on(Finding finding) {
    return byKey.get(finding.key());
  }

  /** The judgements on findings that there no longer are. */
  public List<FindingKey> stale(List<Finding> findings) {
    List<FindingKey> stale = new ArrayList<>(byKey.keySet());
    findings.forEach(finding -> stale.remove(finding.key()));
    return stale;
  }

  /** The line of a file for a finding that still has to be judged. */
  static String blankLine(Finding finding) {
    FindingKey key = finding.key();
    return String.join(
        "\t",
        "?",
        key.rule(),
        key.path(),
        key.member(),
        key.code(),
        String.valueOf(key.ordinal()),
        "");
  }

  private static FindingKey key(String place, String[] fields) {
    if (fields.length != FIELDS) {
      throw new EvaluationException(place + "needs " + FIELDS + " fields, has " + fields.length);
    }
    try {
      return new FindingKey(
          fields[1], fields[2], fields[3], fields[4], Integer.parseInt(fields[5]));
    } catch (NumberFormatException e) {
      throw new EvaluationException(place + "no ordinal: '" + fields[5] + "'", e);
    }
  }

  private static Judgement judgement(String place, String[] fields, Map<String, String> reasons) {
    String reason = fields[6].startsWith("=") ? reasons.get(fields[6].substring(1)) : fields[6];
    if (reason == null || reason.isBlank()) {
      throw new EvaluationException(place + "no reason given, or none of that name above");
    }
    return switch (fields[0]) {
      case "true" -> new Judgement(true, reason);
      case "false" -> new Judgement(false, reason);
      default -> throw new EvaluationException(place + "neither true nor false: " + fields[0]);
    };
  }
}
