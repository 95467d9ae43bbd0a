package dev.holdfast.evaluation.findings;

import dev.holdfast.evaluation.Corpus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One suppression of Error Prone's {@code GuardedBy} in a corpus.
 *
 * @param path the file, relative to the source root
 * @param line 1-based line of the annotated declaration
 * @param member what is annotated
 * @param findings how many findings it hides; with none it is not needed
 */
public record SuppressionCheck(String path, long line, String member, int findings) {

  /**
   * Holds every suppression of a corpus against what is reported without suppressions.
   *
   * @param bare the findings when suppressions are ignored
   */
  static List<SuppressionCheck> of(
      Corpus corpus, Map<Path, Members> members, List<Finding> reported, List<Finding> bare) {
    List<SuppressionCheck> checks = new ArrayList<>();
    members.forEach(
        (file, declared) -> {
          String path = corpus.relative(file);
          for (Members.Suppression suppression : declared.suppressions()) {
            int hidden =
                within(path, suppression, declared, bare)
                    - within(path, suppression, declared, reported);
            checks.add(
                new SuppressionCheck(
                    path, suppression.line(), suppression.member().name(), hidden));
          }
        });
    checks.sort(
        Comparator.comparing(SuppressionCheck::path).thenComparingLong(SuppressionCheck::line));
    return List.copyOf(checks);
  }

  private static int within(
      String path, Members.Suppression suppression, Members declared, List<Finding> findings) {
    return (int)
        findings.stream()
            .filter(finding -> finding.path().equals(path))
            .filter(finding -> suppression.covers(declared.offset(finding)))
            .count();
  }
}
