package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
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
 * Tells which variables the methods and constructors of one top-level class only borrow, as their
 * source shows: they use members of the arguments, or of what they have in locals, and keep nothing
 * that they could hand on.
 */
final class Borrowing extends Judgements<ExecutableElement, Set<Element>> {
  private final ClassScan scan;
  private final Contracts contracts;

  Borrowing(ClassScan scan, Contracts contracts) {
    super(Set.of()); // what those that call each other pass on counts as kept
    this.scan = scan;
    this.contracts = contracts;
  }

  /** Whether a call of the callee only borrows that argument. */
  boolean isBorrowed(ExecutableElement callee, int index) {
    List<? extends VariableElement> parameters = callee.getParameters();
    boolean packed = callee.isVarArgs() && index >= parameters.size() - 1;
    return !packed && of(callee).contains(parameters.get(index));
  }

  /** The parameters and locals that its source only borrows; a record keeps what it is given. */
  @Override
  Set<Element> judge(ExecutableElement callee) {
    boolean keeps =
        callee.getKind() == ElementKind.CONSTRUCTOR
            && callee.getEnclosingElement().getKind() == ElementKind.RECORD;
    MethodTree source = keeps ? null : scan.sourceOfEachCall(callee);
    return source == null ? Set.of() : new Uses(callee).borrowed(source.getBody());
  }

  /** Collects the variables that are used other than by their members, or given back. */
  private final class Uses extends TreeScanner<Void, Void> {
    private final ExecutableElement reader;
    private final Set<Element> variables;
    private final Set<Element> found = new HashSet<>();

    /** What each local may be besides. */
    private final Map<Element, Set<Element>> aliases = new HashMap<>();

    private final Set<Element> returned = new HashSet<>();

    Uses(ExecutableElement reader) {
      this.reader = reader;
      this.variables = new HashSet<>(reader.getParameters());
    }

    /** The others. */
    Set<Element> borrowed(BlockTree body) {
      scan(body, null);
      for (Element each : List.copyOf(returned)) {
        addAliases(each, returned);
      }
      returned.retainAll(reader.getParameters());
      found.addAll(returned);
      for (Element each : List.copyOf(found)) {
        addAliases(each, found);
      }
      variables.removeAll(found);
      return variables;
    }

    private void addAliases(Element local, Set<Element> to) {
      for (Element each : aliases.getOrDefault(local, Set.of())) {
        if (to.add(each)) {
          addAliases(each, to);
        }
      }
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      variables.add(scan.element(tree));
      return tree.getInitializer() == null ? null : assigned(tree, tree.getInitializer());
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      ExpressionTree target = Env.plain(tree.getVariable());
      if (isLocal(scan.element(target))) {
        return assigned(target, tree.getExpression());
      }
      unlessName(tree.getVariable());
      return scan(tree.getExpression(), null);
    }

    private Void assigned(Tree local, ExpressionTree value) {
      Element target = scan.element(local);
      return given(value, aliases.computeIfAbsent(target, each -> new HashSet<>()));
    }

    /** Adds the locals that the value may be; what else it uses is used. */
    private Void given(ExpressionTree value, Set<Element> locals) {
      ExpressionTree plain = Env.plain(value);
      if (plain instanceof IdentifierTree && isLocal(scan.element(plain))) {
        locals.add(scan.element(plain));
        return null;
      }
      if (plain instanceof ConditionalExpressionTree choice) {
        scan(choice.getCondition(), null);
        given(choice.getTrueExpression(), locals);
        return given(choice.getFalseExpression(), locals);
      }
      return scan(value, null);
    }

    private boolean isLocal(Element element) {
      return element instanceof VariableElement
          && (element.getKind() == ElementKind.LOCAL_VARIABLE
              || element.getKind() == ElementKind.PARAMETER);
    }

    private void unlessName(ExpressionTree tree) {
      if (!(Env.plain(tree) instanceof IdentifierTree)) {
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
    public Void visitReturn(ReturnTree tree, Void unused) {
      boolean known = contracts.of(reader).returns() != null; // callers know which object it is
      return tree.getExpression() == null
          ? null
          : given(tree.getExpression(), known ? new HashSet<>() : returned);
    }

    @Override
    public Void visitSynchronized(SynchronizedTree tree, Void unused) {
      unlessName(tree.getExpression());
      return scan(tree.getBlock(), null);
    }

    /** Who goes through a collection keeps perhaps what is in it, but not the collection. */
    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      unlessName(tree.getExpression());
      scan(tree.getVariable(), null);
      return scan(tree.getStatement(), null);
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
          && callee.getParameters().get(index) == scan.element(Env.plain(argument));
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
