package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Judge.Kind;
import dev.holdfast.checker.random.Statement.Noded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs what is done with nodes and areas. A path that goes through null ends there; but it is no
 * mistake to say what would be wrong with an object in its place.
 */
final class NodeCalls {
  private final Judge judge;

  NodeCalls(Judge judge) {
    this.judge = judge;
  }

  /** The states after a statement; the outcome is told what it throws. */
  Set<State> after(Noded statement, Set<State> from, Outcome outcome) {
    Set<State> result = new LinkedHashSet<>();
    Set<State> throwing = new LinkedHashSet<>();
    for (State state : from) {
      if (!statement.action.goesThrough || !state.nodes().isNull(statement.source)) {
        after(statement, state, result, throwing);
        continue;
      }
      outcome.mayThrow(List.of(state.bad()), false);
      State there = state.with(state.nodes().made(statement.source)).bad();
      after(statement, there, result, throwing);
    }
    if (statement.action.throwing) {
      outcome.mayThrow(throwing, false);
    }
    return result;
  }

  private void after(Noded statement, State state, Set<State> to, Set<State> throwing) {
    Nodes nodes = state.nodes();
    int target = statement.target;
    int source = statement.source;
    State at = state;
    switch (statement.action) {
      case MAKE -> {
        to.add(state.with(nodes.made(target)));
        to.add(state.with(nodes.cleared(target)));
      }
      case OWN -> {
        to.add(state.with(nodes.copied(Nodes.THIS, target)));
        to.add(state.with(nodes.cleared(target)));
      }
      case NEXT, AFTER -> {
        to.add(state.with(nodes.copied(source, target)));
        to.add(state.with(nodes.cleared(target)));
      }
      case COPY -> to.add(state.with(nodes.copied(source, target)));
      case CHOOSE -> {
        to.add(state.with(nodes.copied(source, target)));
        to.add(state.with(nodes.copied(statement.other, target)));
      }
      case CLEAR -> to.add(state.with(nodes.cleared(target)));
      case LOCK -> to.add(taken(state, source));
      case UNLOCK ->
          to.add(
              nodes.isHeld(source)
                  ? state.with(nodes.with(source, false))
                  : judge.wrong(state, Kind.RELEASE, Nodes.lock(source), statement));
      case ACCESS -> to.add(needed(state, Kind.ACCESS, statement));
      case CALL -> {
        at = needed(state, Kind.NEED, statement);
        to.add(at);
      }
    }
    throwing.add(at);
  }

  /** Locks that are taken one by one are taken to be two: who knows better may lock twice. */
  private static State taken(State state, int local) {
    if (state.nodes().isHeld(local)) {
      throw new State.Undecided();
    }
    return state.with(state.nodes().with(local, true));
  }

  private State needed(State state, Kind kind, Noded statement) {
    return state.nodes().isHeld(statement.source)
        ? state
        : judge.wrong(state, kind, Nodes.lock(statement.source), statement);
  }
}
