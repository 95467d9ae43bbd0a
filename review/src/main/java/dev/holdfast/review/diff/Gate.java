package dev.holdfast.review.diff;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which verdicts fail a review.
 *
 * @param failing the verdicts that do
 */
public record Gate(Set<Verdict> failing) {

  /** Copies the set. */
  public Gate {
    failing = Set.copyOf(failing);
  }

  /** Fails where safety is given up. What breaks callers shows as findings of theirs. */
  public static Gate standard() {
    return new Gate(EnumSet.of(Verdict.RISKY));
  }

  /**
   * From the words of an option: {@code breaking,risky}; {@code none} for nothing.
   *
   * @throws IllegalArgumentException if a word is no verdict; the message lists them
   */
  public static Gate parse(String words) {
    if (words.strip().equals("none")) {
      return new Gate(Set.of());
    }
    return new Gate(
        Stream.of(words.split(","))
            .map(word -> Verdict.ofWord(word.strip()))
            .collect(Collectors.toSet()));
  }

  /** Whether one of the changes fails. */
  public boolean fails(Collection<ContractChange> changes) {
    return changes.stream().anyMatch(change -> failing.contains(change.verdict()));
  }

  /** The verdicts in order. */
  public List<Verdict> ordered() {
    return failing.stream().sorted().toList();
  }
}
