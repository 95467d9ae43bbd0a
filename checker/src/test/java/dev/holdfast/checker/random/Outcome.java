package dev.holdfast.checker.random;

import dev.holdfast.checker.random.Statement.Loop;
import dev.holdfast.checker.random.Statement.Thrown;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How control leaves a statement. */
final class Outcome {
  final Set<State> normal = new LinkedHashSet<>();

  /** By the result; {@code false} where there is none. */
  final Map<Boolean, Set<State>> returned = new HashMap<>();

  final Map<Thrown, Set<State>> thrown = new HashMap<>();
  final Map<Loop, Set<State>> breaks = new IdentityHashMap<>();
  final Map<Loop, Set<State>> continues = new IdentityHashMap<>();

  /** The states that return a result. */
  Set<State> returned(boolean result) {
    return returned.computeIfAbsent(result, key -> new LinkedHashSet<>());
  }

  void addAbrupt(Outcome other) {
    addAll(returned, other.returned);
    addAll(thrown, other.thrown);
    addAll(breaks, other.breaks);
    addAll(continues, other.continues);
  }

  static <K> void addAll(Map<K, Set<State>> to, Map<K, Set<State>> from) {
    from.forEach((key, states) -> add(to, key, states));
  }

  static <K> void add(Map<K, Set<State>> to, K key, Collection<State> states) {
    to.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(states);
  }

  /** Something unknown happens: all but checked exceptions may be thrown, or those too. */
  void mayThrow(Collection<State> from, boolean checked) {
    for (Thrown kind :
        checked ? EnumSet.allOf(Thrown.class) : EnumSet.complementOf(EnumSet.of(Thrown.CHECKED))) {
      add(thrown, kind, from);
    }
  }

  /** The same with a change of all states. */
  Outcome mapped(UnaryOperator<Set<State>> change) {
    Outcome result = new Outcome();
    result.normal.addAll(change.apply(normal));
    returned.forEach((key, states) -> add(result.returned, key, change.apply(states)));
    thrown.forEach((key, states) -> add(result.thrown, key, change.apply(states)));
    breaks.forEach((key, states) -> add(result.breaks, key, change.apply(states)));
    continues.forEach((key, states) -> add(result.continues, key, change.apply(states)));
    return result;
  }
}
