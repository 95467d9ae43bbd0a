package dev.holdfast.checker.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the bodies of one top-level class tell of its methods: each is judged once, when somebody
 * asks. Meanwhile bodies that call each other go by what is assumed; where something else comes of
 * it, they are judged again, by that.
 *
 * @param <K> what is judged: a method, or what belongs to one
 * @param <V> what is found out
 */
abstract class Judgements<K, V> {
  private final V assumed;
  private final Map<K, V> known = new HashMap<>();

  /** What was judged, or is being judged, in the order in which that began. */
  private final List<K> begun = new ArrayList<>();

  /** What others asked for that was not judged yet. */
  private final Set<K> relied = new HashSet<>();

  private final Set<K> unfinished = new HashSet<>();

  Judgements(V assumed) {
    this.assumed = assumed;
  }

  final V of(K subject) {
    V found = known.get(subject);
    if (found == null) {
      found = assumed;
      begun.add(subject);
      int others = begun.size();
      unfinished.add(subject);
      V before;
      do {
        before = found;
        List<K> doubtful = begun.subList(others, begun.size());
        doubtful.forEach(known::remove);
        doubtful.clear();
        relied.remove(subject);
        known.put(subject, before);
        found = judge(subject);
      } while (relied.contains(subject) && !found.equals(before));
      unfinished.remove(subject);
      known.put(subject, found);
    } else if (unfinished.contains(subject)) {
      relied.add(subject);
    }
    return found;
  }

  /** Looks into what runs; it may ask for others. */
  abstract V judge(K subject);
}
