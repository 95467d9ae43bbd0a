package dev.holdfast.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import dev.holdfast.checker.contract.Env;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Tells which fields of its own object a method of one top-level class surely gives another object,
 * where the body that runs is known.
 */
final class Reassigning extends Judgements<ExecutableElement, Set<VariableElement>> {
  private final Env env;
  private final ClassScan scan;

  Reassigning(Env env, ClassScan scan) {
    super(Set.of());
    this.env = env;
    this.scan = scan;
  }

  /** The fields, static ones of its class included; none for one that merely makes an object. */
  @Override
  Set<VariableElement> judge(ExecutableElement method) {
    MethodTree source = Env.isInitialiser(method) ? null : scan.sourceOfEachCall(method);
    return source == null ? Set.of() : new Scanner(method, source).read();
  }

  private final class Scanner extends CodeScanner {
    private final BlockTree body;
    private final TypeElement owner;
    private final SurelyRun sure;
    private final Set<VariableElement> found = new LinkedHashSet<>();

    Scanner(ExecutableElement method, MethodTree source) {
      this.owner = Env.enclosingType(method);
      this.body = source.getBody();
      this.sure = new SurelyRun(body);
    }

    Set<VariableElement> read() {
      scan(body, null);
      return found;
    }

    @Override
    void assigned(ExpressionTree target) {
      if (isOnOwn(target)
          && sure.contains(target)
          && scan.element(Env.plain(target)) instanceof VariableElement field
          && Escapes.isField(field)
          && !field.asType().getKind().isPrimitive()) {
        found.add(field);
      }
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      if (isOnOwn(tree.getMethodSelect())
          && sure.contains(tree)
          && scan.element(tree.getMethodSelect()) instanceof ExecutableElement callee) {
        found.addAll(of(callee));
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
      return byName && env.isMember(scan.element(plain), owner);
    }
  }
}
