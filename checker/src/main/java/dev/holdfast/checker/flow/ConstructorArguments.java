package dev.holdfast.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * What the constructors of one top-level class do with their arguments, as its source shows: which
 * of them fields have in the end, and which they merely keep in the object that they make.
 */
final class ConstructorArguments {
  /** A constructor, and what is known of it as soon as somebody asks. */
  private static final class Source {
    final MethodTree tree;
    final ClassTree type;
    Map<VariableElement, Integer> copies;
    ArgumentUses uses;

    Source(MethodTree tree, ClassTree type) {
      this.tree = tree;
      this.type = type;
    }
  }

  private final FieldFacts facts;
  private final Map<ExecutableElement, Source> constructors = new HashMap<>();

  ConstructorArguments(FieldFacts facts) {
    this.facts = facts;
  }

  void add(ExecutableElement constructor, MethodTree tree, ClassTree type) {
    constructors.put(constructor, new Source(tree, type));
  }

  /**
   * Whether nothing is done with the argument but to keep it, if that: who cannot reach the object
   * made cannot reach the argument by it either.
   */
  boolean merelyKeeps(ExecutableElement constructor, int index) {
    ArgumentUses uses = uses(constructor);
    return uses != null
        && index < constructor.getParameters().size()
        && !isPacked(constructor, index)
        && uses.merelyKeeps(constructor.getParameters().get(index));
  }

  /** What it uses, with what initialisers do; null where its source is not known. */
  ArgumentUses uses(ExecutableElement constructor) {
    Source source = constructors.get(constructor);
    if (source == null) {
      return null;
    }
    if (source.uses == null) {
      TypeElement made = (TypeElement) constructor.getEnclosingElement();
      source.uses = new ArgumentUses(facts, this, made);
      source.uses.scan(source.tree.getBody(), null);
      for (Tree member : source.type.getMembers()) {
        if (ClassScan.Member.isInstanceInitialiser(member, facts.element(member))) {
          source.uses.scan(member, null);
        }
      }
    }
    return source.uses;
  }

  /** Fields that have an argument's object, by that argument's index, when the object is made. */
  Map<VariableElement, Integer> copies(ExecutableElement constructor) {
    Source source = constructors.get(constructor);
    if (source == null) {
      return Map.of();
    }
    if (source.copies == null) {
      source.copies = Map.of(); // for one that calls itself, which is an error
      source.copies = readCopies(constructor, source.tree);
    }
    return source.copies;
  }

  private Map<VariableElement, Integer> readCopies(ExecutableElement constructor, MethodTree tree) {
    List<Element> assigned = assigned(tree);
    Map<VariableElement, Integer> result = new LinkedHashMap<>();
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
      copies(other)
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
    Element parameter = facts.element(facts.value(value));
    int index = constructor.getParameters().indexOf(parameter);
    if (index >= 0 && !isPacked(constructor, index) && !assigned.contains(parameter)) {
      result.put(field, index);
    }
  }

  /** Whether the parameter is an array that the call makes of its last arguments. */
  private static boolean isPacked(ExecutableElement constructor, int index) {
    return constructor.isVarArgs() && index == constructor.getParameters().size() - 1;
  }

  /** Fields that a compact constructor assigns in the end. */
  private void addComponents(
      ExecutableElement constructor, List<Element> assigned, Map<VariableElement, Integer> result) {
    components(constructor)
        .forEach(
            (field, parameter) -> {
              if (!assigned.contains(field) && !assigned.contains(parameter)) {
                result.put(field, constructor.getParameters().indexOf(parameter));
              }
            });
  }

  /**
   * The fields of a record with the parameters of its canonical constructor, which ends by storing
   * the one in the other where it does not assign the fields itself; none for other constructors.
   */
  static Map<VariableElement, VariableElement> components(ExecutableElement constructor) {
    TypeElement type = (TypeElement) constructor.getEnclosingElement();
    List<? extends RecordComponentElement> components = type.getRecordComponents();
    List<? extends VariableElement> parameters = constructor.getParameters();
    Map<VariableElement, VariableElement> result = new LinkedHashMap<>();
    if (components.size() != parameters.size()) {
      return result;
    }
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      for (int i = 0; i < parameters.size(); i++) {
        Name name = components.get(i).getSimpleName();
        if (field.getSimpleName().equals(name) && parameters.get(i).getSimpleName().equals(name)) {
          result.put(field, parameters.get(i));
        }
      }
    }
    return result;
  }
}
