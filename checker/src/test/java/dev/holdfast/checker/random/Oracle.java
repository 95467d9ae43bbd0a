package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Condition.Variable;
import dev.holdfast.checker.random.Judge.Kind;
import dev.holdfast.checker.random.Judge.Violation;
import dev.holdfast.checker.random.Statement.Case;
import dev.holdfast.checker.random.Statement.Handler;
import dev.holdfast.checker.random.Statement.Helper;
import dev.holdfast.checker.random.Statement.Loop;
import dev.holdfast.checker.random.Statement.Thrown;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a program on all its paths at once: on the set of all states that can be at each statement.
 * States are finite, so that loops end; nothing is approximated but very deep reentrance, which is
 * given up.
 */
final class Oracle {
  private final boolean correlates;
  private final Judge judge;
  private final Calls calls;
  private final StampCalls stampCalls;
  private final NodeCalls nodeCalls;

  /**
   * @param correlates whether a variable keeps its value; else each test may go either way
   */
  private Oracle(boolean correlates) {
    this.correlates = correlates;
    this.judge = new Judge(correlates);
    this.calls = new Calls(judge);
    this.stampCalls = new StampCalls(judge);
    this.nodeCalls = new NodeCalls(judge);
  }

  /** What is wrong with a program. */
  record Answer(Set<Violation> first, Set<Violation> all) {}

  /**
   * Answers what is wrong first on some path, and what is wrong at all, where a wrong release does
   * nothing.
   *
   * @param correlates whether a variable keeps its value; else each test may go either way
   */
  static Answer ask(Program program, boolean correlates) {
    Oracle oracle = new Oracle(correlates);
    program.helpers().forEach(oracle::alone);
    Outcome outcome =
        oracle.block(
            program.body(), program.hasNodes() ? withNodes() : beginnings(program.contract()));
    outcome.returned(false).addAll(outcome.normal);
    outcome.returned.forEach(
        (result, states) ->
            states.forEach(state -> oracle.judge.returns(state, program.contract(), result)));
    outcome.thrown.values().stream()
        .flatMap(Set::stream)
        .forEach(state -> oracle.judge.leaves(state, program.contract()));
    return new Answer(oracle.judge.first, oracle.judge.all);
  }

  /** On entry exactly what the contract says is held. */
  private static Set<State> beginnings(List<Clause> contract) {
    Set<State> result = new LinkedHashSet<>();
    for (int bits = 0; bits < 4; bits++) {
      result.add(
          State.start(
              (bits & 1) > 0,
              (bits & 2) > 0,
              lock -> contract.stream().mapToInt(clause -> clause.before(lock)).max().orElse(0)));
    }
    return result;
  }

  /** Parameters that are nodes may be null. */
  private static Set<State> withNodes() {
    Set<State> result = new LinkedHashSet<>();
    for (State state : beginnings(List.of())) {
      if (!state.second()) {
        Nodes.starts().forEach(nodes -> result.add(state.with(nodes)));
      }
    }
    return result;
  }

  /**
   * A helper is to leave the locks as it found them whether it is called or not. Everything that it
   * may need is held.
   */
  private void alone(Helper helper) {
    State unlocked = State.start(false, false, lock -> lock == Lock.MONITOR ? 1 : 0);
    block(helper.body, Set.of(unlocked.bad()));
    judge.all.removeIf(violation -> violation.kind() != Kind.DOUBLE);
    State locked = State.start(false, false, lock -> lock == Lock.READ ? 0 : 1);
    call(new Statement.CallHelper(helper), Set.of(locked.bad()));
  }

  private Outcome block(List<Statement> body, Set<State> from) {
    Outcome result = new Outcome();
    Set<State> at = from;
    for (Statement each : body) {
      Outcome next = statement(each, at);
      result.addAbrupt(next);
      at = next.normal;
    }
    result.normal.addAll(at);
    return result;
  }

  private Outcome statement(Statement statement, Set<State> from) {
    Outcome result = new Outcome();
    if (statement instanceof Statement.If test) {
      return test(test.condition, test.then, test.otherwise, from);
    } else if (statement instanceof Statement.IfTry attempt) {
      return attempt(attempt, from);
    } else if (statement instanceof Loop loop) {
      return loop(loop, from);
    } else if (statement instanceof Statement.Switch choice) {
      return cases(choice, from);
    } else if (statement instanceof Statement.Try attempt) {
      return attempt(attempt, from);
    } else if (statement instanceof Statement.Synchronized monitor) {
      return monitor(monitor, from);
    } else if (statement instanceof Statement.CallHelper call) {
      return call(call, from);
    } else if (statement instanceof Statement.Jump jump) {
      (jump.goesOn ? result.continues : result.breaks).put(jump.target, new LinkedHashSet<>(from));
    } else if (statement instanceof Statement.Return exit) {
      returned(exit, from, result);
    } else if (statement instanceof Statement.ReturnTry exit) {
      calls
          .ask(exit.callee, exit, from, result)
          .forEach((value, states) -> Outcome.add(result.returned, value, states));
    } else if (statement instanceof Statement.Throw) {
      result.thrown.put(Thrown.ILLEGAL_STATE, new LinkedHashSet<>(from));
    } else if (statement instanceof Statement.Invoke invoke) {
      result.normal.addAll(
          calls.after(invoke.callee, calls.begun(invoke.callee, invoke, from, result), true));
    } else if (statement instanceof Statement.Stamped call) {
      result.normal.addAll(stampCalls.after(call, from));
    } else if (statement instanceof Statement.Noded use) {
      result.normal.addAll(nodeCalls.after(use, from, result));
    } else if (statement instanceof Statement.TryFlag attempt) {
      calls
          .ask(attempt.callee, attempt, from, result)
          .forEach((value, states) -> states.forEach(s -> result.normal.add(s.flagged(value))));
    } else {
      from.forEach(state -> result.normal.add(simple(statement, state)));
      if (statement instanceof Statement.Call call) {
        result.mayThrow(from, call.checked);
      }
    }
    return result;
  }

