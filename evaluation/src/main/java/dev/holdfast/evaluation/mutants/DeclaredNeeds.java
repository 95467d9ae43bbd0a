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
        needs.addAll(certainNeeds(annotation));
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

  /**
   * The one lock that an annotation names. Where it names several, or says more than which, the
   * loss of one need not be a mistake.
   */
  private static List<Need> certainNeeds(AnnotationMirror annotation) {
    List<String> names = new ArrayList<>();
    boolean plain = annotation.getElementValues().size() == 1;
    annotation
        .getElementValues()
        .forEach(
            (element, value) -> {
              if (element.getSimpleName().contentEquals("value")) {
                addStrings(value, names);
              }
            });
    return plain && names.size() == 1
        ? List.of(new Need(names.get(0), ContractKind.DECLARED))
        : List.of();
  }

  private static void addStrings(AnnotationValue value, List<String> names) {
    if (value.getValue() instanceof String text) {
      names.add(text);
    } else if (value.getValue() instanceof List<?> several) {
      for (Object element : several) {
        addStrings((AnnotationValue) element, names);
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
