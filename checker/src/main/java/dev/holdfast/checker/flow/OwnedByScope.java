package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * A lock that constructors of a scope say they take: when the scope is closed it is held, and is to
 * be given up.
 *
 * @param lock by its name in contracts of the methods of the scope
 * @param mode in which it is taken; null where constructors differ
 * @param clause where that is said first
 */
record OwnedByScope(Path lock, Mode mode, Clause clause) {
  /** Those that a field of the scope leads to, by their names in contracts of its methods. */
  static Map<Path, OwnedByScope> of(TypeElement scope, Contracts contracts) {
    Map<Path, OwnedByScope> result = new LinkedHashMap<>();
    for (ExecutableElement constructor :
        ElementFilter.constructorsIn(scope.getEnclosedElements())) {
      Map<Integer, VariableElement> keeping = keeping(constructor, contracts);
      Contract contract = contracts.of(constructor);
      for (Clause clause : contract.clauses(Clause.Kind.ACQUIRES)) {
        Path self = contracts.pool().param(-1, scope.asType());
        Path lock =
            contracts
                .pool()
                .substitute(
                    clause.lock().lock(),
                    root -> {
                      VariableElement field = isArgument(root) ? keeping.get(root.key) : null;
                      return field == null ? null : contracts.pool().field(self, field);
                    });
        if (!contract.isUnchecked() && !lock.any(OwnedByScope::isArgument)) {
          result.merge(
              lock,
              new OwnedByScope(lock, clause.lock().exclusiveUnlessNamed(), clause),
              OwnedByScope::or);
        }
      }
    }
    return result;
  }

  /** The first field that keeps each argument for good, by the argument's index. */
  private static Map<Integer, VariableElement> keeping(
      ExecutableElement constructor, Contracts contracts) {
    Map<VariableElement, Integer> copies = contracts.copies(constructor);
    Map<Integer, VariableElement> result = new HashMap<>();
    for (VariableElement field :
        ElementFilter.fieldsIn(constructor.getEnclosingElement().getEnclosedElements())) {
      if (copies.containsKey(field)) {
        result.putIfAbsent(copies.get(field), field);
      }
    }
    return result;
  }

  /** After the construction an argument has no name, unless a field keeps it. */
  private static boolean isArgument(Path step) {
    return step.kind == Kind.PARAM && (Integer) step.key >= 0;
  }

  private OwnedByScope or(OwnedByScope other) {
    return mode == other.mode ? this : new OwnedByScope(lock, null, clause);
  }
}
