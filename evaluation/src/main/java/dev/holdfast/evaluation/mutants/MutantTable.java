package dev.holdfast.evaluation.mutants;

import dev.holdfast.evaluation.Corpus;
import dev.holdfast.evaluation.mutants.MutantsCommand.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the outcome of a run as Markdown. */
public final class MutantTable {
  private MutantTable() {}

  /**
   * The whole page.
   *
   * @param command how to make it again
   * @param tool the checker
   * @param outcomes by corpus
   */
  public static String page(String command, String tool, Map<Corpus, Outcome> outcomes) {
    StringBuilder page = new StringBuilder("# Planted mistakes\n\n");
    page.append("Made by `").append(command).append("`; the checker is ").append(tool);
    page.append(
        """
        .

        A site counts where the lock concerned is needed between its acquisition and its release: by an annotation on a
        field or method used there, by the leading assertion of a method called there, or by the library itself
        (`unlock` needs the lock, `lock` needs an end, `wait` and `notify` need the monitor; column *library only*).
        Sites where the lock is held anyway are left out. A mutant is the unmodified file with one such mistake; it is
        killed when the checker reports something there that it does not report on the original.

        | corpus | operator | possible | generated | compiled | library only | killed | killed, % |
        |---|---|---:|---:|---:|---:|---:|---:|
        """);
    outcomes.forEach((corpus, outcome) -> rows(page, corpus, outcome));
    page.append("\n## Survivors\n\n");
    outcomes.forEach((corpus, outcome) -> survivors(page, corpus, outcome.verdicts()));
    return page.toString();
  }

  private static void rows(StringBuilder page, Corpus corpus, Outcome outcome) {
    for (Operator operator : Operator.values()) {
      List<Verdict> some =
          outcome.verdicts().stream()
              .filter(verdict -> verdict.mutant().operator() == operator)
              .toList();
      long possible =
          outcome.possible().stream().filter(mutant -> mutant.operator() == operator).count();
      row(page, corpus.name(), operator.title(), possible, some);
    }
    row(page, corpus.name(), "**all**", outcome.possible().size(), outcome.verdicts());
  }

  private static void row(
      StringBuilder page, String corpus, String operator, long possible, List<Verdict> verdicts) {
    List<Verdict> compiled =
        verdicts.stream()
            .filter(verdict -> verdict.status() != Verdict.Status.NOT_COMPILED)
            .toList();
    long library =
        compiled.stream()
            .filter(verdict -> verdict.mutant().contract() == ContractKind.LIBRARY)
            .count();
    long killed =
        compiled.stream().filter(verdict -> verdict.status() == Verdict.Status.KILLED).count();
    String share =
        compiled.isEmpty()
            ? "-"
            : String.format(Locale.ROOT, "%.1f", 100.0 * killed / compiled.size());
    page.append(
        "| %s | %s | %d | %d | %d | %d | %d | %s |\n"
            .formatted(
                corpus,
                operator,
                possible,
                verdicts.size(),
                compiled.size(),
                library,
                killed,
                share));
  }

  private static void survivors(StringBuilder page, Corpus corpus, List<Verdict> verdicts) {
    List<Verdict> missed = verdicts.stream().filter(Verdict::missed).toList();
    for (Verdict verdict : missed) {
      Mutant mutant = verdict.mutant();
      page.append(
          "- %s: `%s:%d`: %s (`%s`%s)%s\n"
              .formatted(
                  corpus.name(),
                  corpus.relative(mutant.file()),
                  mutant.line(),
                  mutant.operator().title(),
                  mutant.lock(),
                  mutant.contract() == ContractKind.LIBRARY ? ", library only" : "",
                  verdict.status() == Verdict.Status.CRASHED ? ": the checker failed" : ""));
    }
    if (missed.isEmpty()) {
      page.append("- ").append(corpus.name()).append(": none\n");
    }
  }
}
