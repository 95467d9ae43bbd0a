package dev.holdfast.checker.contract;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;

/**
 * Reads the assertions that a body begins with as the method's contract: {@code assert
 * lock.isHeldByCurrentThread()}, a test that throws unless the lock is held, a call that asserts
 * it. Works on names alone, so that a caller's view does not depend on which class the compiler
 * attributes first.
 */
public final class LeadingAssertions {
  private final Env env;
  private final Contracts contracts;
  private final Map<ExecutableElement, Beginning> found = new HashMap<>();

  /** A reader for one compilation. */
  public LeadingAssertions(Env env, Contracts contracts) {
    this.env = env;
    this.contracts = contracts;
    contracts.setAssertions(this);
  }

  /** The outcome of its condition that the statement answers with an exception; null if none. */
  public static Boolean throwsIf(IfTree test) {
    if (endsInThrow(test.getThenStatement())) {
      return true;
    }
    return endsInThrow(test.getElseStatement()) ? false : null;
  }

  private static boolean endsInThrow(StatementTree statement) {
    if (!(statement instanceof BlockTree block)) {
      return statement instanceof ThrowTree;
    }
    List<? extends StatementTree> all = block.getStatements();
    for (StatementTree each : all) {
      boolean plain = each instanceof VariableTree || each instanceof ExpressionStatementTree;
      if (!plain) {
        return each == all.get(all.size() - 1) && endsInThrow(each);
      }
    }
    return false;
  }

  /** Looks for assertions in a file; contracts are made of them when they are asked for. */
  public void read(CompilationUnitTree unit) {
    List<Beginning.StaticImport> imports = Beginning.staticImports(unit);
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree tree, Void unused) {
        for (Tree member : tree.getMembers()) {
          if (member instanceof MethodTree || member instanceof ClassTree) {
            scan(member, null);
          }
        }
        return null;
      }

