package dev.holdfast.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Tells which methods and constructors of one top-level class hand the object that they run on, or
 * an argument, to others, as their source shows: they put it where more than that object leads. The
 * method stands for the object that it runs on, or makes; a parameter for the argument.
 */
final class Publishing extends Judgements<Element, Boolean> {
  private final Env env;
  private final ClassScan scan;
  private final Contracts contracts;

  Publishing(Env env, ClassScan scan, Contracts contracts) {
    super(false);
    this.env = env;
    this.scan = scan;
    this.contracts = contracts;
  }

  @Override
  Boolean judge(Element subject) {
    boolean isOwn = subject instanceof ExecutableElement;
    ExecutableElement method =
        (ExecutableElement) (isOwn ? subject : subject.getEnclosingElement());
    MethodTree source = scan.source(method);
    return source != null
        && (new Uses(isOwn ? null : subject, Env.enclosingType(method)).publish(source.getBody())
            || isOwn
                && method.getKind() == ElementKind.CONSTRUCTOR
                && ConstructorCall.initialises(source)
                && initialisersPublish(scan.member(method).owner, null));
  }

  /** Whether an initialiser of the class publishes the new object, of those before this one. */
  boolean initialisersPublish(ClassTree type, Tree end) {
    for (ClassScan.Member each : scan.initialisers(type)) {
      if (each.tree == end) {
        return false;
      }
      if (new Uses(null, (TypeElement) scan.element(type)).publish(each.tree)) {
        return true;
      }
    }
    return false;
  }

  private final class Uses extends CodeScanner {
    private final Element parameter;
    private final TypeElement owner;
    private boolean found;

    /** A parameter is null for the object that the body runs on. */
    Uses(Element parameter, TypeElement owner) {
      this.parameter = parameter;
      this.owner = owner;
    }

    boolean publish(Tree body) {
      scan(body, null);
      return found;
    }

    private boolean isSubject(ExpressionTree tree) {
      ExpressionTree plain = Env.plain(tree);
      if (plain instanceof TypeCastTree cast) {
        return isSubject(cast.getExpression());
      }
      return plain instanceof IdentifierTree name
          && (parameter == null
              ? name.getName().contentEquals("this")
              : scan.element(name) == parameter);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      found |= isSubject(tree.getExpression()) && isReachedByOthers(tree.getVariable());
      return super.visitAssignment(tree, null);
    }

    /** Whether a place is found without the object at hand, nor by what the method was given. */
    private boolean isReachedByOthers(ExpressionTree place) {
      ExpressionTree at = Env.plain(place);
      if (scan.element(at) instanceof VariableElement field && Escapes.isField(field)) {
        if (Env.isStatic(field)) {
          return true;
        }
        if (at instanceof IdentifierTree name && !name.getName().contentEquals("this")) {
          return !env.isMember(field, owner);
        }
      }
      if (at instanceof MemberSelectTree select) {
        return isReachedByOthers(select.getExpression());
      }
      return at instanceof ArrayAccessTree element && isReachedByOthers(element.getExpression());
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      if (scan.element(tree.getMethodSelect()) instanceof ExecutableElement callee) {
        found |= isOnSubject(tree, callee) && of(callee);
        found |=
            tree.getMethodSelect() instanceof MemberSelectTree select
                && contracts.of(callee).mutates()
                && tree.getArguments().stream().anyMatch(this::isSubject)
                && isReachedByOthers(select.getExpression());
        arguments(callee, tree.getArguments());
      }
      return super.visitMethodInvocation(tree, null);
    }

    private boolean isOnSubject(MethodInvocationTree call, ExecutableElement callee) {
      if (call.getMethodSelect() instanceof MemberSelectTree select) {
        boolean isSuper =
            select.getExpression() instanceof IdentifierTree name
                && name.getName().contentEquals("super");
        return isSubject(select.getExpression()) || parameter == null && isSuper;
      }
      return parameter == null && !Env.isStatic(callee) && env.isMember(callee, owner);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      if (scan.element(tree) instanceof ExecutableElement callee) {
        arguments(callee, tree.getArguments());
      }
      scan(tree.getEnclosingExpression(), null);
      return scan(tree.getArguments(), null);
    }

    private void arguments(ExecutableElement callee, List<? extends ExpressionTree> arguments) {
      for (int i = 0; i < arguments.size(); i++) {
        found |=
            i < callee.getParameters().size()
                && isSubject(arguments.get(i))
                && of(callee.getParameters().get(i));
      }
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      return null;
    }
  }
}
