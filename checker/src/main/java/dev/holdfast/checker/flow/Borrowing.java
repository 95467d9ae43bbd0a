package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Tells the methods and constructors of one top-level class that only borrow an argument, as their
 * source shows: they use its members, and keep no reference to it that they could hand on.
 */
final class Borrowing {
  private final ClassScan scan;

  /** The parameters that a body does more with. */
  private final Map<ExecutableElement, Set<Element>> kept = new HashMap<>();

  Borrowing(ClassScan scan) {
    this.scan = scan;
  }

  /** Whether the callee, which is the body that runs, only borrows that argument. */
  boolean isBorrowed(ExecutableElement callee, int index) {
    List<? extends VariableElement> parameters = callee.getParameters();
    boolean packed = callee.isVarArgs() && index >= parameters.size() - 1;
    return !packed
        && NeverThrowing.isBodyKnown(callee)
        && body(callee) != null
        && !kept(callee).contains(parameters.get(index));
  }

  /** The body, if it does all that a call does with arguments; a record keeps them besides. */
  private BlockTree body(ExecutableElement callee) {
    ClassScan.Member member = scan.member(callee);
    boolean keeps =
        callee.getKind() == ElementKind.CONSTRUCTOR
            && callee.getEnclosingElement().getKind() == ElementKind.RECORD;
    return member != null && !keeps && member.tree instanceof MethodTree method
        ? method.getBody()
        : null;
  }

  private Set<Element> kept(ExecutableElement callee) {
    Set<Element> known = kept.get(callee);
    if (known == null) {
      /* asked while it is read, by those that call each other: what they pass on counts as kept */
      kept.put(callee, new HashSet<>(callee.getParameters()));
      known = new HashSet<>();
      new Uses(callee, known).scan(body(callee), null);
      kept.put(callee, known);
    }
    return known;
  }

  /** Collects the variables that are used other than by their members. */
  private final class Uses extends TreeScanner<Void, Void> {
    private final ExecutableElement reader;
    private final Set<Element> found;

    Uses(ExecutableElement reader, Set<Element> found) {
      this.reader = reader;
      this.found = found;
    }

    private void unlessName(ExpressionTree tree) {
      if (!(Checks.plain(tree) instanceof IdentifierTree)) {
        scan(tree, null);
      }
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      found.add(scan.element(tree));
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      unlessName(tree.getExpression());
      return null;
    }

    @Override
    public Void visitArrayAccess(ArrayAccessTree tree, Void unused) {
      unlessName(tree.getExpression());
      return scan(tree.getIndex(), null);
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void unused) {
      if (tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO) {
        unlessName(tree.getLeftOperand());
        unlessName(tree.getRightOperand());
        return null;
      }
      return super.visitBinary(tree, null);
    }

    @Override
    public Void visitSynchronized(SynchronizedTree tree, Void unused) {
      unlessName(tree.getExpression());
      return scan(tree.getBlock(), null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      scan(tree.getMethodSelect(), null);
      return arguments(scan.element(tree.getMethodSelect()), tree.getArguments());
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      scan(tree.getEnclosingExpression(), null);
      scan(tree.getClassBody(), null);
      return arguments(scan.element(tree), tree.getArguments());
    }

    private Void arguments(Element callee, List<? extends ExpressionTree> arguments) {
      for (int i = 0; i < arguments.size(); i++) {
        if (callee instanceof ExecutableElement method
            && (isBorrowed(method, i) || isSameAgain(method, i, arguments.get(i)))) {
          unlessName(arguments.get(i));
        } else {
          scan(arguments.get(i), null);
        }
      }
      return null;
    }

    /** Whether it calls itself with the parameter as it is: that adds nothing to what it does. */
    private boolean isSameAgain(ExecutableElement callee, int index, ExpressionTree argument) {
      return callee == reader
          && index < callee.getParameters().size()
          && callee.getParameters().get(index) == scan.element(Checks.plain(argument));
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      return all(tree);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      return all(tree);
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      return all(tree);
    }

    /** What runs later keeps all that it mentions. */
    private Void all(Tree later) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitIdentifier(IdentifierTree tree, Void unused) {
          found.add(scan.element(tree));
          return null;
        }
      }.scan(later, null);
      return null;
    }
  }
}
