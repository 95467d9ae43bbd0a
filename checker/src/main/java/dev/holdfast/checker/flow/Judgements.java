package dev.holdfast.checker.flow;

import java.util.HashMap;
import java.util.Map;

/**
 * What the bodies of one top-level class tell of its methods: each is judged once, when somebody
 * asks. Meanwhile bodies that call each other go by what is assumed.
 *
 * @param <K> what is judged: a method, or what belongs to one
 * @param <V> what is found out
 */
abstract class Judgements<K, V> {
  private final V assumed;
  private final Map<K, V> known = new HashMap<>();

  Judgements(V assumed) {
    this.assumed = assumed;
  }

  final V of(K subject) {
    V found = known.get(subject);
    if (found == null) {
      known.put(subject, assumed);
      found = judge(subject);
      known.put(subject, found);
    }
    return found;
  }

  /** Looks into what runs; it may ask for others. */
  abstract V judge(K subject);
}
