package dev.holdfast.evaluation.findings;

import dev.holdfast.evaluation.findings.FindingsCommand.Evaluated;
import java.util.List;
import java.util.function.Predicate;

/** Writes what was found on all corpora as Markdown. */
final class EvaluationReport {
  private static final String HEAD =
      """
      # Findings on real code

      Made by `evaluation/run findings all`. The code is what its authors published as source jars, unmodified, compiled
      with all that it needs; the checker runs with its defaults, knowing no more of this code than its own annotations
      and assertions. Every finding was read against the source and judged: *true* where the code does not do what its
      own contracts say, *false* where it does and the checker did not see it. A false finding is *forced* where code
      that is right leaves undeclared what the contract language wants declared, such as a method that takes a lock for
      its caller; the reason names the annotation that settles it. The checker was developed on the first four code
      bases; the other four tell how it does on code that it was not made for.

      | corpus | files | bodies | not analysed | crashes | findings | true | false | of these forced | suppressions | no longer needed |
      |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      """;

  private EvaluationReport() {}

  static String of(List<Evaluated> all) {
    StringBuilder page = new StringBuilder(HEAD);
    all.forEach(evaluated -> summary(page, evaluated));
    page.append(
        """

        A body is a method, a constructor, a lambda, an initialiser block or a field initialiser. A suppression is one
        `@SuppressWarnings("GuardedBy")` of the code's authors; it is no longer needed where the checker, with it
        taken out of the source, reports nothing new.
        """);
    for (Evaluated evaluated : all) {
      page.append("\n## ").append(evaluated.corpus().name()).append("\n\n");
      findings(page, evaluated);
      suppressions(page, evaluated);
    }
    return page.toString();
  }

  private static void summary(StringBuilder page, Evaluated evaluated) {
    CorpusFindings findings = evaluated.findings();
    long unneeded = evaluated.suppressions().stream().filter(s -> !s.needed()).count();
    page.append(
        "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d |\n"
            .formatted(
                evaluated.corpus().name(),
                findings.files(),
                findings.bodies(),
                findings.notAnalysed().size(),
                findings.crash().isEmpty() ? 0 : 1,
                findings.findings().size(),
                judged(evaluated, Judgement::genuine),
                judged(evaluated, judgement -> !judgement.genuine()),
                judged(evaluated, Judgement::forced),
                evaluated.suppressions().size(),
                unneeded));
  }

  private static long judged(Evaluated evaluated, Predicate<Judgement> kind) {
    return evaluated.findings().findings().stream()
        .map(evaluated.judgements()::on)
        .filter(judgement -> judgement != null && kind.test(judgement))
        .count();
  }

  private static void findings(StringBuilder page, Evaluated evaluated) {
    List<Finding> findings = evaluated.findings().findings();
    if (findings.isEmpty()) {
      page.append("No findings.\n");
      return;
    }
    page.append("| place | rule | code | verdict | reason |\n|---|---|---|---|---|\n");
    for (Finding finding : findings) {
      Judgement judgement = evaluated.judgements().on(finding);
      page.append(
          "| `%s:%d` | %s | `%s` | %s | %s |\n"
              .formatted(
                  finding.path().substring(finding.path().lastIndexOf('/') + 1),
                  finding.line(),
                  finding.rule(),
                  cell(finding.key().code()),
                  judgement == null ? "not judged" : judgement.word(),
                  judgement == null ? "" : cell(judgement.reason())));
    }
  }

  private static void suppressions(StringBuilder page, Evaluated evaluated) {
    if (evaluated.suppressions().isEmpty()) {
      return;
    }
    page.append("\nThe authors' suppressions:\n\n");
    for (SuppressionCheck check : evaluated.suppressions()) {
      page.append(
          "- `%s:%d` `%s`: %s\n"
              .formatted(
                  check.path().substring(check.path().lastIndexOf('/') + 1),
                  check.line(),
                  check.member(),
                  check.needed()
                      ? "hides " + cell(check.hidden().lines().findFirst().orElse(""))
                      : "no longer needed"));
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("`", "'");
  }
}
