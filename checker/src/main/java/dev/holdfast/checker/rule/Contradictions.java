package dev.holdfast.checker.rule;

import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.contract.Problem;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** Finds two clauses of one contract that no call could satisfy together. */
final class Contradictions {
  private Contradictions() {}

  /** The first contradiction in a method's contract, at the later clause of the two. */
  static Optional<Problem> in(Contract contract, ExecutableElement method) {
    for (Clause first : contract.clauses()) {
      for (Clause second : contract.clauses()) {
        if (contradicts(first, second) && first.origin().element() != null) {
          Origin origin = second.origin().element() == null ? first.origin() : second.origin();
          String message = "contradicts " + first.origin().text() + " of the same lock";
          return Optional.of(new Problem(method, origin.annotation(), message));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean contradicts(Clause first, Clause second) {
    if (first.locks().size() != 1
        || second.locks().size() != 1
        || first.origin().source() == Origin.Source.MODEL) {
      return false;
    }
    LockRef a = first.lock();
    LockRef b = second.lock();
    if (a.lock() != b.lock()) {
      return false;
    }
    return switch (first.kind()) {
      case REQUIRES ->
          second.kind() == Clause.Kind.EXCLUDES
                  && (b.mode() == null || a.exclusiveUnlessNamed() == b.mode())
              || second.kind() == Clause.Kind.ACQUIRES && !second.flag();
      case ACQUIRES ->
          second.kind() == Clause.Kind.RELEASES
              || second.kind() == Clause.Kind.DOWNGRADES && a.exclusiveUnlessNamed() == Mode.READ;
      case EXCLUDES ->
          second.kind() == Clause.Kind.RELEASES || second.kind() == Clause.Kind.DOWNGRADES;
      case ESTABLISHES -> second.kind() == Clause.Kind.ENDS;
      default -> false;
    };
  }
}
