package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Env;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** What a piece of code may do to locks and variables, whatever way it takes. */
final class BodyEffects {
  private final Function<Tree, Element> elements;
  private final Function<ExecutableElement, Contract> contracts;
  private final Set<Element> changed = new HashSet<>();
  private final Set<Element> changedAgain = new HashSet<>();
  private boolean acquires;
  private boolean releases;
  private boolean asks;
  private boolean leaves;
  private boolean skips;

  BodyEffects(
      Tree body,
      Function<Tree, Element> elements,
      Function<ExecutableElement, Contract> contracts) {
    this.elements = elements;
    this.contracts = contracts;
    new Scanner().scan(body, null);
  }

  /** Whether it takes locks and gives none up, or the reverse: turns of a loop would add up. */
  boolean addsUp() {
    return acquires != releases;
  }

  /** Whether it takes locks, and may end the loop or method that it is in. */
  boolean acquiresAndLeaves() {
    return acquires && leaves;
  }

  /** Whether it takes locks, or gives some up. */
  boolean usesLocks() {
    return acquires || releases;
  }

  /** Whether it asks how a lock is held. */
  boolean asks() {
    return asks;
  }

  /** Whether a variable may be assigned, or an element of what it refers to replaced. */
  boolean changes(Element variable) {
    return changed.contains(variable);
  }

  /** Whether a variable is assigned at one place. */
  boolean changesOnce(Element variable) {
    return changed.contains(variable) && !changedAgain.contains(variable);
  }

  /** Whether it takes locks. */
  boolean acquires() {
    return acquires;
  }

  /** Whether a turn of a loop may end early. */
  boolean skips() {
    return skips;
  }

  private final class Scanner extends CodeScanner {
    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      if (elements.apply(tree.getMethodSelect()) instanceof ExecutableElement callee) {
        Contract contract = contracts.apply(callee);
        for (Clause clause : contract.clauses()) {
          switch (clause.kind()) {
            case ACQUIRES, ACQUIRES_IF -> acquires = true;
            case RELEASES, RELEASES_IF -> releases = true;
            case TESTS_HELD -> asks = true;
            default -> {
              /* leaves what is held */
            }
          }
        }
        if (contract.mutates() && tree.getMethodSelect() instanceof MemberSelectTree select) {
          assigned(select.getExpression());
        }
        for (int i = 0; i < tree.getArguments().size(); i++) {
          if (contract.mutates(i)) {
            assigned(tree.getArguments().get(i));
          }
        }
      }
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitReturn(ReturnTree tree, Void unused) {
      leaves = true;
      return super.visitReturn(tree, null);
    }

    @Override
    public Void visitBreak(BreakTree tree, Void unused) {
      leaves = true;
      return super.visitBreak(tree, null);
    }

    @Override
    public Void visitContinue(ContinueTree tree, Void unused) {
      skips = true;
      return super.visitContinue(tree, null);
    }

    @Override
    public Void visitThrow(ThrowTree tree, Void unused) {
      leaves = true;
      return super.visitThrow(tree, null);
    }

    @Override
    void assigned(ExpressionTree target) {
      ExpressionTree at = Env.plain(target);
      Element variable =
          elements.apply(
              at instanceof ArrayAccessTree array ? Env.plain(array.getExpression()) : at);
      if (!changed.add(variable)) {
        changedAgain.add(variable);
      }
    }
  }
}