  private State simple(Statement statement, State state) {
    if (statement instanceof Statement.Access access) {
      return judge.access(state, access.field, access);
    }
    return statement instanceof Statement.SetFlag set ? state.flagged(set.value) : state;
  }

  private void returned(Statement.Return exit, Set<State> from, Outcome to) {
    if (exit.result == null) {
      Outcome.add(to.returned, false, from);
      return;
    }
    split(exit.result, from, to)
        .forEach((value, states) -> Outcome.add(to.returned, value, states));
  }

  private Outcome test(
      Condition condition, List<Statement> then, List<Statement> otherwise, Set<State> from) {
    Outcome result = new Outcome();
    Map<Boolean, Set<State>> by = split(condition, from, result);
    return either(result, then, by.get(true), otherwise, by.get(false));
  }

  /** The states by what a condition is in them. */
  private Map<Boolean, Set<State>> split(Condition condition, Set<State> from, Outcome outcome) {
    if (condition instanceof Condition.IsNode test) {
      return split(test, from);
    }
    return condition instanceof Condition.Pair pair
        ? split(pair, from, outcome)
        : split((Condition.Test) condition, from, outcome);
  }

  private Map<Boolean, Set<State>> split(Condition.IsNode condition, Set<State> from) {
    Map<Boolean, Set<State>> by = Map.of(true, new LinkedHashSet<>(), false, new LinkedHashSet<>());
    for (State state : from) {
      boolean value = condition.value(state.nodes());
      by.get(value).add(state);
      if (!correlates) {
        by.get(!value).add(state);
      }
    }
    return by;
  }

  private Map<Boolean, Set<State>> split(Condition.Pair pair, Set<State> from, Outcome outcome) {
    Map<Boolean, Set<State>> first = split(pair.first(), from, outcome);
    Map<Boolean, Set<State>> second = split(pair.second(), first.get(pair.both()), outcome);
    second.get(!pair.both()).addAll(first.get(!pair.both()));
    return second;
  }

  private Map<Boolean, Set<State>> split(
      Condition.Test condition, Set<State> from, Outcome outcome) {
    Map<Boolean, Set<State>> by = Map.of(true, new LinkedHashSet<>(), false, new LinkedHashSet<>());
    for (State state : from) {
      Boolean value = value(condition, state);
      for (boolean each : new boolean[] {true, false}) {
        if (value == null || value == each) {
          by.get(each).add(correlates ? tested(condition, state, each) : state);
        }
      }
    }
    if (condition.variable() == Variable.UNKNOWN) {
      outcome.mayThrow(from, false);
    }
    return by;
  }

  /** The state after a test with that outcome. */
  private static State tested(Condition.Test condition, State state, boolean outcome) {
    int local = condition.variable() == Variable.FIRST_VALID ? 0 : 1;
    boolean invalid = condition.variable().isValidation() && outcome == condition.negated();
    return invalid ? state.sealed(state.seal().invalidated(state.seal().stamp(local))) : state;
  }

  private Outcome either(
      Outcome result,
      List<Statement> then,
      Set<State> yes,
      List<Statement> otherwise,
      Set<State> no) {
    for (Outcome each : List.of(block(then, yes), block(otherwise, no))) {
      result.addAbrupt(each);
      result.normal.addAll(each.normal);
    }
    return result;
  }

  /** Null where it may be either. */
  private Boolean value(Condition.Test condition, State state) {
    if (!correlates && condition.variable() != Variable.ALWAYS) {
      return null;
    }
    Boolean value = value(condition.variable(), state);
    return value == null ? null : value != condition.negated();
  }

  private static Boolean value(Variable variable, State state) {
    Seal seal = state.seal();
    return switch (variable) {
      case ALWAYS -> true;
      case FIRST -> state.first();
      case SECOND -> state.second();
      case FLAG -> state.flag();
      case FIRST_STAMP -> seal.stamp(0) != Seal.ZERO;
      case SECOND_STAMP -> seal.stamp(1) != Seal.ZERO;
      case FIRST_VALID -> seal.isValid(seal.stamp(0));
      case SECOND_VALID -> seal.isValid(seal.stamp(1));
      case UNKNOWN -> null;
    };
  }

