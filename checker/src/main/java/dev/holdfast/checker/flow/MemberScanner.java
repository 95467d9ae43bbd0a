package dev.holdfast.checker.flow;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Use;
import dev.holdfast.checker.flow.ClassScan.Member;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Finds the members of a class and marks those that touch a lock or a contract. It sees every tree
 * of a compilation, so it leaves out what cannot matter: types and modifiers.
 */
final class MemberScanner extends AssignmentScanner {
  private final ClassScan found;
  private final Env env;
  private final Contracts contracts;
  private ClassTree type;
  private Member member;
  private Member creator;
  private boolean initialising;
  private int lambdas;

  MemberScanner(ClassScan found, Env env, Contracts contracts) {
    this.found = found;
    this.env = env;
    this.contracts = contracts;
  }

  // ---- members

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    if (found.element(tree) == null) {
      /* the compiler objects to it, as to the second of that name */
      return null;
    }
    ClassTree outerType = type;
    Member outerMember = member;
    Member outerCreator = creator;
    boolean outerInitialising = initialising;
    int outerLambdas = lambdas;
    found.add(tree);
    type = tree;
    creator = tree.getSimpleName().isEmpty() ? member : null;
    lambdas = 0;
    for (Tree each : tree.getMembers()) {
      member = null;
      initialising = false;
      if (each instanceof BlockTree || each instanceof VariableTree) {
        initialising = true;
        begin(each, each instanceof VariableTree ? found.element(each) : null);
      }
      scan(each, null);
    }
    type = outerType;
    member = outerMember;
    creator = outerCreator;
    initialising = outerInitialising;
    lambdas = outerLambdas;
    return null;
  }

  private void begin(Tree tree, Element element) {
    member = new Member(tree, element, type);
    member.creator = creator;
    found.add(member);
  }

  @Override
  public Void visitMethod(MethodTree tree, Void unused) {
    Element element = found.element(tree);
    begin(tree, element);
    if (element instanceof ExecutableElement method) {
      initialising = Env.isInitialiser(method);
      member.interesting =
          method.getKind() == ElementKind.CONSTRUCTOR
              ? !contracts.promisedOf(Env.enclosingType(method)).isEmpty()
              : contracts.isScopeClose(method);
      if (contracts.mayConcernLocks(method)) {
        judge(contracts.of(method));
      }
    }
    scan(tree.getBody(), null);
    member = null;
    return null;
  }

  private void judge(Contract contract) {
    member.interesting |= contract.identifies();
    for (Clause clause : contract.clauses()) {
      if (clause.kind() == Clause.Kind.REQUIRES || clause.kind() == Clause.Kind.EXCLUDES) {
        member.onlyAsks = true;
      } else {
        member.interesting = true;
      }
    }
  }

  // ---- what touches a lock

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    lambdas++;
    markFunctional(tree);
    scan(tree.getBody(), null);
    lambdas--;
    return null;
  }

  private void markFunctional(Tree tree) {
    if (isOpen()) {
      var target = env.trees.getTypeMirror(new TreePath(found.path(), tree));
      ExecutableElement method = Functional.method(env, target);
      if (method != null
          && contracts.mayConcernLocks(method)
          && contracts.of(method).bindsBodies()) {
        member.interesting = true;
      }
    }
  }

  /** Whether it is still to be found out if the member is interesting. */
  private boolean isOpen() {
    return member != null && !member.interesting;
  }

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void unused) {
    if (isOpen() && !member.interesting) {
      member.interesting = Boolean.TRUE.equals(throughChanging.scan(tree.getExpression(), null));
    }
    return super.visitSynchronized(tree, unused);
  }

  /** Whether an expression goes through a field that is not final. */
  private final TreeScanner<Boolean, Void> throughChanging =
      new TreeScanner<>() {
        @Override
        public Boolean visitIdentifier(IdentifierTree tree, Void unused) {
          return isChanging(tree);
        }

        @Override
        public Boolean visitMemberSelect(MemberSelectTree tree, Void unused) {
          return isChanging(tree) || Boolean.TRUE.equals(super.visitMemberSelect(tree, null));
        }

        private boolean isChanging(Tree name) {
          return found.element(name) instanceof VariableElement field
              && field.getKind() == ElementKind.FIELD
              && !field.getModifiers().contains(Modifier.FINAL);
        }

        @Override
        public Boolean reduce(Boolean one, Boolean other) {
          return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
        }
      };

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    touch(tree);
    markFunctional(tree);
    return scan(tree.getQualifierExpression(), null);
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    touch(tree);
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    touch(tree);
    return super.visitMemberSelect(tree, unused);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void unused) {
    touch(tree);
    scan(tree.getEnclosingExpression(), null);
    scan(tree.getArguments(), null);
    return scan(tree.getClassBody(), null);
  }

  private void touch(Tree tree) {
    if (member == null) {
      return;
    }
    Element element = found.element(tree);
    if (element instanceof ExecutableElement
        || element instanceof VariableElement variable && Escapes.isField(variable)) {
      Use use = contracts.use(element);
      member.interesting |= use.concernsLocks();
      if (!member.interesting && member.onlyAsks && element instanceof ExecutableElement callee) {
        member.interesting = contracts.isScopeClose(callee);
      }
      if (use.isConfinedCall()) {
        found.addCall(member, (ExecutableElement) element);
      }
      if (use.isUnusable()) {
        found.addUnusable(element, tree);
      }
    } else if (!member.interesting
        && element instanceof TypeElement named
        && named.getKind() == ElementKind.RECORD) {
      member.interesting = mayBeRead(named);
    }
  }

  /** Whether a pattern with a record's name reads what concerns locks. */
  private boolean mayBeRead(TypeElement named) {
    return named.getRecordComponents().stream()
        .anyMatch(each -> contracts.use(each.getAccessor()).concernsLocks());
  }

  // ---- assignments

  @Override
  void assigned(ExpressionTree target) {
    if (found.element(target) instanceof VariableElement field
        && field.getKind() == ElementKind.FIELD) {
      if (member != null) {
        member.interesting |= member.onlyAsks;
      }
      if (!(initialising && lambdas == 0 && isOwn(target, field))) {
        found.fields().reassigned(field);
      }
    }
  }

  private boolean isOwn(ExpressionTree target, VariableElement field) {
    return (found.fields().ownField(target) == field || Env.isStatic(field))
        && type != null
        && found.element(type) == field.getEnclosingElement();
  }

  // ---- what cannot touch a lock

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    if (!tree.getModifiers().getAnnotations().isEmpty()
        && found.element(tree) instanceof VariableElement variable
        && !Escapes.isField(variable)) {
      found.addAnnotated(variable);
    }
    return scan(tree.getInitializer(), null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
    scan(tree.getMethodSelect(), null);
    return scan(tree.getArguments(), null);
  }

  @Override
  public Void visitTypeCast(TypeCastTree tree, Void unused) {
    return scan(tree.getExpression(), null);
  }

  @Override
  public Void visitModifiers(ModifiersTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitParameterizedType(ParameterizedTypeTree tree, Void unused) {
    return scan(tree.getType(), null);
  }

  @Override
  public Void visitArrayType(ArrayTypeTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitAnnotatedType(AnnotatedTypeTree tree, Void unused) {
    return null;
  }
}
