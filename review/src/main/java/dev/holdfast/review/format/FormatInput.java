package dev.holdfast.review.format;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.message.FindingKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a format renders.
 *
 * @param findings sorted by place
 * @param suppressed findings that are not reported; most formats leave them out
 * @param rules what is known about rules
 * @param sources the lines of the sources
 * @param tool the tool
 */
public record FormatInput(
    List<Diagnostic> findings,
    List<Suppressed> suppressed,
    Rules rules,
    SourceLines sources,
    ToolInfo tool) {

  /** Copies and sorts. */
  public FormatInput {
    findings = findings.stream().sorted().toList();
    suppressed = List.copyOf(suppressed);
  }

  /**
   * The fingerprint of each finding. What the source silences is counted last: whether it is known
   * does not change the others.
   */
  Map<Diagnostic, String> fingerprints() {
    List<Diagnostic> counted = new ArrayList<>(findings);
    List<Diagnostic> silenced = new ArrayList<>();
    for (Suppressed each : suppressed) {
      (each.kind() == Suppressed.Kind.IN_SOURCE ? silenced : counted).add(each.finding());
    }
    Map<FindingKey, Diagnostic> keys = new HashMap<>(FindingKey.of(counted));
    FindingKey.of(silenced)
        .forEach(
            (key, finding) -> {
              FindingKey free = key;
              while (keys.containsKey(free)) {
                free = free.next();
              }
              keys.put(free, finding);
            });
    Map<Diagnostic, String> fingerprints = new IdentityHashMap<>();
    keys.forEach((key, finding) -> fingerprints.put(finding, key.fingerprint()));
    return fingerprints;
  }
}
