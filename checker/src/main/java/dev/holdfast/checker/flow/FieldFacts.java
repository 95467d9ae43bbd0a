package dev.holdfast.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockExpr;
import dev.holdfast.checker.contract.UnitFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * What the source of one top-level class says of its fields: what they are initialised with, which
 * of them are assigned later, and which methods do no more than return one.
 */
final class FieldFacts implements UnitFacts {
  private final Env env;
  private final Contracts contracts;
  private final TreePath path;
  private final Set<VariableElement> reassigned = new HashSet<>();
  private final Map<VariableElement, List<ExpressionTree>> initialisers = new HashMap<>();
  private final Set<VariableElement> initialised = new HashSet<>();

  /** What the locals of constructors and initialisers are declared with. */
  private final Map<Element, ExpressionTree> locals = new HashMap<>();

  private final Set<Element> assignedLocals = new HashSet<>();
  private final ConstructorArguments constructors = new ConstructorArguments(this);
  private final Map<ExecutableElement, VariableElement> getters = new HashMap<>();
  private final Map<ExecutableElement, ExpressionTree> views = new HashMap<>();
  private final Map<VariableElement, LockExpr> definitions = new HashMap<>();
  private boolean collected;

  /** The facts of the class that {@code path} leads to; it learns of later assignments. */
  FieldFacts(Env env, Contracts contracts, TreePath path) {
    this.env = env;
    this.contracts = contracts;
    this.path = path;
  }

  /** Collects what is needed before any body is looked at; of most classes nobody asks. */
  private void collect() {
    if (!collected) {
      collected = true;
      collectFields((ClassTree) path.getLeaf());
    }
  }

  Element element(Tree tree) {
    return env.trees.getElement(new TreePath(path, tree));
  }

  /** Takes note of an assignment that is no part of the making of its object. */
  void reassigned(VariableElement field) {
    reassigned.add(field);
  }

  @Override
  public VariableElement getterField(ExecutableElement method) {
    collect();
    VariableElement field = getters.get(method);
    if (field == null) {
      return contracts.siblingGetterField(method, element(path.getLeaf()));
    }
    return contracts.isStable(field) ? field : null;
  }

  @Override
  public LockExpr view(ExecutableElement method) {
    collect();
    ExpressionTree expression = views.get(method);
    return expression == null ? null : toLockExpr(expression, null);
  }

  @Override
  public boolean isNeverReassigned(VariableElement field) {
    return field.getModifiers().contains(Modifier.PRIVATE) && isMerelyInitialised(field);
  }

  @Override
  public boolean isMerelyInitialised(VariableElement field) {
    if (reassigned.contains(field)) {
      return false;
    }
    collect();
    return initialisers.containsKey(field);
  }

  @Override
  public boolean mayKeepAnother(VariableElement field) {
    return given(field).stream()
        .anyMatch(each -> !(each instanceof NewClassTree || each instanceof NewArrayTree));
  }

  @Override
  public boolean isNeverNull(VariableElement field) {
    collect();
    List<ExpressionTree> values = initialisers.getOrDefault(field, List.of());
    boolean assigned = field.getModifiers().contains(Modifier.FINAL) || initialised.contains(field);
    return assigned && !values.isEmpty() && values.stream().allMatch(this::isObject);
  }

  @Override
  public TypeElement madeAs(VariableElement field) {
    if (!isNeverNull(field)) {
      return null;
    }
    return alike(
        field,
        each ->
            value(each) instanceof NewClassTree creation
                    && creation.getClassBody() == null
                    && element(creation) instanceof ExecutableElement constructor
                ? Env.enclosingType(constructor)
                : null);
  }

  /** What all that a field is initialised with reads as; null where that is not the same. */
  private <T> T alike(VariableElement field, Function<ExpressionTree, T> read) {
    T result = null;
    for (ExpressionTree each : initialisers.getOrDefault(field, List.of())) {
      T found = read.apply(each);
      if (found == null || result != null && !result.equals(found)) {
        return null;
      }
      result = found;
    }
    return result;
  }

  private boolean isObject(ExpressionTree value) {
    ExpressionTree plain = value(value);
    return switch (plain.getKind()) {
      case NEW_CLASS, NEW_ARRAY, LAMBDA_EXPRESSION, MEMBER_REFERENCE, STRING_LITERAL -> true;
      case CONDITIONAL_EXPRESSION -> {
        ConditionalExpressionTree choice = (ConditionalExpressionTree) plain;
        yield isObject(choice.getTrueExpression()) && isObject(choice.getFalseExpression());
      }
      default -> false;
    };
  }

  @Override
  public Map<VariableElement, Integer> copies(ExecutableElement constructor) {
    collect();
    Map<VariableElement, Integer> result = new HashMap<>();
    constructors
        .copies(constructor)
        .forEach(
            (field, index) -> {
              if (contracts.isStable(field)) {
                result.put(field, index);
              }
            });
    return result;
  }

  /** All that constructors and initialisers give the field. */
  List<ExpressionTree> given(VariableElement field) {
    collect();
    return initialisers.getOrDefault(field, List.of()).stream().map(this::value).toList();
  }

  /** What the field is given where it is declared, if nothing else ever; null otherwise. */
  ExpressionTree initialiser(VariableElement field) {
    collect();
    List<ExpressionTree> all = initialisers.getOrDefault(field, List.of());
    return initialised.contains(field) && all.size() == 1 ? all.get(0) : null;
  }

  /** Whether a constructor does no more with an argument than to keep it in the object made. */
  boolean merelyKeeps(ExecutableElement constructor, int index) {
    collect();
    return constructors.merelyKeeps(constructor, index);
  }

