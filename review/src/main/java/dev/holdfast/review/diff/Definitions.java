package dev.holdfast.review.diff;

import dev.holdfast.review.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares two definitions of one lock or state, property by property. */
final class Definitions {
  private Definitions() {}

  record Change(ChangeKind kind, Verdict verdict) {}

  static List<Change> changes(Contract before, Contract after) {
    SortedSet<String> properties = new TreeSet<>(before.attributes().keySet());
    properties.addAll(after.attributes().keySet());
    List<Change> changes = new ArrayList<>();
    Verdict lock = null;
    for (String property : properties) {
      String was = before.attribute(property).replace("?", "");
      String is = after.attribute(property).replace("?", "");
      if (was.equals(is) && before.has(property) == after.has(property)) {
        continue;
      }
      switch (property) {
        case "label" -> changes.add(usual(ChangeKind.LABEL_CHANGED));
        case "within" ->
            changes.add(
                three(
                    was,
                    is,
                    ChangeKind.WITHIN_ADDED,
                    ChangeKind.WITHIN_DROPPED,
                    ChangeKind.WITHIN_CHANGED));
        case "after" ->
            changes.add(
                three(
                    was,
                    is,
                    ChangeKind.ORDER_ADDED,
                    ChangeKind.ORDER_DROPPED,
                    ChangeKind.ORDER_CHANGED));
        default -> {
          Verdict verdict = verdict(property, before, after);
          lock = lock == null || verdict.compareTo(lock) < 0 ? verdict : lock;
        }
      }
    }
    if (lock != null) {
      changes.add(new Change(ChangeKind.LOCK_CHANGED, lock));
    }
    return changes;
  }

  private static Change usual(ChangeKind kind) {
    return new Change(kind, kind.verdict());
  }

  private static Change three(
      String was, String is, ChangeKind added, ChangeKind dropped, ChangeKind changed) {
    ChangeKind kind = was.isEmpty() ? added : is.isEmpty() ? dropped : changed;
    return usual(kind);
  }

  private static Verdict verdict(String property, Contract before, Contract after) {
    return switch (property) {
      case "reentrant" -> after.has(property) ? Verdict.COMPATIBLE : Verdict.BREAKING;
      case "shared" -> after.has(property) ? Verdict.BREAKING : Verdict.COMPATIBLE;
      case "implied-by" -> more(before, after, property) ? Verdict.RISKY : Verdict.BREAKING;
      case "needs" ->
          before.has(property) && (!after.has(property) || more(before, after, property))
              ? Verdict.RISKY
              : Verdict.BREAKING;
      case "excludes" -> more(after, before, property) ? Verdict.RISKY : Verdict.BREAKING;
      default -> Verdict.BREAKING;
    };
  }

  /** Whether the second lists all that the first does. */
  private static boolean more(Contract fewer, Contract more, String property) {
    return parts(more, property).containsAll(parts(fewer, property));
  }

  private static List<String> parts(Contract contract, String property) {
    String value = contract.attribute(property);
    return value.isEmpty() ? List.of() : List.of(value.split(" \\| "));
  }
}