      @Override
      public Void visitMethod(MethodTree tree, Void unused) {
        Beginning beginning = Beginning.of(tree.getBody(), imports);
        if (!beginning.questions().isEmpty()
            && env.trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
          found.put(method, beginning);
        }
        return null;
      }
    }.scan(new TreePath(unit), null);
  }

  /** What a method asserts first, as clauses; empty if it begins with no assertion. */
  List<Clause> of(ExecutableElement method) {
    Beginning beginning = found.get(method);
    if (beginning == null) {
      return List.of();
    }
    List<Clause> clauses = new ArrayList<>();
    boolean isAll = beginning.isAll();
    for (Beginning.Question question : beginning.questions()) {
      List<Clause> some = clauses(method, question, beginning.imports());
      if (some.isEmpty()) {
        isAll = false;
        break;
      }
      clauses.addAll(some);
    }
    if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      Path taken = contracts.pool().monitor(synchronisedOn(method));
      clauses.removeIf(
          clause ->
              clause.kind() == Clause.Kind.REQUIRES
                  && clause.locks().stream().anyMatch(ref -> ref.lock() == taken));
    }
    if (isAll && Env.isConfined(method) && !Env.isOverridable(method)) {
      clauses.replaceAll(LeadingAssertions::asAssertion);
    }
    return clauses;
  }

  /** A helper that does nothing but to assert asks no more of its callers than the assertion. */
  private static Clause asAssertion(Clause clause) {
    return clause.kind() == Clause.Kind.REQUIRES
        ? new Clause(Clause.Kind.ASSERTS_HELD, clause.locks(), null, clause.flag(), clause.origin())
        : clause;
  }

  /** What a synchronized method takes itself is no demand on its callers. */
  private Path synchronisedOn(ExecutableElement method) {
    TypeElement owner = Env.enclosingType(method);
    return Env.isStatic(method)
        ? contracts.pool().classObject(owner)
        : contracts.pool().param(-1, owner.asType());
  }

  /** Whether a method begins with what may turn out to be an assertion. */
  boolean mayAssert(ExecutableElement method) {
    Beginning beginning = found.get(method);
    return beginning != null
        && mayAssert(
            beginning.questions().get(0).calls().get(0),
            beginning.imports(),
            Env.enclosingType(method));
  }

  /** Most bodies that begin with a call check an argument; the name of what they call tells. */
  private boolean mayAssert(
      MethodInvocationTree call, List<Beginning.StaticImport> imports, TypeElement owner) {
    Name name = nameOf(call);
    return call.getMethodSelect() instanceof MemberSelectTree
        || asserts(Env.enclosingTypes(owner), name)
        || asserts(imported(name, imports, owner), name);
  }

  /** Whether a method begins with something that tests, and not merely calls. */
  boolean begins(ExecutableElement method) {
    Beginning beginning = found.get(method);
    return beginning != null && !beginning.questions().get(0).asserts();
  }

  private List<Clause> clauses(
      ExecutableElement method, Beginning.Question question, List<Beginning.StaticImport> imports) {
    TypeElement owner = Env.enclosingType(method);
    Scope scope = Scope.ofMember(contracts.pool(), owner, method, Env.isStatic(method));
    try {
      List<Clause> result = new ArrayList<>();
      for (MethodInvocationTree call : question.calls()) {
        List<Clause> some = clauses(method, question, call, imports, scope);
        if (some.isEmpty() || question.calls().size() > 1 && some.size() > 1) {
          return List.of();
        }
        result.addAll(some);
      }
      return question.calls().size() == 1 ? result : List.of(anyOf(result));
    } catch (Unresolved e) {
      return List.of();
    }
  }

  private static Clause anyOf(List<Clause> clauses) {
    List<LockRef> locks = new ArrayList<>();
    clauses.forEach(each -> locks.addAll(each.locks()));
    Clause first = clauses.get(0);
    return new Clause(first.kind(), locks, null, false, first.origin());
  }

  private List<Clause> clauses(
      ExecutableElement method,
      Beginning.Question question,
      MethodInvocationTree call,
      List<Beginning.StaticImport> imports,
      Scope scope)
      throws Unresolved {
    List<LockExpr> arguments = new ArrayList<>();
    for (ExpressionTree tree : call.getArguments()) {
      LockExpr argument = LockExprTrees.read(tree);
      if (argument == null) {
        return List.of();
      }
      arguments.add(argument);
    }
    Part base = mayAssert(call, imports, scope.type()) ? base(call, imports, scope) : null;
    TypeElement on = base == null ? null : base.typeElement(env);
    if (on == null || !contracts.asserts(on, nameOf(call))) {
      return List.of();
    }
    ExecutableElement callee = env.method(on, nameOf(call), arguments.size());
    if (callee == null || callee == method || !contracts.mayDeclare(callee)) {
      return List.of();
    }
    List<Path> args = new ArrayList<>();
    for (LockExpr argument : arguments) {
      args.add(contracts.resolver().part(argument, scope).asObject(contracts.pool()));
    }
    Path receiver = base.type() == null ? base.asObject(contracts.pool()) : null;
    return bind(callee, receiver, args, question);
  }

  /** What the assertion is called on; null where that is no lock expression. */
  private Part base(MethodInvocationTree call, List<Beginning.StaticImport> imports, Scope scope)
      throws Unresolved {
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      LockExpr expr = LockExprTrees.read(select.getExpression());
      return expr == null ? null : contracts.resolver().part(expr, scope);
    }
    return home(nameOf(call), call.getArguments().size(), imports, scope);
  }

  /**
   * Where an unqualified call finds its method: in the innermost class that has it, else by an
   * import. Null if none of them has it.
   */
  private Part home(Name name, int parameters, List<Beginning.StaticImport> imports, Scope scope) {
    for (TypeElement type : Env.enclosingTypes(scope.type())) {
      if (env.method(type, name, parameters) != null) {
        Path self = type == scope.type() ? scope.self() : contracts.pool().self(type);
        return Part.of(self, type.asType());
      }
    }
    for (TypeElement type : imported(name, imports, scope.type())) {
      if (env.method(type, name, parameters) != null) {
        return Part.ofType(type);
      }
    }
    return null;
  }

  private List<TypeElement> imported(
      Name name, List<Beginning.StaticImport> imports, TypeElement from) {
    List<TypeElement> result = new ArrayList<>();
    for (Beginning.StaticImport each : imports) {
      if (each.covers(name)) {
        TypeElement type = env.typeSeenFrom(from, each.type());
        if (type != null) {
          result.add(type);
        }
      }
    }
    return result;
  }

  private boolean asserts(List<TypeElement> types, Name name) {
    for (TypeElement type : types) {
      if (contracts.asserts(type, name)) {
        return true;
      }
    }
    return false;
  }

  private static Name nameOf(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? select.getIdentifier()
        : ((IdentifierTree) call.getMethodSelect()).getName();
  }

  private List<Clause> bind(
      ExecutableElement callee, Path receiver, List<Path> args, Beginning.Question question) {
    Clause.Kind wanted = question.asserts() ? Clause.Kind.ASSERTS_HELD : Clause.Kind.TESTS_HELD;
    Clause.Kind kind = question.negated() ? Clause.Kind.EXCLUDES : Clause.Kind.REQUIRES;
    List<Clause> result = new ArrayList<>();
    for (Clause clause : contracts.of(callee).clauses()) {
      if (clause.kind() != wanted) {
        continue;
      }
      List<LockRef> bound = new ArrayList<>();
      for (LockRef ref : clause.locks()) {
        Path lock = contracts.pool().bind(ref.lock(), receiver, args, null);
        if (lock == null) {
          return List.of();
        }
        if (question.negated() && ref.mode() == Mode.READ) {
          /* no contract excludes reading and not writing */
          return List.of();
        }
        bound.add(LockRef.of(lock, ref.mode(), ref.text()));
      }
      String text = (question.negated() ? "!" : "") + question.text();
      Origin origin = new Origin(null, null, text, Origin.Source.ASSERTION);
      result.add(new Clause(kind, bound, null, false, origin));
    }
    return result;
  }
}
