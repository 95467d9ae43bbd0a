package dev.holdfast.checker.rule;

import com.sun.source.tree.CompilationUnitTree;
import dev.holdfast.checker.Diagnostic.NoteKind;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Clause.Kind;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** An override may require less than what it overrides and promise more, never the reverse. */
final class OverrideRule {
  private final Env env;
  private final Contracts contracts;
  private final CompilationUnitTree unit;
  private final List<Finding> findings;

  OverrideRule(Env env, Contracts contracts, CompilationUnitTree unit, List<Finding> findings) {
    this.env = env;
    this.contracts = contracts;
    this.unit = unit;
    this.findings = findings;
  }

  /** Compares a method's contract with those of the methods that it overrides. */
  void check(ExecutableElement method, Contract own) {
    if (Env.isStatic(method)
        || method.getKind() != ElementKind.METHOD
        || own.clauses().isEmpty() && !contracts.declaresContract(method)) {
      return;
    }
    if (contracts.isScopeClose(method)) {
      return;
    }
    for (ExecutableElement overridden : env.overridden(method)) {
      compare(method, own, overridden);
    }
  }

  private void compare(ExecutableElement method, Contract own, ExecutableElement overridden) {
    Contract base = contracts.of(overridden);
    String name =
        "'"
            + overridden.getEnclosingElement().getSimpleName()
            + "."
            + overridden.getSimpleName()
            + "'";
    for (Clause clause : own.clauses()) {
      String trouble = isDeclaredBy(method, clause) ? excess(clause, base, name) : null;
      if (trouble != null) {
        boolean foreign = clause.origin().source() == Origin.Source.FOREIGN;
        String advice =
            clause.kind() == Kind.RELEASES && contracts.wouldCloseScope(method)
                ? "; if it closes what took the lock, declare @LockScope on '"
                    + method.getEnclosingElement().getSimpleName()
                    + "'"
                : "";
        report(method, clause.origin().annotation(), trouble + advice, overridden, foreign);
        return;
      }
    }
    for (Clause clause : base.clauses()) {
      if (isPromise(clause.kind()) && !keeps(own, clause)) {
        String trouble = "promises less than " + name + ": " + clause.origin().text();
        report(method, firstDeclared(method, own), trouble + " is missing", overridden, false);
        return;
      }
    }
  }

  private static boolean isDeclaredBy(ExecutableElement method, Clause clause) {
    Element element = clause.origin().element();
    return element == method || element != null && method.getParameters().contains(element);
  }

  private static AnnotationMirror firstDeclared(ExecutableElement method, Contract own) {
    Optional<Clause> first =
        own.clauses().stream().filter(clause -> clause.origin().element() == method).findFirst();
    return first.map(clause -> clause.origin().annotation()).orElse(null);
  }

  private void report(
      ExecutableElement method,
      AnnotationMirror annotation,
      String trouble,
      ExecutableElement overridden,
      boolean foreign) {
    Finding.Note note =
        new Finding.Note(
            NoteKind.CONTRACT,
            null,
            overridden,
            null,
            "the method that it overrides is declared here");
    findings.add(
        Finding.ofDeclaration(
            Rule.INCOMPATIBLE_OVERRIDE,
            Place.ofDeclaration(env, unit, method, annotation),
            method,
            "'" + method.getSimpleName() + "'",
            trouble,
            List.of(note),
            foreign));
  }

  // ---- what it asks for

  /** What a clause asks for, or does, beyond the contract overridden, in words; null if nothing. */
  private static String excess(Clause clause, Contract base, String overridden) {
    String text = overridden + ": " + clause.origin().text();
    return switch (clause.kind()) {
      case REQUIRES -> isRequired(clause, base) ? null : "requires more than " + text;
      case EXCLUDES -> isExcluded(clause, base) ? null : "excludes more than " + text;
      case ACQUIRES, ACQUIRES_IF, RELEASES, RELEASES_IF, DOWNGRADES, MAY_RELEASE, ENDS ->
          has(base, clause, other -> sameMode(other, clause.lock()))
              ? null
              : "has an effect that " + overridden + " does not have: " + clause.origin().text();
      default -> null;
    };
  }

  private static boolean isRequired(Clause clause, Contract base) {
    for (Clause other : base.clauses()) {
      boolean implied =
          switch (other.kind()) {
            /* a model names its lock by other words; whether it is the same cannot be seen here */
            case REQUIRES ->
                other.origin().source() == Origin.Source.MODEL || impliedBy(other, clause);
            case RELEASES, DOWNGRADES ->
                clause.locks().stream().anyMatch(lock -> same(lock, other.lock()));
            default -> false;
          };
      if (implied) {
        return true;
      }
    }
    return false;
  }

  /** Whether each lock that would do for the one is among those that do for the other. */
  private static boolean impliedBy(Clause base, Clause own) {
    return base.locks().stream()
        .allMatch(
            theirs ->
                own.locks().stream().anyMatch(ours -> same(ours, theirs) && weaker(ours, theirs)));
  }

  private static boolean isExcluded(Clause clause, Contract base) {
    return base.clauses(Kind.EXCLUDES).stream()
        .map(Clause::lock)
        .anyMatch(
            other ->
                same(other, clause.lock())
                    && (other.mode() == null || other.mode() == clause.lock().mode()));
  }

  // ---- what it promises

  private static boolean isPromise(Kind kind) {
    return switch (kind) {
      case ACQUIRES,
          ACQUIRES_IF,
          RELEASES,
          RELEASES_IF,
          DOWNGRADES,
          ENSURES,
          ASSERTS_HELD,
          TESTS_HELD,
          ESTABLISHES,
          ENDS ->
          true;
      default -> false;
    };
  }

  private static boolean keeps(Contract own, Clause promise) {
    return has(own, promise, lock -> strongEnough(lock, promise.lock(), promise.kind()));
  }

  private static boolean strongEnough(LockRef own, LockRef base, Kind kind) {
    boolean promise = kind == Kind.ENSURES || kind == Kind.ASSERTS_HELD;
    return promise
        ? own.exclusiveUnlessNamed().satisfies(base.exclusiveUnlessNamed())
        : sameMode(own, base);
  }

  // ---- comparing

  /** Whether a contract has a clause of the same kind, lock and outcome that passes the test. */
  private static boolean has(Contract contract, Clause clause, Predicate<LockRef> test) {
    return contract.clauses(clause.kind()).stream()
        .anyMatch(
            other ->
                same(other.lock(), clause.lock())
                    && other.when() == clause.when()
                    && test.test(other.lock()));
  }

  private static boolean sameMode(LockRef a, LockRef b) {
    return a.exclusiveUnlessNamed() == b.exclusiveUnlessNamed();
  }

  /** Whether what {@code own} asks for is no more than what {@code base} asks for. */
  private static boolean weaker(LockRef own, LockRef base) {
    return base.exclusiveUnlessNamed().satisfies(own.exclusiveUnlessNamed())
        || own.definition() != null && own.mode() == null && own.definition().isDerived();
  }

  private static boolean same(LockRef a, LockRef b) {
    return a.lock().correspondsTo(b.lock());
  }
}
