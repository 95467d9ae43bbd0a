package dev.holdfast.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import dev.holdfast.checker.contract.Env;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Tells which fields of its own object a method of one top-level class surely gives another object,
 * where the body that runs is known.
 */
final class Reassigning {
  private final Env env;
  private final ClassScan scan;
  private final Map<ExecutableElement, Set<VariableElement>> known = new HashMap<>();

  Reassigning(Env env, ClassScan scan) {
    this.env = env;
    this.scan = scan;
  }

  /** The fields, static ones of its class included; none for one that merely makes an object. */
  Set<VariableElement> by(ExecutableElement method) {
    Set<VariableElement> found = known.get(method);
    if (found == null) {
      known.put(method, Set.of()); // one that calls itself
      ClassScan.Member member = scan.member(method);
      boolean reads =
          member != null
              && !Env.isInitialiser(method)
              && NeverThrowing.isBodyKnown(method)
              && member.tree instanceof MethodTree tree
              && tree.getBody() != null;
      found = reads ? new Scanner(member).read() : Set.of();
      known.put(method, found);
    }
    return found;
  }

  private final class Scanner extends AssignmentScanner {
    private final MethodTree method;
    private final TypeElement owner;
    private final SurelyRun sure;
    private final Set<VariableElement> found = new LinkedHashSet<>();

    Scanner(ClassScan.Member member) {
      this.method = (MethodTree) member.tree;
      this.owner = (TypeElement) scan.element(member.owner);
      this.sure = new SurelyRun(method.getBody());
    }

    Set<VariableElement> read() {
      scan(method.getBody(), null);
      return found;
    }

    @Override
    void assigned(ExpressionTree target) {
      if (sure.contains(target)
          && isOnOwn(target)
          && scan.element(Env.plain(target)) instanceof VariableElement field
          && Escapes.isField(field)
          && !field.asType().getKind().isPrimitive()) {
        found.add(field);
      }
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      if (sure.contains(tree)
          && isOnOwn(tree.getMethodSelect())
          && scan.element(tree.getMethodSelect()) instanceof ExecutableElement callee) {
        found.addAll(by(callee));
      }
      return super.visitMethodInvocation(tree, null);
    }

    /** Whether it is a member of the object at hand by its name alone, or through {@code this}. */
    private boolean isOnOwn(ExpressionTree member) {
      ExpressionTree plain = Env.plain(member);
      boolean byName =
          plain instanceof IdentifierTree
              || plain instanceof MemberSelectTree select
                  && select.getExpression() instanceof IdentifierTree object
                  && object.getName().contentEquals("this");
      return byName
          && scan.element(plain) != null
          && scan.element(plain).getEnclosingElement() instanceof TypeElement type
          && env.types.isSubtype(
              env.types.erasure(owner.asType()), env.types.erasure(type.asType()));
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      return null;
    }
  }
}
