package dev.holdfast.review.source;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The assertions that a body begins with: {@code assert}, throw-unless-held, and calls of methods
 * that return normally only if a lock is held.
 */
final class Assertions {
  /** Questions of ownership in the platform's locks, and the view that they ask about. */
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "isHeldByCurrentThread", "",
          "isWriteLockedByCurrentThread", ".writeLock()");

  private static final Map<String, String> COUNTS =
      Map.of(
          "getHoldCount", "",
          "getReadHoldCount", ".readLock()",
          "getWriteHoldCount", ".writeLock()");

  /** Assertion methods of the runtime; a call that cannot be resolved is taken for one by name. */
  private static final Set<String> BY_NAME =
      Set.of(
          "assertLocked",
          "assertWriteLocked",
          "assertNotLocked",
          "assertStabilised",
          "assertAttached",
          "assertDetached",
          "assertMutable",
          "assertHeld",
          "assertHeldForWrite",
          "assertNotHeld");

  private static final Pattern PLACEHOLDER = Pattern.compile("^#(\\d+)");

  private final TypeIndex index;
  private final Names names;
  private final Members members;
  private final Expressions expressions;
  private final AnnotationReader annotations;
  private final AssertingNames assertingNames;
  private final Overloads overloads;

  Assertions(
      TypeIndex index,
      Names names,
      Members members,
      Expressions expressions,
      AnnotationReader annotations) {
    this.index = index;
    this.names = names;
    this.members = members;
    this.expressions = expressions;
    this.annotations = annotations;
    assertingNames = index.assertingNames();
    overloads = new Overloads(names, expressions);
  }

  /** One side of a condition: locks of which one is held, or is not held. */
  private record Fact(List<String> locks, boolean held) {
    Contract contract() {
      ContractKind kind = held ? ContractKind.ASSERTS : ContractKind.ASSERTS_NOT;
      return new Contract(kind, locks, new TreeMap<>(), "");
    }
  }

  /** The contracts that the leading assertions are; other {@code assert}s between are passed. */
  List<Contract> leading(BlockStmt body, Scope scope) {
    List<Contract> contracts = new ArrayList<>();
    for (Statement statement : body.getStatements()) {
      Optional<List<Fact>> facts = ofStatement(statement, scope);
      if (facts.isEmpty()) {
        break;
      }
      facts.get().forEach(fact -> contracts.add(fact.contract()));
    }
    return contracts;
  }

  /** The facts after the statement; empty if it is no assertion. */
  private Optional<List<Fact>> ofStatement(Statement statement, Scope scope) {
    if (statement instanceof ExplicitConstructorInvocationStmt) {
      return Optional.of(List.of());
    }
    if (statement instanceof AssertStmt assertion) {
      return Optional.of(facts(assertion.getCheck(), true, scope));
    }
    if (statement instanceof IfStmt branch
        && branch.getElseStmt().isEmpty()
        && onlyThrows(branch.getThenStmt())) {
      List<Fact> facts = facts(branch.getCondition(), false, scope);
      return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
    }
    if (statement instanceof ExpressionStmt plain
        && plain.getExpression() instanceof MethodCallExpr call) {
      List<Fact> facts = ofAssertingCall(call, scope);
      return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
    }
    return Optional.empty();
  }

  private static boolean onlyThrows(Statement statement) {
    if (statement instanceof BlockStmt block) {
      return block.getStatements().size() == 1 && onlyThrows(block.getStatement(0));
    }
    return statement instanceof ThrowStmt;
  }

  /** What is known once the condition had that outcome. */
  private List<Fact> facts(Expression condition, boolean outcome, Scope scope) {
    if (condition instanceof EnclosedExpr enclosed) {
      return facts(enclosed.getInner(), outcome, scope);
    }
    if (condition instanceof UnaryExpr not
        && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return facts(not.getExpression(), !outcome, scope);
    }
    if (condition instanceof BinaryExpr binary) {
      return ofBinary(binary, outcome, scope);
    }
    if (condition instanceof MethodCallExpr call) {
      return ofQuestion(call, outcome, scope);
    }
    return List.of();
  }

  private List<Fact> ofBinary(BinaryExpr binary, boolean outcome, Scope scope) {
    boolean and = binary.getOperator() == BinaryExpr.Operator.AND;
    boolean or = binary.getOperator() == BinaryExpr.Operator.OR;
    if (!and && !or) {
      return ofCount(binary, outcome, scope);
    }
    List<Fact> left = facts(binary.getLeft(), outcome, scope);
    List<Fact> right = facts(binary.getRight(), outcome, scope);
    List<Fact> both = new ArrayList<>(left);
    both.addAll(right);
    if (and == outcome) {
      return both;
    }
    boolean either =
        left.size() == 1 && right.size() == 1 && left.get(0).held() && right.get(0).held();
    if (!either) {
      return List.of();
    }
    List<String> locks = new ArrayList<>(left.get(0).locks());
    locks.addAll(right.get(0).locks());
    return List.of(new Fact(locks, true));
  }

  private List<Fact> ofCount(BinaryExpr comparison, boolean outcome, Scope scope) {
    if (!(comparison.getLeft() instanceof MethodCallExpr call)
        || !(comparison.getRight() instanceof IntegerLiteralExpr number)
        || !COUNTS.containsKey(call.getNameAsString())
        || call.getScope().isEmpty()) {
      return List.of();
    }
    String bound = comparison.getOperator().asString() + number.getValue();
    Boolean positive =
        switch (bound) {
          case ">0", "!=0", ">=1" -> true;
          case "==0", "<=0", "<1" -> false;
          default -> null;
        };
    if (positive == null) {
      return List.of();
    }
    String lock = canonical(call.getScope().get(), scope) + COUNTS.get(call.getNameAsString());
    return List.of(new Fact(List.of(lock), positive == outcome));
  }

  private List<Fact> ofQuestion(MethodCallExpr call, boolean outcome, Scope scope) {
    String name = call.getNameAsString();
    if (name.equals("holdsLock")
        && call.getArguments().size() == 1
        && call.getScope().map(s -> s.toString().endsWith("Thread")).orElse(true)) {
      return List.of(new Fact(List.of(canonical(call.getArgument(0), scope)), outcome));
    }
    if (QUESTIONS.containsKey(name) && call.getScope().isPresent()) {
      String lock = canonical(call.getScope().get(), scope) + QUESTIONS.get(name);
      return List.of(new Fact(List.of(lock), outcome));
    }
    return ofDeclared(call, ContractKind.TESTS_HELD, scope).stream()
        .map(locks -> new Fact(locks, outcome))
        .toList();
  }

  private List<Fact> ofAssertingCall(MethodCallExpr call, Scope scope) {
    List<Fact> facts = new ArrayList<>();
    for (List<String> locks : ofDeclared(call, ContractKind.ASSERTS_HELD, scope)) {
      facts.add(new Fact(locks, true));
    }
    if (facts.isEmpty() && call.getNameAsString().startsWith("assertNot")) {
      for (List<String> locks : ofDeclared(call, ContractKind.EXCLUDES, scope)) {
        facts.add(new Fact(locks, false));
      }
    }
    boolean guess =
        facts.isEmpty()
            && BY_NAME.contains(call.getNameAsString())
            && target(call, scope).isEmpty();
    if (guess) {
      facts.add(new Fact(List.of("?" + unresolved(call, scope)), true));
    }
    return facts;
  }

  private String unresolved(MethodCallExpr call, Scope scope) {
    String receiver = call.getScope().map(object -> canonical(object, scope) + ".").orElse("");
    String arguments =
        call.getArguments().stream()
            .map(argument -> canonical(argument, scope))
            .collect(Collectors.joining(", ", "(", ")"));
    return (receiver + call.getNameAsString() + arguments).replace("?", "");
  }

  private record Target(Members.FoundMethod method, String receiver) {}

  /** The locks of a declared method's contracts of that kind, in the caller's words. */
  private List<List<String>> ofDeclared(MethodCallExpr call, ContractKind kind, Scope scope) {
    Optional<Target> target =
        assertingNames.contains(call.getNameAsString()) ? target(call, scope) : Optional.empty();
    if (target.isEmpty()) {
      return List.of();
    }
    MethodDeclaration method = target.get().method().method();
    TypeRef owner = target.get().method().owner();
    Scope declared =
        Scope.ofType(owner.file(), List.of(new Scope.Frame(owner, Set.of())))
            .ofMethod(method.getNameAsString(), method.getParameters(), method.getType());
    List<List<String>> all = new ArrayList<>();
    for (AnnotationExpr annotation : method.getAnnotations()) {
      for (Contract contract : annotations.read(annotation, declared, AnnotationReader.On.METHOD)) {
        if (contract.kind() == kind) {
          all.add(
              contract.locks().stream()
                  .map(lock -> substituted(lock, call, target.get().receiver(), scope))
                  .toList());
        }
      }
    }
    return all;
  }

  private String substituted(String lock, MethodCallExpr call, String receiver, Scope scope) {
    Matcher placeholder = PLACEHOLDER.matcher(lock);
    if (placeholder.find()) {
      int argument = Integer.parseInt(placeholder.group(1)) - 1;
      if (argument >= call.getArguments().size()) {
        return "?" + lock;
      }
      return canonical(call.getArgument(argument), scope) + lock.substring(placeholder.end());
    }
    boolean absolute =
        LockPath.parse(lock).flatMap(path -> expressions.absolute(path, scope)).isPresent();
    if (absolute || receiver.equals("this")) {
      return lock;
    }
    return lock.equals("this") ? receiver : receiver + "." + lock;
  }

  private Optional<Target> target(MethodCallExpr call, Scope scope) {
    String name = call.getNameAsString();
    Expression receiver = call.getScope().orElse(null);
    if (receiver == null) {
      for (Scope.Frame frame : scope.frames()) {
        Optional<Members.FoundMethod> found =
            frame.type() == null
                ? Optional.empty()
                : overloads.choose(members.methods(frame.type(), name), call, scope);
        if (found.isPresent()) {
          boolean own = frame == scope.frames().get(0) || found.get().method().isStatic();
          String object = own ? "this" : frame.type().simpleName() + ".this";
          return found.map(method -> new Target(method, object));
        }
      }
      return Optional.empty();
    }
    String written = canonical(receiver, scope);
    Optional<TypeRef> type = expressions.typeOfPath(written, scope);
    if (type.isEmpty() && (receiver instanceof NameExpr || receiver instanceof FieldAccessExpr)) {
      type =
          names.find(receiver.toString(), scope.type(), scope.file()).or(() -> index.find(written));
    }
    return type.or(() -> expressions.typeOfStatic(written))
        .flatMap(t -> overloads.choose(members.methods(t, name), call, scope))
        .map(method -> new Target(method, written));
  }

  private String canonical(Expression expression, Scope scope) {
    return expressions.canonical(expression.toString(), scope);
  }
}
