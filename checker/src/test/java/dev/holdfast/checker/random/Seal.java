package dev.holdfast.checker.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * The lock with stamps, and the two locals that stamps are kept in.
 *
 * @param holds the view of each hold by its number, which is from one on
 * @param stamps what the locals hold: the number of a hold, or what is none
 * @param blurred whether a hold is under a stamp that nobody knows: one of a contract, or of two
 */
record Seal(Map<Integer, Lock> holds, List<Integer> stamps, boolean blurred) {
  static final int ZERO = 0;

  /** A stamp of a hold that has ended. */
  static final int SPENT = -1;

  static final int OPTIMISTIC = -2;

  /** The lock when a method begins. */
  static Seal start(ToIntFunction<Lock> held) {
    Map<Integer, Lock> holds = new TreeMap<>();
    for (Lock view : Lock.SEALS) {
      for (int i = held.applyAsInt(view); i > 0; i--) {
        holds.put(holds.size() + 1, view);
      }
    }
    return new Seal(holds, List.of(ZERO, ZERO), !holds.isEmpty());
  }

  int held(Lock view) {
    return (int) holds.values().stream().filter(each -> each == view).count();
  }

  int stamp(int local) {
    return stamps.get(local);
  }

  /** The lock with another stamp in a local. */
  Seal with(int local, int stamp) {
    List<Integer> next = new ArrayList<>(stamps);
    next.set(local, stamp);
    return new Seal(holds, next, blurred);
  }

  /** The lock taken once more, the stamp in a local. */
  Seal taken(Lock view, int local) {
    int number = 1;
    while (holds.containsKey(number)) {
      number++;
    }
    if (number > State.DEEPEST_HOLD) {
      throw new State.Undecided();
    }
    Seal before = view == Lock.SEAL_WRITE ? spent(OPTIMISTIC) : this;
    Map<Integer, Lock> next = new TreeMap<>(holds);
    next.put(number, view);
    return new Seal(next, before.stamps, !holds.isEmpty()).with(local, number);
  }

  /** The lock without a hold. */
  Seal released(int number) {
    Map<Integer, Lock> next = new TreeMap<>(holds);
    next.remove(number);
    return new Seal(next, spent(number).stamps, blurred && !next.isEmpty());
  }

  /** The lock with a hold in that mode, under another stamp unless it was in that mode already. */
  Seal converted(int number, Lock view, int local) {
    if (holds.get(number) == view) {
      return with(local, number);
    }
    return released(number).taken(view, local);
  }

  private Seal spent(int stamp) {
    List<Integer> next = stamps.stream().map(each -> each == stamp ? SPENT : each).toList();
    return new Seal(holds, next, blurred);
  }

  /**
   * Whether a stamp is zero, or valid; null where it may be either. That of a hold that has ended
   * stays valid for as long as another hold keeps writers out, of which nothing is known here.
   */
  Boolean isValid(int stamp) {
    if (stamp == SPENT && !holds.isEmpty()) {
      throw new State.Undecided();
    }
    return stamp == ZERO ? Boolean.FALSE : stamp > 0 ? Boolean.TRUE : null;
  }

  /** The lock after an optimistic stamp was found to be invalid. */
  Seal invalidated(int stamp) {
    return stamp == OPTIMISTIC ? spent(OPTIMISTIC) : this;
  }

  /** The holds that a release in that mode may be of, if it goes by no stamp; null is any mode. */
  Set<Integer> fitting(Lock view) {
    Set<Integer> result = new HashSet<>(holds.keySet());
    result.removeIf(number -> view != null && holds.get(number) != view);
    return result;
  }
}
