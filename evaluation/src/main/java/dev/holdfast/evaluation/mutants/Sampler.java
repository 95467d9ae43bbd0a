package dev.holdfast.evaluation.mutants;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Chooses mutants at random, the same ones for the same seed. Every operator has its turn in order,
 * so that a rare one is not crowded out; sites with a written contract come before those with the
 * library's only.
 */
public final class Sampler {
  private final long seed;
  private final int count;

  /**
   * Creates a sampler.
   *
   * @param seed decides the choice
   * @param count how many mutants that compile are wanted
   */
  public Sampler(long seed, int count) {
    this.seed = seed;
    this.count = count;
  }

  /**
   * Runs chosen mutants until enough of them compiled or none are left; in the order they were
   * chosen.
   */
  public List<Verdict> run(List<Mutant> all, Function<Mutant, Verdict> runner) {
    Map<Operator, Deque<Mutant>> queues = new EnumMap<>(Operator.class);
    for (Operator operator : Operator.values()) {
      queues.put(operator, shuffled(all, operator));
    }
    List<Verdict> verdicts = new ArrayList<>();
    int compiled = 0;
    boolean some = true;
    while (compiled < count && some) {
      some = false;
      for (Deque<Mutant> queue : queues.values()) {
        if (compiled < count && !queue.isEmpty()) {
          some = true;
          Verdict verdict = runner.apply(queue.pop());
          verdicts.add(verdict);
          compiled += verdict.status() == Verdict.Status.NOT_COMPILED ? 0 : 1;
        }
      }
    }
    return List.copyOf(verdicts);
  }

  private Deque<Mutant> shuffled(List<Mutant> all, Operator operator) {
    List<Mutant> chosen =
        new ArrayList<>(
            all.stream()
                .filter(mutant -> mutant.operator() == operator)
                .sorted(Mutant.BY_PLACE)
                .toList());
    Collections.shuffle(chosen, new Random(seed + operator.ordinal()));
    chosen.sort(Comparator.comparing(mutant -> mutant.contract() == ContractKind.LIBRARY));
    return new ArrayDeque<>(chosen);
  }
}
