package dev.holdfast.review.format;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.review.finding.FindingKey;
import java.util.ArrayList;
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

  /** The fingerprint of each finding, suppressed ones counted among them. */
  Map<Diagnostic, String> fingerprints() {
    List<Diagnostic> all = new ArrayList<>(findings);
    suppressed.forEach(s -> all.add(s.finding()));
    Map<Diagnostic, String> fingerprints = new IdentityHashMap<>();
    FindingKey.of(all).forEach((key, finding) -> fingerprints.put(finding, key.fingerprint()));
    return fingerprints;
  }
}
