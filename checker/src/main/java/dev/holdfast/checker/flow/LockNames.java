package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * The locals that code names locks by, and those that it returns: which of several objects they are
 * matters there.
 */
final class LockNames extends TreeScanner<Void, Void> {
  private final Function<Tree, Element> elements;
  private final Function<ExecutableElement, Contract> contracts;
  private final Predicate<VariableElement> isGuarded;
  private final Map<Element, List<ExpressionTree>> values = new HashMap<>();
  private final Set<Element> found = new HashSet<>();
  private final Set<Element> returned = new HashSet<>();

  /** {@code isGuarded} says of a field that it has a guard. */
  LockNames(
      Tree body,
      Function<Tree, Element> elements,
      Function<ExecutableElement, Contract> contracts,
      Predicate<VariableElement> isGuarded) {
    this.elements = elements;
    this.contracts = contracts;
    this.isGuarded = isGuarded;
    scan(body, null);
  }

  /** Whether code names a lock by the local. */
  boolean contains(VariableElement local) {
    return found.contains(local);
  }

  /** Whether code returns the local, or what it got from it. */
  boolean isReturned(VariableElement local) {
    return returned.contains(local);
  }

  /** Whether the local is given more than one value. */
  boolean changes(VariableElement local) {
    int given = local.getKind() == ElementKind.PARAMETER ? 1 : 0;
    return given + values.getOrDefault(local, List.of()).size() > 1;
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    assigned(elements.apply(tree), tree.getInitializer());
    return super.visitVariable(tree, null);
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void unused) {
    assigned(elements.apply(tree.getVariable()), tree.getExpression());
    return super.visitAssignment(tree, null);
  }

  private void assigned(Element variable, ExpressionTree value) {
    if (value != null) {
      values.computeIfAbsent(variable, each -> new ArrayList<>()).add(value);
      for (Set<Element> names : List.of(found, returned)) {
        if (names.contains(variable)) {
          add(value, names);
        }
      }
    }
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void unused) {
    if (tree.getExpression() != null) {
      add(tree.getExpression(), returned);
    }
    return super.visitReturn(tree, null);
  }

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void unused) {
    add(tree.getExpression(), found);
    return super.visitSynchronized(tree, null);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    if (elements.apply(tree) instanceof VariableElement field && isGuarded.test(field)) {
      add(tree.getExpression(), found);
    }
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    if (elements.apply(tree.getMethodSelect()) instanceof ExecutableElement callee
        && !contracts.apply(callee).clauses().isEmpty()) {
      add(tree.getMethodSelect(), found);
      tree.getArguments().forEach(each -> add(each, found));
    }
    return super.visitMethodInvocation(tree, null);
  }

  /** Adds what the expression starts from, and what that gets its value from. */
  private void add(ExpressionTree expression, Set<Element> names) {
    ExpressionTree at = Env.plain(expression);
    if (at instanceof MemberSelectTree select) {
      add(select.getExpression(), names);
    } else if (at instanceof MethodInvocationTree call) {
      add(call.getMethodSelect(), names);
    } else if (at instanceof ArrayAccessTree array) {
      add(array.getExpression(), names);
    } else if (at instanceof ConditionalExpressionTree choice) {
      add(choice.getTrueExpression(), names);
      add(choice.getFalseExpression(), names);
    } else if (at instanceof SwitchExpressionTree choice) {
      SwitchLabels.results(choice).forEach(each -> add(each, names));
    } else if (elements.apply(at) instanceof VariableElement variable
        && !Escapes.isField(variable)
        && names.add(variable)) {
      values.getOrDefault(variable, List.of()).forEach(each -> add(each, names));
    }
  }
}