  @Override
  public LockExpr definition(VariableElement field) {
    if (!definitions.containsKey(field)) {
      definitions.put(field, readDefinition(field));
    }
    return definitions.get(field);
  }

  @Override
  public LockExpr given(VariableElement holder, VariableElement field) {
    collect();
    return alike(holder, each -> given(value(each), holder, field));
  }

  private LockExpr given(ExpressionTree made, VariableElement holder, VariableElement field) {
    if (!(made instanceof NewClassTree creation)
        || creation.getClassBody() != null
        || !(element(creation) instanceof ExecutableElement constructor)) {
      return null;
    }
    Integer index = copies(constructor).get(field);
    return index == null || constructor.isVarArgs()
        ? null
        : toLockExpr(creation.getArguments().get(index), holder);
  }

  private LockExpr readDefinition(VariableElement field) {
    collect();
    return alike(field, each -> toLockExpr(each, field));
  }

  private LockExpr toLockExpr(ExpressionTree expression, VariableElement field) {
    ExpressionTree tree = value(expression);
    switch (tree.getKind()) {
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
      VariableElement copy = firstCopy((VariableElement) element, field);
      return copy == null || copy == field
          ? null
          : new LockExpr.Name(copy.getSimpleName().toString());
    }
    if (element == null || element.getKind() == ElementKind.LOCAL_VARIABLE) {
      return null;
    }
    return new LockExpr.Name(name);
  }

  /** The first field of the same class that has a constructor's argument; null if none does. */
  private VariableElement firstCopy(VariableElement parameter, VariableElement field) {
    if (parameter.getEnclosingElement() instanceof ExecutableElement constructor) {
      int index = constructor.getParameters().indexOf(parameter);
      for (Map.Entry<VariableElement, Integer> each : constructors.copies(constructor).entrySet()) {
        if (each.getValue() == index
            && each.getKey().getEnclosingElement() == field.getEnclosingElement()) {
          return each.getKey();
        }
      }
    }
    return null;
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

  /** Which fields are initialised with what. */
  private void collectFields(ClassTree type) {
    for (Tree member : type.getMembers()) {
      if (member instanceof ClassTree nested) {
        collectFields(nested);
      } else if (member instanceof VariableTree variable
          && element(variable) instanceof VariableElement field) {
        List<ExpressionTree> trees = initialisers.computeIfAbsent(field, f -> new ArrayList<>());
        if (variable.getInitializer() != null) {
          initialised.add(field);
          trees.add(variable.getInitializer());
        }
      } else if (member instanceof MethodTree method
          && method.getReturnType() == null
          && method.getBody() != null) {
        collectAssignments(method.getBody());
        constructors.add((ExecutableElement) element(method), method, type);
      } else if (member instanceof BlockTree block) {
        collectAssignments(block);
        collectInitialised(block);
      } else if (member instanceof MethodTree method && method.getBody() != null) {
        collectGetter(method);
      }
    }
  }

  /** Takes note of the fields that an initialiser surely assigns. */
  private void collectInitialised(BlockTree initialiser) {
    for (StatementTree each : initialiser.getStatements()) {
      if (each instanceof ExpressionStatementTree statement
          && statement.getExpression() instanceof AssignmentTree assignment
          && ownField(assignment.getVariable()) != null) {
        initialised.add(ownField(assignment.getVariable()));
      }
    }
  }

  /** Takes note of every assignment to an own field. */
  private void collectAssignments(BlockTree body) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitAssignment(AssignmentTree assignment, Void unused) {
        VariableElement field = ownField(assignment.getVariable());
        if (field != null) {
          initialisers
              .computeIfAbsent(field, f -> new ArrayList<>())
              .add(assignment.getExpression());
        }
        assignedLocals.add(element(Env.plain(assignment.getVariable())));
        return super.visitAssignment(assignment, unused);
      }

      @Override
      public Void visitVariable(VariableTree variable, Void unused) {
        if (variable.getInitializer() != null) {
          locals.put(element(variable), variable.getInitializer());
        }
        return super.visitVariable(variable, unused);
      }
    }.scan(body, null);
  }

  /** The expression, or what a constructor's local that it names was given for good. */
  ExpressionTree value(ExpressionTree expression) {
    ExpressionTree plain = Env.plain(expression);
    Element named = plain instanceof IdentifierTree ? element(plain) : null;
    return locals.containsKey(named) && !assignedLocals.contains(named)
        ? value(locals.get(named))
        : plain;
  }

  /** The field of {@code this} that an expression names, or null. */
  VariableElement ownField(ExpressionTree expression) {
    ExpressionTree tree = Env.plain(expression);
    boolean own =
        tree instanceof IdentifierTree name && !name.getName().contentEquals("this")
            || tree instanceof MemberSelectTree select
                && Env.plain(select.getExpression()) instanceof IdentifierTree base
                && base.getName().contentEquals("this");
    return own
            && element(tree) instanceof VariableElement variable
            && variable.getKind() == ElementKind.FIELD
        ? variable
        : null;
  }

  private void collectGetter(MethodTree method) {
    ExpressionTree expression = Env.returned(method);
    if (expression != null && element(method) instanceof ExecutableElement element) {
      VariableElement field = ownField(expression);
      if (field == null
          && element(Env.plain(expression)) instanceof VariableElement variable
          && variable.getKind() == ElementKind.FIELD
          && Env.isStatic(variable)) {
        field = variable;
      }
      if (field != null) {
        getters.put(element, field);
      } else if (Env.plain(expression) instanceof MethodInvocationTree call
          && call.getArguments().isEmpty()
          && call.getMethodSelect() instanceof MemberSelectTree select
          && ownField(select.getExpression()) != null) {
        views.put(element, expression);
      }
    }
  }
}
