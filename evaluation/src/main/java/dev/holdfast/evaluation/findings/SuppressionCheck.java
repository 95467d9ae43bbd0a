package dev.holdfast.evaluation.findings;

import dev.holdfast.evaluation.Corpus;
import dev.holdfast.evaluation.mutants.MutantRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One suppression of Error Prone's {@code GuardedBy} in a corpus, and what is reported in its file
 * without it.
 *
 * @param path the file, relative to the source root
 * @param line 1-based line of the annotation
 * @param member what is annotated
 * @param hidden the first finding that it hides; empty where it hides none
 */
public record SuppressionCheck(String path, long line, String member, String hidden) {

  /** Whether it hides something. */
  boolean needed() {
    return !hidden.isEmpty();
  }

  /** Takes every suppression of a corpus away in turn. */
  static List<SuppressionCheck> of(Corpus corpus, Map<Path, Members> members, MutantRunner runner) {
    List<SuppressionCheck> checks = new ArrayList<>();
    members.forEach(
        (file, declared) -> {
          for (Members.Suppression suppression : declared.suppressions()) {
            String hidden = runner.compare(file, List.of(suppression.without())).evidence();
            String path = corpus.relative(file);
            checks.add(
                new SuppressionCheck(path, suppression.line(), suppression.member(), hidden));
          }
        });
    checks.sort(
        Comparator.comparing(SuppressionCheck::path).thenComparingLong(SuppressionCheck::line));
    return List.copyOf(checks);
  }
}
