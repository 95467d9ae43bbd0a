package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Judge.Kind;
import dev.holdfast.checker.random.Statement.Stamped;
import java.util.LinkedHashSet;
import java.util.Set;

/** Runs calls of the lock with stamps. */
final class StampCalls {
  private final Judge judge;

  StampCalls(Judge judge) {
    this.judge = judge;
  }

  /** The states after a call. */
  Set<State> after(Stamped call, Set<State> from) {
    Set<State> result = new LinkedHashSet<>();
    for (State state : from) {
      switch (call.action) {
        case TAKE -> result.add(taken(call, state));
        case TRY -> attempt(call, state, result);
        case RELEASE -> release(call, state, result);
        case CONVERT -> convert(call, state, result);
        case LOOK -> look(call, state, result);
        case COPY -> result.add(withStamp(state, call, state.seal().stamp(call.stamp)));
      }
    }
    return result;
  }

  private static State withStamp(State state, Stamped call, int stamp) {
    return state.sealed(state.seal().with(call.target, stamp));
  }

  /** It cannot be taken by who holds it. */
  private State taken(Stamped call, State state) {
    boolean again = state.heldInAnyMode(call.view) > 0;
    State before = again ? judge.wrong(state, Kind.DOUBLE, call.view, call) : state;
    return before.sealed(before.seal().taken(call.view, call.target));
  }

  private void attempt(Stamped call, State state, Set<State> to) {
    to.add(withStamp(state, call, Seal.ZERO));
    if (canBeHad(call.view, state) || judge.isBlind()) {
      to.add(state.sealed(state.seal().taken(call.view, call.target)));
    }
  }

  private static boolean canBeHad(Lock view, State state) {
    return state.held(Lock.SEAL_WRITE) == 0
        && (view == Lock.SEAL_READ || state.held(Lock.SEAL_READ) == 0);
  }

  /** A release by a wrong stamp may be of a hold whose stamp nobody knows. */
  private void release(Stamped call, State state, Set<State> to) {
    Seal seal = state.seal();
    int stamp = seal.stamp(call.stamp);
    Set<Integer> fitting = seal.fitting(call.view);
    if (fitting.contains(stamp)) {
      to.add(state.sealed(seal.released(stamp)));
    } else if (fitting.isEmpty() || !seal.blurred()) {
      to.add(judge.wrong(state, Kind.RELEASE, Lock.SEAL_WRITE, call));
    } else {
      to.add(judge.disputable(state, Kind.RELEASE, Lock.SEAL_WRITE, call));
    }
    if (seal.blurred()) {
      fitting.forEach(each -> to.add(state.bad().sealed(seal.released(each))));
    }
  }

  private void convert(Stamped call, State state, Set<State> to) {
    Seal seal = state.seal();
    if (seal.blurred()) {
      throw new State.Undecided();
    }
    int stamp = seal.stamp(call.stamp);
    if (stamp > 0) {
      to.add(state.sealed(seal.converted(stamp, call.view, call.target)));
    } else if (stamp == Seal.OPTIMISTIC && canBeHad(call.view, state)) {
      to.add(state.sealed(seal.taken(call.view, call.target)));
    }
    boolean sure =
        stamp > 0 && (call.view == Lock.SEAL_READ || seal.holds().get(stamp) == call.view);
    if (!sure) {
      to.add(withStamp(state, call, Seal.ZERO));
    }
  }

  private static void look(Stamped call, State state, Set<State> to) {
    to.add(withStamp(state, call, Seal.ZERO));
    if (state.held(Lock.SEAL_WRITE) == 0) {
      to.add(withStamp(state, call, Seal.OPTIMISTIC));
    }
  }
}
