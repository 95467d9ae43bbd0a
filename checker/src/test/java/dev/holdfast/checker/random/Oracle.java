package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Statement.Case;
import dev.holdfast.checker.random.Statement.Condition;
import dev.holdfast.checker.random.Statement.Handler;
import dev.holdfast.checker.random.Statement.Helper;
import dev.holdfast.checker.random.Statement.Lock;
import dev.holdfast.checker.random.Statement.Loop;
import dev.holdfast.checker.random.Statement.Thrown;
import dev.holdfast.checker.random.Statement.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
  /** Something that is wrong on a path. */
  enum Kind {
    ACCESS,
    RELEASE,
    UPGRADE,
    LEAK,
    LEAK_ON_THROW
  }

  /** One such thing with the lock of a name, at a statement; at none for a leak. */
  record Violation(Kind kind, String lock, Statement at) {}

  /** A program that takes a lock more often than this is left alone. */
  private static final int DEEPEST_HOLD = 4;

  /** The program takes a lock too often in a row. */
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What a path has come to. {@code wrong} says that something was wrong on it already. */
  private record State(
      boolean first,
      boolean second,
      boolean flag,
      int plain,
      int read,
      int write,
      int monitor,
      boolean wrong) {

    State flagged(boolean value) {
      return new State(first, second, value, plain, read, write, monitor, wrong);
    }

    State bad() {
      return new State(first, second, flag, plain, read, write, monitor, true);
    }

    int held(Lock lock) {
      return switch (lock) {
        case PLAIN -> plain;
        case READ -> read;
        case WRITE -> write;
      };
    }

    State with(Lock lock, int change) {
      if (held(lock) + change > DEEPEST_HOLD) {
        throw new TooDeep();
      }
      return new State(
          first,
          second,
          flag,
          lock == Lock.PLAIN ? plain + change : plain,
          lock == Lock.READ ? read + change : read,
          lock == Lock.WRITE ? write + change : write,
          monitor,
          wrong);
    }

    State inMonitor(int change) {
      return new State(first, second, flag, plain, read, write, monitor + change, wrong);
    }
  }

  /** How control leaves a statement. */
  private static final class Outcome {
    final Set<State> normal = new LinkedHashSet<>();
    final Set<State> returned = new LinkedHashSet<>();
    final Map<Thrown, Set<State>> thrown = new HashMap<>();
    final Map<Loop, Set<State>> breaks = new IdentityHashMap<>();
    final Map<Loop, Set<State>> continues = new IdentityHashMap<>();

    void addAbrupt(Outcome other) {
      returned.addAll(other.returned);
      addAll(thrown, other.thrown);
      addAll(breaks, other.breaks);
      addAll(continues, other.continues);
    }

    private static <K> void addAll(Map<K, Set<State>> to, Map<K, Set<State>> from) {
      from.forEach(
          (key, states) -> to.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(states));
    }
  }

  private final boolean correlates;
  private final Set<Violation> first = new LinkedHashSet<>();
  private final Set<Violation> all = new LinkedHashSet<>();
  private final Deque<Statement> calls = new ArrayDeque<>();

  /**
   * @param correlates whether a variable keeps its value; else each test may go either way
   */
  private Oracle(boolean correlates) {
    this.correlates = correlates;
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
    Set<State> start = new LinkedHashSet<>();
    for (int bits = 0; bits < 4; bits++) {
      start.add(new State((bits & 1) > 0, (bits & 2) > 0, false, 0, 0, 0, 0, false));
    }
    Outcome outcome = oracle.block(program.body(), start);
    oracle.left(outcome.normal, Kind.LEAK);
    oracle.left(outcome.returned, Kind.LEAK);
    outcome.thrown.values().forEach(states -> oracle.left(states, Kind.LEAK_ON_THROW));
    return new Answer(oracle.first, oracle.all);
  }

  /**
   * A helper is to leave the locks as it found them whether it is called or not. Everything that it
   * may need is held.
   */
  private void alone(Helper helper) {
    State unlocked = new State(false, false, false, 0, 0, 0, 1, true);
    block(helper.body, Set.of(unlocked));
    all.removeIf(violation -> violation.kind() != Kind.UPGRADE);
    State locked = new State(false, false, false, 1, 0, 1, 1, true);
    call(new Statement.CallHelper(helper), Set.of(locked));
  }

  private void left(Set<State> states, Kind kind) {
    for (State state : states) {
      if (state.plain > 0) {
        violate(state, kind, Lock.PLAIN.object, null);
      }
      if (state.read + state.write > 0) {
        violate(state, kind, Lock.READ.object, null);
      }
    }
  }

  private State violate(State state, Kind kind, String lock, Statement at) {
    Violation violation = new Violation(kind, lock, at);
    all.add(violation);
    calls.forEach(call -> all.add(new Violation(kind, lock, call)));
    /* what a helper takes under a condition is not held against its callers */
    boolean mayBeSilent = kind == Kind.UPGRADE && !calls.isEmpty();
    if (!state.wrong && !mayBeSilent) {
      first.add(violation);
    }
    return state.bad();
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
    } else if (statement instanceof Statement.Return) {
      result.returned.addAll(from);
    } else if (statement instanceof Statement.Throw) {
      result.thrown.put(Thrown.ILLEGAL_STATE, new LinkedHashSet<>(from));
    } else {
      for (State state : from) {
        simple(statement, state, result.normal);
      }
      if (statement instanceof Statement.Call call) {
        mayThrow(from, call.checked, result);
      }
    }
    return result;
  }

  private static void mayThrow(Set<State> from, boolean checked, Outcome result) {
    Set<Thrown> kinds =
        checked ? EnumSet.allOf(Thrown.class) : EnumSet.complementOf(EnumSet.of(Thrown.CHECKED));
    for (Thrown kind : kinds) {
      result.thrown.computeIfAbsent(kind, k -> new LinkedHashSet<>()).addAll(from);
    }
  }

  private void simple(Statement statement, State state, Set<State> to) {
    if (statement instanceof Statement.Acquire acquire) {
      boolean upgrade = acquire.lock == Lock.WRITE && state.read > 0 && state.write == 0;
      to.add(
          (upgrade ? violate(state, Kind.UPGRADE, acquire.lock.object, statement) : state)
              .with(acquire.lock, 1));
    } else if (statement instanceof Statement.Release release) {
      to.add(
          state.held(release.lock) == 0
              ? violate(state, Kind.RELEASE, release.lock.object, statement)
              : state.with(release.lock, -1));
    } else if (statement instanceof Statement.Access access) {
      boolean safe =
          switch (access.field) {
            case PLAIN -> state.plain > 0;
            case READ -> state.read + state.write > 0;
            case WRITE -> state.write > 0;
            case MONITOR -> state.monitor > 0;
          };
      to.add(safe ? state : violate(state, Kind.ACCESS, access.field.lock, statement));
    } else if (statement instanceof Statement.SetFlag set) {
      to.add(state.flagged(set.value));
    } else if (statement instanceof Statement.TryFlag attempt) {
      to.add(state.flagged(false));
      if (canTake(attempt.lock, state)) {
        to.add(state.flagged(true).with(attempt.lock, 1));
      }
    } else {
      to.add(state);
    }
  }

  /** A write lock cannot be had while the thread reads. */
  private boolean canTake(Lock lock, State state) {
    return !correlates || lock != Lock.WRITE || state.read == 0 || state.write > 0;
  }

  private Outcome test(
      Condition condition, List<Statement> then, List<Statement> otherwise, Set<State> from) {
    Outcome result = new Outcome();
    Set<State> yes = new LinkedHashSet<>();
    Set<State> no = new LinkedHashSet<>();
    for (State state : from) {
      Boolean value = value(condition, state);
      if (value == null || value) {
        yes.add(state);
      }
      if (value == null || !value) {
        no.add(state);
      }
    }
    if (condition.variable() == Variable.UNKNOWN) {
      mayThrow(from, false, result);
    }
    return either(result, then, yes, otherwise, no);
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
  private Boolean value(Condition condition, State state) {
    if (!correlates) {
      return null;
    }
    return switch (condition.variable()) {
      case FIRST -> state.first != condition.negated();
      case SECOND -> state.second != condition.negated();
      case FLAG -> state.flag != condition.negated();
      case UNKNOWN -> null;
    };
  }

  private Outcome attempt(Statement.IfTry attempt, Set<State> from) {
    Set<State> taken = new LinkedHashSet<>();
    for (State state : from) {
      if (canTake(attempt.lock, state)) {
        taken.add(state.with(attempt.lock, 1));
      }
    }
    return either(new Outcome(), attempt.then, taken, attempt.otherwise, from);
  }

  private Outcome loop(Loop loop, Set<State> from) {
    Outcome result = new Outcome();
    Set<State> entering = new LinkedHashSet<>(from);
    Set<State> left = new LinkedHashSet<>();
    int before;
    do {
      before = entering.size();
      if (loop.kind != Statement.LoopKind.DO) {
        left.addAll(entering);
      }
      if (loop.kind == Statement.LoopKind.WHILE) {
        mayThrow(entering, false, result);
      }
      Outcome turn = block(loop.body, new LinkedHashSet<>(entering));
      Set<State> back = new LinkedHashSet<>(turn.normal);
      back.addAll(turn.continues.getOrDefault(loop, Set.of()));
      left.addAll(turn.breaks.getOrDefault(loop, Set.of()));
      turn.continues.remove(loop);
      turn.breaks.remove(loop);
      result.addAbrupt(turn);
      if (loop.kind == Statement.LoopKind.DO) {
        mayThrow(back, false, result);
        left.addAll(back);
      }
      entering.addAll(back);
    } while (entering.size() > before);
    result.normal.addAll(left);
    return result;
  }

  private Outcome cases(Statement.Switch choice, Set<State> from) {
    Outcome result = new Outcome();
    mayThrow(from, false, result);
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
    calls.push(call);
    for (State state : from) {
      Outcome one = block(call.helper.body, Set.of(state));
      one.normal.addAll(one.returned);
      one.normal.forEach(after -> result.normal.add(compared(state, after, Kind.LEAK)));
      one.thrown.forEach(
          (kind, states) -> {
            Set<State> leaving = new LinkedHashSet<>();
            states.forEach(after -> leaving.add(compared(state, after, Kind.LEAK_ON_THROW)));
            Outcome.addAll(result.thrown, Map.of(kind, leaving));
          });
    }
    calls.pop();
    if (!correlates && !result.thrown.isEmpty()) {
      /* that a helper throws is known of it, but not what */
      mayThrow(from, false, result);
    }
    return result;
  }

  private State compared(State before, State after, Kind leak) {
    State result = after;
    for (Lock lock : Lock.values()) {
      int change = after.held(lock) - before.held(lock);
      if (change > 0) {
        result = violate(result, leak, lock.object, null);
      } else if (change < 0) {
        result = violate(result, Kind.RELEASE, lock.object, null);
      }
    }
    return result;
  }

  private Outcome monitor(Statement.Synchronized monitor, Set<State> from) {
    return mapped(block(monitor.body, shifted(from, 1)));
  }

  private static Set<State> shifted(Set<State> states, int change) {
    Set<State> result = new LinkedHashSet<>();
    states.forEach(state -> result.add(state.inMonitor(change)));
    return result;
  }

  /** The same after leaving a monitor. */
  private static Outcome mapped(Outcome inside) {
    Outcome result = new Outcome();
    result.normal.addAll(shifted(inside.normal, -1));
    result.returned.addAll(shifted(inside.returned, -1));
    inside.thrown.forEach((kind, states) -> result.thrown.put(kind, shifted(states, -1)));
    inside.breaks.forEach((loop, states) -> result.breaks.put(loop, shifted(states, -1)));
    inside.continues.forEach((loop, states) -> result.continues.put(loop, shifted(states, -1)));
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
    result.normal.addAll(through(last, before.normal, result));
    result.returned.addAll(through(last, before.returned, result));
    before.thrown.forEach(
        (kind, states) ->
            Outcome.addAll(result.thrown, Map.of(kind, through(last, states, result))));
    before.breaks.forEach(
        (loop, states) ->
            Outcome.addAll(result.breaks, Map.of(loop, through(last, states, result))));
    before.continues.forEach(
        (loop, states) ->
            Outcome.addAll(result.continues, Map.of(loop, through(last, states, result))));
    return result;
  }

  private Set<State> through(List<Statement> last, Set<State> states, Outcome result) {
    Outcome one = block(last, states);
    result.addAbrupt(one);
    return one.normal;
  }
}