  private Outcome attempt(Statement.IfTry attempt, Set<State> from) {
    Outcome result = new Outcome();
    Map<Boolean, Set<State>> by = calls.ask(attempt.callee, attempt, from, result);
    return either(result, attempt.then, by.get(true), attempt.otherwise, by.get(false));
  }

  private Outcome loop(Loop loop, Set<State> from) {
    Outcome result = new Outcome();
    Set<State> entering = new LinkedHashSet<>(from);
    Set<State> left = new LinkedHashSet<>();
    int before;
    do {
      before = entering.size();
      Set<State> inside = new LinkedHashSet<>(entering);
      if (loop.kind == Statement.LoopKind.WHILE) {
        Map<Boolean, Set<State>> by = split(loop.condition, entering, result);
        left.addAll(by.get(false));
        inside = by.get(true);
      } else if (loop.kind == Statement.LoopKind.FOR) {
        left.addAll(entering);
      }
      Outcome turn = block(loop.body, inside);
      Set<State> back = new LinkedHashSet<>(turn.normal);
      back.addAll(turn.continues.getOrDefault(loop, Set.of()));
      left.addAll(turn.breaks.getOrDefault(loop, Set.of()));
      turn.continues.remove(loop);
      turn.breaks.remove(loop);
      result.addAbrupt(turn);
      if (loop.kind == Statement.LoopKind.DO) {
        Map<Boolean, Set<State>> by = split(loop.condition, back, result);
        left.addAll(by.get(false));
        back = by.get(true);
      }
      entering.addAll(back);
    } while (entering.size() > before);
    result.normal.addAll(left);
    return result;
  }

  private Outcome cases(Statement.Switch choice, Set<State> from) {
    Outcome result = new Outcome();
    result.mayThrow(from, false);
    Set<State> falling = new LinkedHashSet<>();
    for (Case each : choice.cases) {
      Set<State> entering = new LinkedHashSet<>(from);
      entering.addAll(falling);
      Outcome one = block(each.body(), entering);
      result.addAbrupt(one);
      falling = each.falls() ? one.normal : new LinkedHashSet<>();
      if (!each.falls()) {
        result.normal.addAll(one.normal);
      }
    }
    result.normal.addAll(falling);
    if (!choice.hasDefault) {
      result.normal.addAll(from);
    }
    return result;
  }

  /** A helper without a contract is to leave the locks as it found them. */
  private Outcome call(Statement.CallHelper call, Set<State> from) {
    Outcome result = new Outcome();
    judge.calls.push(call);
    for (State state : from) {
      Outcome one = block(call.helper.body, Set.of(state));
      one.normal.addAll(one.returned(false));
      one.normal.forEach(after -> result.normal.add(judge.compared(state, after, Kind.LEAK)));
      one.thrown.forEach(
          (kind, states) -> {
            Set<State> leaving = new LinkedHashSet<>();
            states.forEach(after -> leaving.add(judge.compared(state, after, Kind.LEAK_ON_THROW)));
            Outcome.add(result.thrown, kind, leaving);
          });
    }
    judge.calls.pop();
    if (!correlates && !result.thrown.isEmpty()) {
      /* that a helper throws is known of it, but not what */
      result.mayThrow(from, false);
    }
    return result;
  }

  private Outcome monitor(Statement.Synchronized monitor, Set<State> from) {
    return block(monitor.body, shifted(from, 1)).mapped(states -> shifted(states, -1));
  }

  private static Set<State> shifted(Set<State> states, int change) {
    Set<State> result = new LinkedHashSet<>();
    states.forEach(state -> result.add(state.with(Lock.MONITOR, change)));
    return result;
  }

  private Outcome attempt(Statement.Try attempt, Set<State> from) {
    Outcome result = block(attempt.body, from);
    Map<Thrown, Set<State>> thrown = new HashMap<>(result.thrown);
    result.thrown.clear();
    for (Handler handler : attempt.handlers) {
      for (Thrown kind : Thrown.values()) {
        if (handler.caught().catches(kind) && thrown.containsKey(kind)) {
          handle(handler, kind, thrown.remove(kind), result);
        }
      }
    }
    Outcome.addAll(result.thrown, thrown);
    return attempt.last == null ? result : last(attempt.last, result);
  }

  private void handle(Handler handler, Thrown kind, Set<State> states, Outcome result) {
    Outcome handled = block(handler.body(), states);
    result.addAbrupt(handled);
    if (handler.rethrows()) {
      Outcome.addAll(result.thrown, Map.of(kind, handled.normal));
    } else {
      result.normal.addAll(handled.normal);
    }
  }

  /** Runs a {@code finally} block on each way out. */
  private Outcome last(List<Statement> last, Outcome before) {
    Outcome result = new Outcome();
    Outcome after = before.mapped(states -> through(last, states, result));
    result.normal.addAll(after.normal);
    result.addAbrupt(after);
    return result;
  }

  private Set<State> through(List<Statement> last, Set<State> states, Outcome result) {
    Outcome one = block(last, states);
    result.addAbrupt(one);
    return one.normal;
  }
}
