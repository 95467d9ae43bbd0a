package dev.holdfast.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Which arguments the constructors of one top-level class keep in fields, as its source shows. */
final class KeptArguments {
  private final FieldFacts facts;
  private final Map<ExecutableElement, MethodTree> constructors = new HashMap<>();
  private final Map<ExecutableElement, Map<VariableElement, Integer>> known = new HashMap<>();

  KeptArguments(FieldFacts facts) {
    this.facts = facts;
  }

  void add(ExecutableElement constructor, MethodTree tree) {
    constructors.put(constructor, tree);
  }

  /** Fields that have an argument's object, by that argument's index, when the object is made. */
  Map<VariableElement, Integer> of(ExecutableElement constructor) {
    MethodTree tree = constructors.get(constructor);
    if (tree == null) {
      return Map.of();
    }
    Map<VariableElement, Integer> result = known.get(constructor);
    if (result == null) {
      known.put(constructor, Map.of());
      result = read(constructor, tree);
      known.put(constructor, result);
    }
    return result;
  }

  private Map<VariableElement, Integer> read(ExecutableElement constructor, MethodTree tree) {
    List<Element> assigned = assigned(tree);
    Map<VariableElement, Integer> result = new HashMap<>();
    for (StatementTree statement : tree.getBody().getStatements()) {
      if (!(statement instanceof ExpressionStatementTree expression)) {
        continue;
      }
      if (expression.getExpression() instanceof MethodInvocationTree call) {
        addDelegated(call, constructor, assigned, result);
      } else if (expression.getExpression() instanceof AssignmentTree assignment
          && facts.ownField(assignment.getVariable()) != null
          && isOnce(assigned, facts.element(assignment.getVariable()))) {
        add(
            facts.ownField(assignment.getVariable()),
            assignment.getExpression(),
            constructor,
            assigned,
            result);
      }
    }
    addComponents(constructor, assigned, result);
    return result;
  }

  private static boolean isOnce(List<Element> assigned, Element field) {
    return assigned.indexOf(field) == assigned.lastIndexOf(field);
  }

  /** All that the body assigns, once for each assignment. */
  private List<Element> assigned(MethodTree tree) {
    List<Element> result = new ArrayList<>();
    new AssignmentScanner() {
      @Override
      void assigned(ExpressionTree target) {
        result.add(facts.element(target));
      }
    }.scan(tree.getBody(), null);
    return result;
  }

  /** What a call of {@code this(…)} or {@code super(…)} keeps. */
  private void addDelegated(
      MethodInvocationTree call,
      ExecutableElement constructor,
      List<Element> assigned,
      Map<VariableElement, Integer> result) {
    if (facts.element(call.getMethodSelect()) instanceof ExecutableElement other
        && other.getKind() == ElementKind.CONSTRUCTOR) {
      of(other)
          .forEach(
              (field, index) ->
                  add(field, call.getArguments().get(index), constructor, assigned, result));
    }
  }

  private void add(
      VariableElement field,
      ExpressionTree value,
      ExecutableElement constructor,
      List<Element> assigned,
      Map<VariableElement, Integer> result) {
    Element parameter = facts.element(value);
    int index = constructor.getParameters().indexOf(parameter);
    boolean packed = constructor.isVarArgs() && index == constructor.getParameters().size() - 1;
    if (index >= 0 && !packed && !assigned.contains(parameter)) {
      result.put(field, index);
    }
  }

  /** A record's canonical constructor that assigns no field ends by assigning all of them. */
  private static void addComponents(
      ExecutableElement constructor, List<Element> assigned, Map<VariableElement, Integer> result) {
    TypeElement type = (TypeElement) constructor.getEnclosingElement();
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    List<? extends VariableElement> parameters = constructor.getParameters();
    if (type.getKind() != ElementKind.RECORD || components.size() != parameters.size()) {
      return;
    }
    for (Element member : type.getEnclosedElements()) {
      for (int i = 0; i < parameters.size(); i++) {
        RecordComponentElement component = components.get(i);
        if (member instanceof VariableElement field
            && field.getSimpleName().equals(component.getSimpleName())
            && parameters.get(i).getSimpleName().equals(component.getSimpleName())
            && !assigned.contains(field)
            && !assigned.contains(parameters.get(i))) {
          result.put(field, i);
        }
      }
    }
  }
}
