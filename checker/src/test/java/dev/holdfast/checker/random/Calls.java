package dev.holdfast.checker.random;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs calls of what has a contract. */
final class Calls {
  private final Judge judge;

  Calls(Judge judge) {
    this.judge = judge;
  }

  /** The states after a call by its result. */
  Map<Boolean, Set<State>> ask(Callee callee, Statement at, Set<State> from, Outcome outcome) {
    Set<State> begun = begun(callee, at, from, outcome);
    return Map.of(true, after(callee, begun, true), false, after(callee, begun, false));
  }

  /** The states in which a called method begins, or which it throws. */
  Set<State> begun(Callee callee, Statement at, Set<State> from, Outcome outcome) {
    Set<State> begun = new LinkedHashSet<>();
    from.forEach(state -> begun.add(judge.demand(state, callee.contract(), at)));
    if (callee.throwing()) {
      outcome.mayThrow(thrown(callee, begun), false);
    }
    return begun;
  }

  /** A call that releases has released, however it ends; else nothing has changed. */
  private static Set<State> thrown(Callee callee, Set<State> begun) {
    List<Clause> released =
        callee.contract().stream().filter(c -> c.kind() == Clause.Kind.RELEASES).toList();
    Set<State> result = new LinkedHashSet<>();
    for (State state : begun) {
      State after = state.after(released, true);
      /* one that only releases is taken not to throw, but a handler may count on it */
      result.add(callee.onlyReleases() ? after.bad() : after);
    }
    return result;
  }

  /** The states after a call that had that result. */
  Set<State> after(Callee callee, Set<State> begun, boolean result) {
    Set<State> after = new LinkedHashSet<>();
    for (State state : begun) {
      if (canBe(callee, state, result)) {
        after.add(state.after(callee.contract(), result));
      }
    }
    return after;
  }

  /** A write lock cannot be had while the thread reads; a helper does not know what it holds. */
  private boolean canBe(Callee callee, State state, boolean result) {
    boolean takes =
        callee.contract().stream()
            .anyMatch(
                clause ->
                    clause.kind() == Clause.Kind.ACQUIRES_IF
                        && clause.lock() == Lock.WRITE
                        && clause.result() == result);
    return !takes || judge.isBlind() || state.read() == 0 || state.write() > 0;
  }
}
