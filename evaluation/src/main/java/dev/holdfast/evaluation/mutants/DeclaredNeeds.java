package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/**
 * Reads what fields and methods say about the locks they need: by annotation, or by a leading
 * assertion.
 */
final class DeclaredNeeds {
  private static final Set<String> ANNOTATIONS = Set.of("GuardedBy", "Requires", "Holding");
  private final SourceUnit unit;
  private final Map<Element, List<Need>> known = new HashMap<>();

  DeclaredNeeds(SourceUnit unit) {
    this.unit = unit;
  }

  /** The locks that a use of a member needs; empty for elements that are no fields or methods. */
  List<Need> of(Element member) {
    if (member == null || !(member.getKind().isField() || member.getKind() == ElementKind.METHOD)) {
      return List.of();
    }
    return known.computeIfAbsent(member, this::read);
  }

  private List<Need> read(Element member) {
    List<Need> needs = new ArrayList<>();
    for (AnnotationMirror annotation : member.getAnnotationMirrors()) {
      Element type = annotation.getAnnotationType().asElement();
      if (ANNOTATIONS.contains(type.getSimpleName().toString())) {
        annotation.getElementValues().values().forEach(value -> addStrings(value, needs));
      }
    }
    if (member instanceof ExecutableElement method) {
      MethodTree tree = unit.trees().getTree(method);
      if (tree != null && tree.getBody() != null) {
        addLeadingAssertions(tree.getBody().getStatements(), needs);
      }
    }
    return List.copyOf(needs);
  }

  private static void addStrings(AnnotationValue value, List<Need> needs) {
    if (value.getValue() instanceof String text) {
      needs.add(new Need(text, ContractKind.DECLARED));
    } else if (value.getValue() instanceof List<?> several) {
      for (Object element : several) {
        addStrings((AnnotationValue) element, needs);
      }
    }
  }

  private void addLeadingAssertions(List<? extends StatementTree> statements, List<Need> needs) {
    for (StatementTree statement : statements) {
      if (!(statement instanceof AssertTree assertion)) {
        return;
      }
      String lock = heldLock(assertion.getCondition());
      if (!lock.isEmpty()) {
        needs.add(new Need(lock, ContractKind.ASSERTED));
      }
    }
  }

  /** The lock that a condition says is held; empty where it says nothing of the kind. */
  private String heldLock(ExpressionTree condition) {
    if (!(condition instanceof MethodInvocationTree call)
        || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return "";
    }
    return switch (select.getIdentifier().toString()) {
      case "holdsLock" -> unit.source(call.getArguments().get(0));
      case "isHeldByCurrentThread" -> unit.source(select.getExpression());
      default -> "";
    };
  }
}
