package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Tells the methods whose result depends on nothing but their arguments and what cannot change: by
 * models, and those of this class whose body computes a number or a truth value from that.
 */
final class PureMethods extends Judgements<ExecutableElement, Boolean> {
  /** What makes or waits for something, or runs some other time. */
  private static final Set<Tree.Kind> IMPURE =
      EnumSet.of(
          Tree.Kind.NEW_CLASS,
          Tree.Kind.NEW_ARRAY,
          Tree.Kind.SYNCHRONIZED,
          Tree.Kind.CLASS,
          Tree.Kind.LAMBDA_EXPRESSION,
          Tree.Kind.MEMBER_REFERENCE);

  private final Contracts contracts;
  private final ClassScan scan;

  PureMethods(Contracts contracts, ClassScan scan) {
    super(false); // one that calls itself is not looked into
    this.contracts = contracts;
    this.scan = scan;
  }

  boolean is(ExecutableElement method) {
    boolean computes =
        method.getReturnType().getKind().isPrimitive()
            && (contracts.isPure(Env.enclosingType(method)) || of(method));
    return computes
        || method.getSimpleName().contentEquals("hashCode") && method.getParameters().isEmpty();
  }

  @Override
  Boolean judge(ExecutableElement method) {
    MethodTree source = scan.sourceOfEachCall(method);
    return source != null && !new Impurity().isIn(source.getBody());
  }

  /** Looks for what reads, changes or calls something else. */
  private final class Impurity extends Search {
    Impurity() {
      super(IMPURE);
    }

    @Override
    void assigned(ExpressionTree target) {
      found |= !isLocal(target);
    }

    @Override
    public Void visitArrayAccess(ArrayAccessTree tree, Void unused) {
      found = true;
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      found |= !(scan.element(tree) instanceof ExecutableElement method && is(method));
      return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      found |= mayChange(scan.element(tree));
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      found |= !tree.getIdentifier().contentEquals("length") && mayChange(scan.element(tree));
      return super.visitMemberSelect(tree, null);
    }

    private boolean isLocal(Tree variable) {
      return variable instanceof IdentifierTree && !isField(scan.element(variable));
    }

    /** Whether it is a field that can be given another value. */
    private boolean mayChange(Element element) {
      return isField(element) && !contracts.isStable((VariableElement) element);
    }

    private static boolean isField(Element element) {
      return element instanceof VariableElement variable
          && Escapes.isField(variable)
          && !Names.isSelf(variable.getSimpleName());
    }
  }
}
