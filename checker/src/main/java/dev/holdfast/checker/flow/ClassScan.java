package dev.holdfast.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockExpr;
import dev.holdfast.checker.contract.UnitFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * One pass over a top-level class before its bodies are analysed: which bodies touch a lock or a
 * contract at all, which private methods they call, which fields never change, and what they were
 * initialised with.
 */
final class ClassScan implements UnitFacts {
  /**
   * A member whose body is analysed on its own: a method, an initialiser block, or a field with an
   * initialiser.
   */
  static final class Member {
    final Tree tree;
    final Element element;
    final ClassTree owner;
    final Set<ExecutableElement> privateCallees = new LinkedHashSet<>();
    boolean interesting;
    boolean erroneous;

    Member(Tree tree, Element element, ClassTree owner) {
      this.tree = tree;
      this.element = element;
      this.owner = owner;
    }
  }

  private final Env env;
  private final Contracts contracts;
  private final TreePath path;
  private final Map<Tree, Member> members = new LinkedHashMap<>();
  private final Map<ExecutableElement, Member> methods = new HashMap<>();
  private final List<ClassTree> classes = new ArrayList<>();
  private final Set<VariableElement> reassigned = new HashSet<>();
  private final Map<VariableElement, List<ExpressionTree>> initialisers = new HashMap<>();
  private final Map<VariableElement, Map<VariableElement, VariableElement>> constructorParameters =
      new HashMap<>();
  private final Map<ExecutableElement, VariableElement> getters = new HashMap<>();
  private final Map<VariableElement, LockExpr> definitions = new HashMap<>();
  private final Set<ExecutableElement> called = new HashSet<>();
  private final Map<Element, Tree> unusable = new LinkedHashMap<>();

  /** Bodies of anonymous classes that were followed where they run inline. */
  final Set<Tree> inlined = new HashSet<>();

  private final Set<TypeElement> constructorsOf = new HashSet<>();

  private ClassScan(Env env, Contracts contracts, TreePath path) {
    this.env = env;
    this.contracts = contracts;
    this.path = path;
  }

  /** Scans the class that {@code path} leads to. */
  static ClassScan of(Env env, Contracts contracts, TreePath path) {
    ClassScan scan = new ClassScan(env, contracts, path);
    contracts.setUnit(scan);
    ClassTree top = (ClassTree) path.getLeaf();
    scan.collectFields(top);
    scan.new Scanner().scan(top, null);
    scan.spread();
    return scan;
  }

  /** The element of a tree in this class. */
  Element element(Tree tree) {
    return env.trees.getElement(new TreePath(path, tree));
  }

  /** All members with a body, in source order. */
  Iterable<Member> members() {
    return members.values();
  }

  /** How many members there are. */
  int size() {
    return members.size();
  }

  /** All classes, the top-level one first. */
  List<ClassTree> classes() {
    return classes;
  }

  /** The member of a method declared in this class, or null. */
  Member member(ExecutableElement method) {
    return methods.get(method);
  }

  /** Whether some body in this class calls or refers to the method. */
  boolean isCalled(ExecutableElement method) {
    return called.contains(method);
  }

  /** Members from class files whose contracts cannot be used, each with its first use. */
  Map<Element, Tree> unusable() {
    return unusable;
  }

  @Override
  public VariableElement getterField(ExecutableElement method) {
    VariableElement field = getters.get(method);
    return field != null && contracts.isStable(field) ? field : null;
  }

  @Override
  public boolean isNeverReassigned(VariableElement field) {
    return field.getModifiers().contains(Modifier.PRIVATE)
        && initialisers.containsKey(field)
        && !reassigned.contains(field);
  }

  @Override
  public LockExpr definition(VariableElement field) {
    if (!definitions.containsKey(field)) {
      definitions.put(field, readDefinition(field));
    }
    return definitions.get(field);
  }

  private LockExpr readDefinition(VariableElement field) {
    List<ExpressionTree> trees = initialisers.get(field);
    if (trees == null || trees.isEmpty()) {
      return null;
    }
    LockExpr result = null;
    for (ExpressionTree tree : trees) {
      LockExpr expr = toLockExpr(tree, field);
      if (expr == null || result != null && !result.equals(expr)) {
        return null;
      }
      result = expr;
    }
    return result;
  }

  private LockExpr toLockExpr(ExpressionTree tree, VariableElement field) {
    switch (tree.getKind()) {
      case PARENTHESIZED:
        return toLockExpr(((com.sun.source.tree.ParenthesizedTree) tree).getExpression(), field);
      case IDENTIFIER:
        return identifier((IdentifierTree) tree, field);
      case MEMBER_SELECT:
        MemberSelectTree select = (MemberSelectTree) tree;
        LockExpr base = toLockExpr(select.getExpression(), field);
        return base == null ? null : new LockExpr.Select(base, select.getIdentifier().toString());
      case METHOD_INVOCATION:
        return call((MethodInvocationTree) tree, field);
      default:
        return null;
    }
  }

