package dev.holdfast.evaluation.mutants;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * One planted mistake.
 *
 * @param file the source file, absolute
 * @param line 1-based line of the site
 * @param operator what is done
 * @param contract why it is a mistake
 * @param lock the lock concerned, as the source names it
 * @param edits the change
 */
public record Mutant(
    Path file, int line, Operator operator, ContractKind contract, String lock, List<Edit> edits) {
  /** By place, then by operator: the order before any shuffling. */
  static final Comparator<Mutant> BY_PLACE =
      Comparator.comparing(Mutant::file)
          .thenComparingInt(mutant -> mutant.edits().get(0).start())
          .thenComparing(Mutant::operator)
          .thenComparing(mutant -> mutant.edits().toString());

  /** Copies the list. */
  public Mutant {
    edits = List.copyOf(edits);
  }

  /** The text of the file with the mistake in it. */
  public String apply(String text) {
    return Edit.apply(text, edits);
  }
}
