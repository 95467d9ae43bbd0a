package dev.holdfast.checker.rule;

import dev.holdfast.checker.contract.Circles;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Problem;
import dev.holdfast.checker.path.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** An order of lock fields that leads back to its start binds nobody. */
final class FieldOrderRule {
  private final Contracts contracts;
  private final Map<Element, Map<VariableElement, Set<VariableElement>>> steps = new HashMap<>();

  FieldOrderRule(Contracts contracts) {
    this.contracts = contracts;
  }

  /** Notes each field that is no lock, and each circle at the first field of the type on it. */
  void check(TypeElement type) {
    if (steps(type).isEmpty()) {
      return;
    }
    List<VariableElement> fields = ElementFilter.fieldsIn(type.getEnclosedElements());
    for (VariableElement field : fields) {
      if (field.asType().getKind().isPrimitive() && contracts.orderAnnotation(field) != null) {
        report(field, "'" + field.getSimpleName() + "' is of a primitive type and no lock");
      }
    }
    for (Set<VariableElement> circle : Circles.of(fields, this::after)) {
      fields.stream().filter(circle::contains).findFirst().ifPresent(this::reportCircle);
    }
  }

  private void reportCircle(VariableElement field) {
    report(field, "the declared order leads from '" + field.getSimpleName() + "' back to itself");
  }

  private void report(VariableElement field, String what) {
    contracts.addProblem(new Problem(field, contracts.orderAnnotation(field), what));
  }

  /** The fields that are declared to come after one, by itself or by a field of its type. */
  private Set<VariableElement> after(VariableElement field) {
    return steps(field.getEnclosingElement()).getOrDefault(field, Set.of());
  }

  private Map<VariableElement, Set<VariableElement>> steps(Element type) {
    return steps.computeIfAbsent(type, this::readSteps);
  }

  private Map<VariableElement, Set<VariableElement>> readSteps(Element type) {
    Map<VariableElement, Set<VariableElement>> result = new HashMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      for (LockRef ref : contracts.order(field, true)) {
        add(fieldOf(ref), field, result);
      }
      for (LockRef ref : contracts.order(field, false)) {
        add(field, fieldOf(ref), result);
      }
    }
    return result;
  }

  private static void add(
      VariableElement before,
      VariableElement after,
      Map<VariableElement, Set<VariableElement>> steps) {
    if (before != null && after != null) {
      steps.computeIfAbsent(before, each -> new LinkedHashSet<>()).add(after);
    }
  }

  /** The field of the same instance, or the static one, that a lock is; else null. */
  private static VariableElement fieldOf(LockRef ref) {
    Path at = ref.lock().kind == Path.Kind.MONITOR ? ref.lock().base : ref.lock();
    boolean own = at.base == null || at.base.base == null && at.base.kind != Path.Kind.FIELD;
    return at.kind == Path.Kind.FIELD && own ? (VariableElement) at.key : null;
  }
}
