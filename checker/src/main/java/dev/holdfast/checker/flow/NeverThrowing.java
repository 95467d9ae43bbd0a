package dev.holdfast.checker.flow;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LeadingAssertions;
import dev.holdfast.checker.contract.Origin;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Tells the methods and constructors that are taken not to throw: by their contracts, and those of
 * this class that touch nothing but locals and fields of their own object and call no others.
 */
final class NeverThrowing extends Judgements<ExecutableElement, Boolean> {
  private static final Set<Tree.Kind> DANGEROUS =
      EnumSet.of(
          Tree.Kind.THROW,
          Tree.Kind.ASSERT,
          Tree.Kind.ARRAY_ACCESS,
          Tree.Kind.ENHANCED_FOR_LOOP,
          Tree.Kind.SWITCH,
          Tree.Kind.SWITCH_EXPRESSION);

  private final Env env;
  private final Contracts contracts;
  private final ClassScan scan;

  NeverThrowing(Env env, Contracts contracts, ClassScan scan) {
    super(false); // one that calls itself may do so for ever
    this.env = env;
    this.contracts = contracts;
    this.scan = scan;
  }

  /** Whether a call of the method, which has that contract, is taken not to throw. */
  boolean is(ExecutableElement method, Contract contract) {
    return contract.neverThrows()
        || contract.returns() != null && contract.clauses().isEmpty()
        || isGetter(method)
        || contracts.isScopeClose(method)
        || isMakingOfException(method)
        || isMakingOfObject(method)
        || of(method)
        || onlyReleasesOrAsks(contract);
  }

  /** Whether it does no more than to return a field. */
  boolean isGetter(ExecutableElement method) {
    return contracts.componentField(method) != null || scan.fields().getterField(method) != null;
  }

  /** It is the exception itself that leaves, if one does. */
  private boolean isMakingOfException(ExecutableElement method) {
    return method.getKind() == ElementKind.CONSTRUCTOR
        && env.types.isSubtype(method.getEnclosingElement().asType(), throwable());
  }

  /** The constructor of the class that has no parent does nothing. */
  private static boolean isMakingOfObject(ExecutableElement method) {
    return method.getKind() == ElementKind.CONSTRUCTOR
        && ((TypeElement) method.getEnclosingElement()).getSuperclass().getKind() == TypeKind.NONE;
  }

  private TypeMirror throwable() {
    return env.elements.getTypeElement("java.lang.Throwable").asType();
  }

  private static boolean onlyReleasesOrAsks(Contract contract) {
    boolean does = false;
    for (Clause clause : contract.clauses()) {
      switch (clause.kind()) {
        case RELEASES, TESTS_HELD -> does = true;
        case REQUIRES, ENDS -> {
          /* no reason to throw, none not to */
        }
        default -> {
          return false;
        }
      }
    }
    return does;
  }

  // ---- helpers

  @Override
  Boolean judge(ExecutableElement method) {
    MethodTree source = scan.sourceOfEachCall(method);
    return source != null
        && !isDangerous(source.getBody(), contracts.of(method))
        && (source.getReturnType() != null || isMadeSafely(source, scan.member(method).owner));
  }

  /** What a body asserts first, as its contract, does not fail: callers are asked for it. */
  private boolean isDangerous(BlockTree body, Contract contract) {
    long demands =
        contract.clauses().stream()
            .filter(clause -> clause.origin().source() == Origin.Source.ASSERTION)
            .count();
    for (StatementTree each : body.getStatements()) {
      int questions = questions(each);
      boolean isDemand = questions > 0 && questions <= demands;
      demands = isDemand ? demands - questions : 0;
      if (!isDemand && new Danger().isIn(each)) {
        return true;
      }
    }
    return false;
  }

  /** How many locks a statement asserts to be held, or not to be; zero if it does anything else. */
  private int questions(StatementTree statement) {
    if (statement instanceof AssertTree assertion) {
      return questions(assertion.getCondition());
    }
    return statement instanceof IfTree test
            && test.getElseStatement() == null
            && LeadingAssertions.throwsIf(test) != null
        ? questions(test.getCondition())
        : 0;
  }

  private int questions(ExpressionTree condition) {
    ExpressionTree plain = Env.plain(condition);
    if (plain instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return questions(not.getExpression());
    }
    if (plain instanceof BinaryTree both) {
      int left = questions(both.getLeftOperand());
      int right = questions(both.getRightOperand());
      return left == 0 || right == 0 ? 0 : left + right;
    }
    return plain instanceof MethodInvocationTree call
            && scan.element(call) instanceof ExecutableElement method
            && contracts.of(method).has(Clause.Kind.TESTS_HELD)
            && !new Danger().isIn(call)
        ? 1
        : 0;
  }

  /** Whether the rest of what a constructor runs is not dangerous either. */
  private boolean isMadeSafely(MethodTree constructor, ClassTree type) {
    for (ClassScan.Member each : scan.initialisers(type)) {
      if (new Danger().isIn(each.code())) {
        return false;
      }
    }
    return ConstructorCall.of(constructor) != null || isParentMadeSafely(type);
  }

  private boolean isParentMadeSafely(ClassTree type) {
    TypeElement parent = env.typeElement(((TypeElement) scan.element(type)).getSuperclass());
    return parent != null
        && ElementFilter.constructorsIn(parent.getEnclosedElements()).stream()
            .filter(each -> each.getParameters().isEmpty())
            .anyMatch(each -> is(each, contracts.of(each)));
  }

  /** Looks for what may throw in a body. */
  private final class Danger extends Search {
    Danger() {
      super(DANGEROUS);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      return null;
    }

    private Void dangerous() {
      found = true;
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      return scan.element(tree) instanceof ExecutableElement method
              && NeverThrowing.this.is(method, contracts.of(method))
          ? super.visitMethodInvocation(tree, null)
          : dangerous();
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      return tree.getEnclosingExpression() == null
              && scan.element(tree) instanceof ExecutableElement constructor
              && NeverThrowing.this.is(constructor, contracts.of(constructor))
          ? super.visitNewClass(tree, null)
          : dangerous();
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      Element element = scan.element(tree);
      boolean through = element instanceof VariableElement && !Env.isStatic(element);
      return through && mayBeNull(Env.plain(tree.getExpression()))
          ? dangerous()
          : super.visitMemberSelect(tree, null);
    }

    private boolean mayBeNull(ExpressionTree object) {
      boolean self = object instanceof IdentifierTree name && Names.isSelf(name.getName());
      return !self
          && !(scan.element(object) instanceof VariableElement variable
              && variable.getKind().isField()
              && contracts.isNeverNull(variable));
    }

    @Override
    public Void visitTry(TryTree tree, Void unused) {
      if (!tree.getResources().isEmpty()) {
        return dangerous();
      }
      if (new Danger().isIn(tree.getBlock())) {
        if (!catchesAll(tree)) {
          return dangerous();
        }
        scan(tree.getCatches(), null);
      }
      return scan(tree.getFinallyBlock(), null);
    }

    private boolean catchesAll(TryTree tree) {
      for (CatchTree each : tree.getCatches()) {
        if (env.types.isSameType(scan.element(each.getParameter()).asType(), throwable())) {
          return true;
        }
      }
      return false;
    }
  }
}
