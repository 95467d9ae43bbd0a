package dev.holdfast.checker.rule;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
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
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The rules about declarations alone: contracts that cannot be used, that contradict, that break an
 * inherited one, or that can change under the user.
 */
public final class DeclarationRules {
  private final Env env;
  private final Contracts contracts;
  private final CompilationUnitTree unit;
  private final List<Finding> findings;
  private final FieldOrderRule order;
  private final OverrideRule overrides;

  /** The rules for one file; what they find is added to {@code findings}. */
  public DeclarationRules(
      Env env, Contracts contracts, CompilationUnitTree unit, List<Finding> findings) {
    this.env = env;
    this.contracts = contracts;
    this.unit = unit;
    this.findings = findings;
    this.order = new FieldOrderRule(contracts);
    this.overrides = new OverrideRule(env, contracts, unit, findings);
  }

  /** Checks one type and its members, nested types apart. */
  public void check(TypeElement type) {
    contracts.checkAliases(type);
    checkAllAliases(type.getTypeParameters());
    contracts.checkType(type);
    order.check(type);
    report(type);
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof VariableElement field && field.getKind().isField()) {
        checkField(field);
      } else if (member instanceof ExecutableElement method) {
        checkMethod(method);
      }
    }
  }

  /** Checks what no contract can stand on, such as a package or a local: an alias still can. */
  public void checkAliases(Element element) {
    contracts.checkAliases(element);
    report(element);
  }

  private void checkAllAliases(List<? extends Element> elements) {
    for (Element element : elements) {
      checkAliases(element);
    }
  }

  private void checkField(VariableElement field) {
    contracts.checkAliases(field);
    Guard guard = contracts.guard(field);
    report(field);
    if (guard != null) {
      checkStable(guard.read(), guard.origin(), field);
      checkStable(guard.write(), guard.origin(), field);
    }
  }

  private void checkMethod(ExecutableElement method) {
    contracts.checkAliases(method);
    checkAllAliases(method.getTypeParameters());
    if (saysNothing(method)) {
      checkAllAliases(method.getParameters());
      return;
    }
    if (env.trees.getTree(method) == null) {
      /* made by the compiler, such as a record's accessor; what it copies is checked where it stands */
      return;
    }
    Contract contract = contracts.of(method);
    Contradictions.in(contract, method).ifPresent(contracts::addProblem);
    report(method);
    checkAllAliases(method.getParameters());
    for (Clause clause : contract.clauses()) {
      checkStable(clause.locks(), clause.origin(), method);
    }
    overrides.check(method, contract);
  }

  /** Whether there is nothing to check, as with most methods by far. */
  private boolean saysNothing(ExecutableElement method) {
    return (!contracts.mayConcernLocks(method)
            || contracts.of(method).clauses().isEmpty() && !contracts.declaresContract(method))
        && contracts.problems(method).isEmpty();
  }

  // ---- what cannot be used

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
    String name =
        "'" + member.getEnclosingElement().getSimpleName() + "." + member.getSimpleName() + "'";
    String subject = problem.annotation() == null ? name : annotation(problem) + " of " + name;
    reportInvalid(new Place(unit, use, Place.Part.WHOLE), null, subject, problem);
  }

  private void report(Element element) {
    for (Problem problem : contracts.problems(element)) {
      Place place = Place.ofDeclaration(env, unit, problem.element(), problem.annotation());
      String subject =
          problem.annotation() == null ? "'" + element.getSimpleName() + "'" : annotation(problem);
      reportInvalid(place, element, subject, problem);
    }
  }

  private static String annotation(Problem problem) {
    return "@" + problem.annotation().getAnnotationType().asElement().getSimpleName();
  }

  private void reportInvalid(Place place, Element member, String subject, Problem problem) {
    findings.add(
        Finding.ofDeclaration(
            Rule.INVALID_CONTRACT,
            place,
            member,
            subject,
            problem.message(),
            List.of(),
            problem.isForeign()));
  }

  // ---- what can change

  /**
   * A lock expression through a field that can change, or a call that may give another object each
   * time, is reported at the contract that names it. A field whose own guard forbids writing it
   * while the guard is held keeps its value that long, but not where it has to be read to take the
   * guard.
   */
  private void checkStable(List<LockRef> refs, Origin origin, Element on) {
    if (origin.element() == on) {
      for (LockRef ref : refs) {
        checkStable(ref, origin, on);
      }
    }
  }

  private void checkStable(LockRef ref, Origin origin, Element on) {
    for (Path at = ref.lock(); at != null; at = at.base) {
      boolean stable =
          switch (at.kind) {
            case FIELD ->
                contracts.isStable((VariableElement) at.key)
                    || contracts.guard((VariableElement) at.key) != null
                        && !contracts.guardsItself((VariableElement) at.key);
            case CALL -> contracts.isStableCall(at);
            default -> true;
          };
      if (!stable) {
        findings.add(unstable((Element) at.key, ref, origin, on));
      }
    }
  }

  private Finding unstable(Element part, LockRef ref, Origin origin, Element on) {
    return new Finding(
        Rule.UNSTABLE_LOCK,
        Place.ofDeclaration(env, unit, on, origin.annotation()),
        on,
        "'" + part.getSimpleName() + "'",
        "'" + ref.text() + "'",
        "",
        "",
        List.of(),
        List.of(Finding.Note.declaration(part)),
        null,
        origin.source() == Origin.Source.FOREIGN);
  }
}