  private LockExpr identifier(IdentifierTree tree, VariableElement field) {
    String name = tree.getName().toString();
    if (name.equals("this")) {
      return new LockExpr.This();
    }
    Element element = element(tree);
    if (element != null && element.getKind() == ElementKind.PARAMETER) {
      Map<VariableElement, VariableElement> copies = constructorParameters.get(field);
      VariableElement copy = copies == null ? null : copies.get(element);
      return copy == null || copy == field
          ? null
          : new LockExpr.Name(copy.getSimpleName().toString());
    }
    if (element == null || element.getKind() == ElementKind.LOCAL_VARIABLE) {
      return null;
    }
    return new LockExpr.Name(name);
  }

  private LockExpr call(MethodInvocationTree tree, VariableElement field) {
    List<LockExpr> args = new ArrayList<>();
    for (ExpressionTree arg : tree.getArguments()) {
      LockExpr expr = toLockExpr(arg, field);
      if (expr == null) {
        return null;
      }
      args.add(expr);
    }
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      LockExpr base = toLockExpr(select.getExpression(), field);
      return base == null ? null : new LockExpr.Call(base, select.getIdentifier().toString(), args);
    }
    if (tree.getMethodSelect() instanceof IdentifierTree name
        && !name.getName().contentEquals("super")) {
      return new LockExpr.Call(null, name.getName().toString(), args);
    }
    return null;
  }

  /** Which fields are initialised with what, needed before any body is looked at. */
  private void collectFields(ClassTree type) {
    for (Tree member : type.getMembers()) {
      if (member instanceof ClassTree nested) {
        collectFields(nested);
      } else if (member instanceof VariableTree variable
          && element(variable) instanceof VariableElement field) {
        List<ExpressionTree> trees = initialisers.computeIfAbsent(field, f -> new ArrayList<>());
        if (variable.getInitializer() != null) {
          trees.add(variable.getInitializer());
        }
      } else if (member instanceof MethodTree method
          && method.getReturnType() == null
          && method.getBody() != null) {
        collectConstructor(method);
      } else if (member instanceof MethodTree method && method.getBody() != null) {
        collectGetter(method);
      }
    }
  }

  private void collectConstructor(MethodTree constructor) {
    Map<VariableElement, VariableElement> copies = new HashMap<>();
    List<VariableElement> assigned = new ArrayList<>();
    for (StatementTree statement : constructor.getBody().getStatements()) {
      if (statement instanceof com.sun.source.tree.ExpressionStatementTree expression
          && expression.getExpression() instanceof AssignmentTree assignment
          && ownField(assignment.getVariable()) != null) {
        VariableElement field = ownField(assignment.getVariable());
        initialisers.computeIfAbsent(field, f -> new ArrayList<>()).add(assignment.getExpression());
        assigned.add(field);
        if (assignment.getExpression() instanceof IdentifierTree name
            && element(name) instanceof VariableElement parameter
            && parameter.getKind() == ElementKind.PARAMETER) {
          copies.putIfAbsent(parameter, field);
        }
      }
    }
    assigned.forEach(
        field -> constructorParameters.computeIfAbsent(field, f -> new HashMap<>()).putAll(copies));
  }

  /** The field of {@code this} that an expression names, or null. */
  private VariableElement ownField(ExpressionTree tree) {
    boolean own =
        tree instanceof IdentifierTree
            || tree instanceof MemberSelectTree select
                && select.getExpression() instanceof IdentifierTree base
                && base.getName().contentEquals("this");
    return own
            && element(tree) instanceof VariableElement variable
            && variable.getKind() == ElementKind.FIELD
        ? variable
        : null;
  }

  private void collectGetter(MethodTree method) {
    List<? extends StatementTree> statements = method.getBody().getStatements();
    if (statements.size() == 1
        && method.getParameters().isEmpty()
        && statements.get(0) instanceof ReturnTree result
        && result.getExpression() != null
        && element(method) instanceof ExecutableElement element) {
      ExpressionTree expression = result.getExpression();
      VariableElement field = ownField(expression);
      if (field == null
          && element(expression) instanceof VariableElement variable
          && variable.getKind() == ElementKind.FIELD
          && Env.isStatic(variable)) {
        field = variable;
      }
      if (field != null) {
        getters.put(element, field);
      }
    }
  }

  /** A body that calls an interesting private method is interesting too. */
  private void spread() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Member member : members.values()) {
        if (!member.interesting) {
          for (ExecutableElement callee : member.privateCallees) {
            Member target = methods.get(callee);
            if (target != null && target.interesting) {
              member.interesting = true;
              changed = true;
              break;
            }
          }
        }
      }
    }
  }

  private final class Scanner extends TreeScanner<Void, Void> {
    private ClassTree type;
    private Member member;
    private boolean initialising;
    private int lambdas;

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      ClassTree outerType = type;
      Member outerMember = member;
      boolean outerInitialising = initialising;
      int outerLambdas = lambdas;
      classes.add(tree);
      type = tree;
      lambdas = 0;
      for (Tree each : tree.getMembers()) {
        member = null;
        initialising = false;
        if (each instanceof BlockTree || each instanceof VariableTree) {
          initialising = true;
          begin(each, each instanceof VariableTree ? element(each) : null);
          scan(each, null);
        } else {
          scan(each, null);
        }
      }
      type = outerType;
      member = outerMember;
      initialising = outerInitialising;
      lambdas = outerLambdas;
      return null;
    }

    private void begin(Tree tree, Element element) {
      member = new Member(tree, element, type);
      members.put(tree, member);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      Element element = element(tree);
      begin(tree, element);
      if (element instanceof ExecutableElement method) {
        methods.put(method, member);
        initialising = method.getKind() == ElementKind.CONSTRUCTOR || isDeserialisation(method);
        member.interesting =
            !contracts.of(method).clauses().isEmpty() || !contracts.of(method).same().isEmpty();
        member.interesting |=
            contracts.of(method).returns() != null && !contracts.of(method).fromModel();
      }
      scan(tree.getBody(), null);
      member = null;
      return null;
    }

    /** Serialisation makes objects without a constructor; this method stands for one. */
    private boolean isDeserialisation(ExecutableElement method) {
      return method.getModifiers().contains(Modifier.PRIVATE)
          && (method.getSimpleName().contentEquals("readObject")
                  && method.getParameters().size() == 1
              || method.getSimpleName().contentEquals("readObjectNoData"));
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      lambdas++;
      markFunctional(tree);
      super.visitLambdaExpression(tree, unused);
      lambdas--;
      return null;
    }

    private void markFunctional(Tree tree) {
      var type = env.trees.getTypeMirror(new TreePath(path, tree));
      ExecutableElement method = Functional.method(env, type);
      if (method != null && !contracts.of(method).clauses().isEmpty()) {
        mark();
      }
    }

    @Override
    public Void visitSynchronized(com.sun.source.tree.SynchronizedTree tree, Void unused) {
      ExpressionTree named = Checks.plain(tree.getExpression());
      if (element(named) instanceof VariableElement field
          && field.getKind() == ElementKind.FIELD
          && !field.getModifiers().contains(Modifier.FINAL)) {
        mark();
      }
      return super.visitSynchronized(tree, unused);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      touch(tree, element(tree));
      markFunctional(tree);
      return super.visitMemberReference(tree, unused);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      touch(tree, element(tree));
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      touch(tree, element(tree));
      return super.visitMemberSelect(tree, unused);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      touch(tree, element(tree));
      return super.visitNewClass(tree, unused);
    }

    @Override
    public Void visitErroneous(com.sun.source.tree.ErroneousTree tree, Void unused) {
      if (member != null) {
        member.erroneous = true;
      }
      return null;
    }

    private void touch(Tree tree, Element element) {
      if (member == null || element == null) {
        return;
      }
      if (element instanceof ExecutableElement method) {
        touchMethod(method);
        noteUnusable(tree, method);
      } else if (element instanceof VariableElement field
          && (field.getKind() == ElementKind.FIELD
              || field.getKind() == ElementKind.ENUM_CONSTANT)) {
        boolean guarded = contracts.guard(field) != null;
        if (!member.interesting
            && (guarded
                || !contracts.order(field, true).isEmpty()
                || !contracts.order(field, false).isEmpty())) {
          mark();
        }
        noteUnusable(tree, field);
      } else if (element.asType().getKind() == TypeKind.ERROR) {
        member.erroneous = true;
      }
    }

    private void touchMethod(ExecutableElement method) {
      if (method.getModifiers().contains(Modifier.PRIVATE)) {
        member.privateCallees.add(method);
        called.add(method);
      }
      Contract contract = contracts.of(method);
      if (contract.concernsLocks()) {
        mark();
      }
      VariableElement field = contracts.componentField(method);
      if (field != null && contracts.guard(field) != null) {
        mark();
      }
    }

    private void noteUnusable(Tree tree, Element element) {
      if (contracts.isInvalid(element) && env.trees.getPath(element) == null) {
        unusable.putIfAbsent(element, tree);
      }
    }

    private void mark() {
      if (member != null) {
        member.interesting = true;
      }
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
      assigned(tree.getVariable());
      return super.visitAssignment(tree, unused);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
      assigned(tree.getVariable());
      return super.visitCompoundAssignment(tree, unused);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void unused) {
      switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            assigned(tree.getExpression());
        default -> {
          /* no assignment */
        }
      }
      return super.visitUnary(tree, unused);
    }

    private void assigned(ExpressionTree target) {
      if (element(target) instanceof VariableElement field
          && field.getKind() == ElementKind.FIELD
          && !(initialising && lambdas == 0 && isOwn(target, field))) {
        reassigned.add(field);
      }
    }

    private boolean isOwn(ExpressionTree target, VariableElement field) {
      return (ownField(target) == field || Env.isStatic(field))
          && type != null
          && element(type) == field.getEnclosingElement();
    }
  }
}
