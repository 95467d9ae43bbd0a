package dev.holdfast.checker.rule;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Guard;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.contract.Problem;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The rules about declarations alone: contracts that cannot be used, that contradict, or that can
 * change under the user.
 */
public final class DeclarationRules {
  private final Env env;
  private final Contracts contracts;
  private final CompilationUnitTree unit;
  private final List<Finding> findings;

  /** The rules for one file; what they find is added to {@code findings}. */
  public DeclarationRules(
      Env env, Contracts contracts, CompilationUnitTree unit, List<Finding> findings) {
    this.env = env;
    this.contracts = contracts;
    this.unit = unit;
    this.findings = findings;
  }

  /** Checks one type and its members, nested types apart. */
  public void check(TypeElement type) {
    contracts.checkAliases(type);
    contracts.checkType(type);
    report(type);
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof VariableElement field && field.getKind() == ElementKind.FIELD) {
        checkField(field);
      } else if (member instanceof ExecutableElement method) {
        checkMethod(method);
      }
    }
  }

  /** Checks a package declaration: an alias can stand on one, and means nothing there. */
  public void check(PackageElement element) {
    contracts.checkAliases(element);
    report(element);
  }

  private void checkField(VariableElement field) {
    contracts.checkAliases(field);
    Guard guard = contracts.guard(field);
    contracts.order(field, true);
    contracts.order(field, false);
    checkOrderCycle(field);
    report(field);
    if (guard != null) {
      for (LockRef ref : guard.read()) {
        stable(ref, guard.origin(), field);
      }
      for (LockRef ref : guard.write()) {
        stable(ref, guard.origin(), field);
      }
    }
  }

  /**
   * An order that leads back to its start binds nobody; it is reported at the first field on it.
   */
  private void checkOrderCycle(VariableElement field) {
    if (contracts.order(field, false).isEmpty() && contracts.order(field, true).isEmpty()) {
      return;
    }
    Set<VariableElement> reached = new LinkedHashSet<>();
    reach(field, reached);
    if (!reached.contains(field)) {
      return;
    }
    for (Element member : field.getEnclosingElement().getEnclosedElements()) {
      if (member instanceof VariableElement other && reached.contains(other)) {
        if (other == field) {
          contracts.addProblem(
              new Problem(
                  field,
                  contracts.orderAnnotation(field),
                  "the declared order leads from '" + field.getSimpleName() + "' back to itself"));
        }
        return;
      }
    }
  }

  private void reach(VariableElement from, Set<VariableElement> reached) {
    for (LockRef ref : contracts.order(from, false)) {
      addReached(ref, reached);
    }
    for (Element member : from.getEnclosingElement().getEnclosedElements()) {
      if (member instanceof VariableElement other && other.getKind() == ElementKind.FIELD) {
        for (LockRef ref : contracts.order(other, true)) {
          if (fieldOf(ref) == from && reached.add(other)) {
            reach(other, reached);
          }
        }
      }
    }
  }

  private void addReached(LockRef ref, Set<VariableElement> reached) {
    VariableElement next = fieldOf(ref);
    if (next != null && reached.add(next)) {
      reach(next, reached);
    }
  }

  /** The field of the same instance, or the static one, that a lock is; else null. */
  private static VariableElement fieldOf(LockRef ref) {
    Path at = ref.lock().kind == Path.Kind.MONITOR ? ref.lock().base : ref.lock();
    boolean own = at.base == null || at.base.base == null && at.base.kind != Path.Kind.FIELD;
    return at.kind == Path.Kind.FIELD && own ? (VariableElement) at.key : null;
  }

  private void checkMethod(ExecutableElement method) {
    contracts.checkAliases(method);
    method.getParameters().forEach(contracts::checkAliases);
    Contract contract = contracts.of(method);
    if (contract == Contract.NONE && contracts.problems(method).isEmpty()) {
      method.getParameters().forEach(this::reportPlaces);
      return;
    }
    if (env.trees.getTree(method) == null) {
      /* made by the compiler, such as a record's accessor; what it copies is checked where it stands */
      return;
    }
    checkContradictions(method, contract);
    report(method);
    method.getParameters().forEach(this::reportPlaces);
    for (Clause clause : contract.clauses()) {
      if (clause.origin().element() == method) {
        clause.locks().forEach(ref -> stable(ref, clause.origin(), method));
      }
    }
    if (!Env.isStatic(method) && method.getKind() == ElementKind.METHOD) {
      checkOverride(method, contract);
    }
  }

  /**
   * A contract in a class file that cannot be used is reported where the member is used, once a
   * class: nothing is checked of it.
   */
  public void checkUse(Element member, Tree use) {
    List<Problem> all = new ArrayList<>(contracts.problems(member));
    if (member instanceof ExecutableElement method) {
      method.getParameters().forEach(each -> all.addAll(contracts.problems(each)));
    }
    Problem problem = all.get(0);
    findings.add(
        invalid(
            new Place(unit, use, Place.Part.WHOLE),
            null,
            problem,
            "'"
                + member.getEnclosingElement().getSimpleName()
                + "."
                + member.getSimpleName()
                + "'"));
  }

  private void reportPlaces(Element element) {
    if (!contracts.problems(element).isEmpty()) {
      report(element);
    }
  }

  private void report(Element element) {
    for (Problem problem : contracts.problems(element)) {
      findings.add(
          invalid(
              place(problem.element(), problem.annotation()),
              element,
              problem,
              "'" + element.getSimpleName() + "'"));
    }
  }

  /** {@code name} is what the contract belongs to, for a place that does not show it. */
  private static Finding invalid(Place place, Element member, Problem problem, String name) {
    String annotation =
        problem.annotation() == null
            ? ""
            : "@" + problem.annotation().getAnnotationType().asElement().getSimpleName();
    String subject =
        annotation.isEmpty() ? name : member == null ? annotation + " of " + name : annotation;
    return new Finding(
        Rule.INVALID_CONTRACT,
        place,
        member,
        subject,
        null,
        "",
        problem.message(),
        List.of(),
        List.of(),
        null,
        false);
  }

  /** At the annotation where it stands in this file, else at the member's name. */
  private Place place(Element element, AnnotationMirror annotation) {
    if (annotation != null) {
      Tree tree = AnnotationTrees.find(env, element, annotation);
      TreePath path = tree == null ? null : env.trees.getPath(element);
      if (path != null && path.getCompilationUnit() == unit) {
        return new Place(unit, tree, Place.Part.WHOLE);
      }
    }
    TreePath path = env.trees.getPath(element);
    Tree tree = path == null ? unit : path.getLeaf();
    return new Place(unit, tree, Place.Part.NAME);
  }

  // ---- contradictions

  private void checkContradictions(ExecutableElement method, Contract contract) {
    for (Clause first : contract.clauses()) {
      for (Clause second : contract.clauses()) {
        if (contradicts(first, second) && first.origin().element() != null) {
          Origin origin = second.origin().element() == null ? first.origin() : second.origin();
          contracts.addProblem(
              new Problem(
                  method,
                  origin.annotation(),
                  "contradicts " + first.origin().text() + " of the same lock"));
          return;
        }
      }
    }
  }

  /** Whether no call could satisfy both. */
  private static boolean contradicts(Clause first, Clause second) {
    if (first.locks().size() != 1
        || second.locks().size() != 1
        || first.origin().source() == Origin.Source.MODEL) {
      return false;
    }
    LockRef a = first.lock();
    LockRef b = second.lock();
    if (a.lock() != b.lock()) {
      return false;
    }
    return switch (first.kind()) {
      case REQUIRES ->
          second.kind() == Clause.Kind.EXCLUDES
                  && (b.mode() == null || a.exclusiveUnlessNamed() == b.mode())
              || second.kind() == Clause.Kind.ACQUIRES && !second.flag();
      case ACQUIRES ->
          second.kind() == Clause.Kind.RELEASES
              || second.kind() == Clause.Kind.DOWNGRADES
                  && a.exclusiveUnlessNamed() == dev.holdfast.checker.contract.Mode.READ;
      case EXCLUDES ->
          second.kind() == Clause.Kind.RELEASES || second.kind() == Clause.Kind.DOWNGRADES;
      case ESTABLISHES -> second.kind() == Clause.Kind.ENDS;
      default -> false;
    };
  }

  // ---- stability

  /**
   * A lock expression through a field that can change is reported at the contract that names it.
   */
  private void stable(LockRef ref, Origin origin, Element on) {
    if (origin.element() != on) {
      return;
    }
    for (Path at = ref.lock(); at != null; at = at.base) {
      if (at.kind == Path.Kind.FIELD
          && at.key instanceof VariableElement field
          && !contracts.isStable(field)
          && !isGuardedByItsOwn(field)) {
        findings.add(
            new Finding(
                Rule.UNSTABLE_LOCK,
                place(on, origin.annotation()),
                on,
                "'" + field.getSimpleName() + "'",
                "'" + ref.text() + "'",
                "",
                "",
                List.of(),
                List.of(Finding.Note.declaration(field)),
                null,
                origin.source() == Origin.Source.FOREIGN));
      }
    }
  }

  /**
   * A field whose own guard forbids writing it while the guard is held keeps its value that long.
   */
  private boolean isGuardedByItsOwn(VariableElement field) {
    return contracts.guard(field) != null;
  }

  // ---- overrides

  private void checkOverride(ExecutableElement method, Contract own) {
    if (own.clauses().isEmpty() && !contracts.declaresContract(method)) {
      return;
    }
    if (method.getSimpleName().contentEquals("close")
        && method.getParameters().isEmpty()
        && contracts.isScope(Env.enclosingType(method))) {
      /* it describes its body only; callers go by what the scope took */
      return;
    }
    for (ExecutableElement overridden : env.overridden(method)) {
      compare(method, own, overridden, contracts.of(overridden));
    }
  }

  private void compare(
      ExecutableElement method, Contract own, ExecutableElement overridden, Contract base) {
    List<String> troubles = new ArrayList<>();
    Origin[] at = {null};
    for (Clause clause : own.clauses()) {
      if (clause.origin().element() != method
          && !isParameterOf(method, clause.origin().element())) {
        continue;
      }
      String trouble = requiresMore(clause, base, overridden);
      if (trouble != null) {
        troubles.add(trouble);
        at[0] = at[0] == null ? clause.origin() : at[0];
      }
    }
    for (Clause clause : base.clauses()) {
      String trouble = promisesLess(clause, own, overridden);
      if (trouble != null) {
        troubles.add(trouble);
      }
    }
    if (!troubles.isEmpty()) {
      AnnotationMirror annotation = at[0] == null ? firstOwn(method, own) : at[0].annotation();
      findings.add(
          new Finding(
              Rule.INCOMPATIBLE_OVERRIDE,
              place(method, annotation),
              method,
              "'" + method.getSimpleName() + "'",
              null,
              "",
              troubles.get(0),
              List.of(),
              List.of(
                  new Finding.Note(
                      dev.holdfast.checker.Diagnostic.NoteKind.CONTRACT,
                      null,
                      overridden,
                      null,
                      "the method that it overrides is declared here")),
              null,
              false));
    }
  }

  private static boolean isParameterOf(ExecutableElement method, Element element) {
    return element != null && method.getParameters().contains(element);
  }

  private static AnnotationMirror firstOwn(ExecutableElement method, Contract own) {
    for (Clause clause : own.clauses()) {
      if (clause.origin().element() == method) {
        return clause.origin().annotation();
      }
    }
    return null;
  }

  private String requiresMore(Clause clause, Contract base, ExecutableElement overridden) {
    String of =
        "'"
            + overridden.getEnclosingElement().getSimpleName()
            + "."
            + overridden.getSimpleName()
            + "'";
    switch (clause.kind()) {
      case REQUIRES:
        for (Clause other : base.clauses(Clause.Kind.REQUIRES)) {
          if (other.origin().source() == Origin.Source.MODEL) {
            /* a model names its lock by other words; whether it is the same cannot be seen here */
            return null;
          }
          if (other.locks().stream()
              .allMatch(o -> clause.locks().stream().anyMatch(c -> same(c, o) && weaker(c, o)))) {
            return null;
          }
        }
        for (Clause other : base.clauses()) {
          if ((other.kind() == Clause.Kind.RELEASES || other.kind() == Clause.Kind.DOWNGRADES)
              && clause.locks().stream().anyMatch(c -> same(c, other.lock()))) {
            return null;
          }
        }
        return "requires more than " + of + ": " + clause.origin().text();
      case EXCLUDES:
        return base.clauses(Clause.Kind.EXCLUDES).stream()
                .anyMatch(
                    o ->
                        same(o.lock(), clause.lock())
                            && (o.lock().mode() == null || o.lock().mode() == clause.lock().mode()))
            ? null
            : "excludes more than " + of + ": " + clause.origin().text();
      case ACQUIRES, ACQUIRES_IF, RELEASES, RELEASES_IF, DOWNGRADES, MAY_RELEASE, ENDS:
        return base.clauses(clause.kind()).stream()
                .anyMatch(
                    o ->
                        same(o.lock(), clause.lock())
                            && o.when() == clause.when()
                            && sameMode(o.lock(), clause.lock()))
            ? null
            : "has an effect that " + of + " does not have: " + clause.origin().text();
      default:
        return null;
    }
  }

  private static boolean sameMode(LockRef a, LockRef b) {
    return a.exclusiveUnlessNamed() == b.exclusiveUnlessNamed();
  }

  private String promisesLess(Clause clause, Contract own, ExecutableElement overridden) {
    String of =
        "'"
            + overridden.getEnclosingElement().getSimpleName()
            + "."
            + overridden.getSimpleName()
            + "'";
    switch (clause.kind()) {
      case ACQUIRES,
      ACQUIRES_IF,
      RELEASES,
      RELEASES_IF,
      DOWNGRADES,
      ENSURES,
      ASSERTS_HELD,
      TESTS_HELD,
      ESTABLISHES,
      ENDS:
        return own.clauses(clause.kind()).stream()
                .anyMatch(
                    o ->
                        same(o.lock(), clause.lock())
                            && o.when() == clause.when()
                            && strongEnough(o.lock(), clause.lock(), clause.kind()))
            ? null
            : "promises less than " + of + ": " + clause.origin().text() + " is missing";
      default:
        return null;
    }
  }

  private static boolean strongEnough(LockRef own, LockRef base, Clause.Kind kind) {
    boolean promise = kind == Clause.Kind.ENSURES || kind == Clause.Kind.ASSERTS_HELD;
    return promise
        ? own.exclusiveUnlessNamed().satisfies(base.exclusiveUnlessNamed())
        : sameMode(own, base);
  }

  /** The same lock seen from the subtype: receivers and parameters correspond. */
  private static boolean same(LockRef a, LockRef b) {
    return same(a.lock(), b.lock());
  }

  private static boolean same(Path a, Path b) {
    if (a == b) {
      return true;
    }
    if (a == null || b == null || a.kind != b.kind || a.args.size() != b.args.size()) {
      return false;
    }
    boolean root =
        a.kind == Path.Kind.RESULT || a.key == b.key || a.key != null && a.key.equals(b.key);
    if (!root) {
      return false;
    }
    for (int i = 0; i < a.args.size(); i++) {
      if (!same(a.args.get(i), b.args.get(i))) {
        return false;
      }
    }
    return a.base == null && b.base == null
        || a.base != null && b.base != null && same(a.base, b.base);
  }

  /** Whether what {@code own} asks for is no more than what {@code base} asks for. */
  private static boolean weaker(LockRef own, LockRef base) {
    return base.exclusiveUnlessNamed().satisfies(own.exclusiveUnlessNamed())
        || own.definition() != null && own.mode() == null && own.definition().isDerived();
  }
}
