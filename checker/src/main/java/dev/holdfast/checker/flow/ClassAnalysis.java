package dev.holdfast.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.rule.DeclarationRules;
import dev.holdfast.checker.rule.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Analyses one top-level class: its declarations, and every body that touches a lock or a contract.
 * What helpers need is inferred first and demanded of their callers.
 */
public final class ClassAnalysis {
  private final Env env;
  private final Contracts contracts;
  private final TreePath path;
  private final ClassScan scan;
  private final Bodies bodies;
  private final Summaries summaries;

  /**
   * An analysis of the class that the path leads to; its trees are attributed. {@code
   * foreignSilenced} says where needs that stem from another vocabulary's guard are suppressed.
   */
  public ClassAnalysis(
      Env env, Contracts contracts, TreePath path, Predicate<Tree> foreignSilenced) {
    this.env = env;
    this.contracts = contracts;
    this.path = path;
    this.scan = ClassScan.of(env, contracts, path);
    this.bodies = new Bodies(env, contracts, scan, foreignSilenced);
    this.summaries = new Summaries(contracts, scan, bodies);
  }

  /** Runs it; answers what was found, in no particular order. */
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    DeclarationRules rules =
        new DeclarationRules(env, contracts, path.getCompilationUnit(), findings);
    for (ClassTree type : scan.classes()) {
      if (scan.element(type) instanceof TypeElement element) {
        rules.check(element);
      }
    }
    scan.annotated().forEach(rules::checkAliases);
    scan.unusable().forEach(rules::checkUse);
    for (ClassScan.Member member : scan.members()) {
      if (member.interesting && hasBody(member) && !isUnchecked(member)) {
        findings.addAll(findings(member));
      }
    }
    return findings;
  }

  /** What would be found in the bodies that are not to be checked, with the reason given there. */
  public Map<Finding, String> runUnchecked() {
    Map<Finding, String> found = new LinkedHashMap<>();
    for (ClassScan.Member member : scan.members()) {
      if (member.interesting
          && hasBody(member)
          && member.element instanceof ExecutableElement method
          && contracts.of(method).isUnchecked()
          && !isPrimitive(method)) {
        String reason = contracts.of(method).uncheckedReason();
        findings(member).forEach(finding -> found.put(finding, reason));
      }
    }
    return found;
  }

  /** How many bodies were analysed. */
  public int analysed() {
    return bodies.analysed();
  }

  /** The bodies that were given up, each with its reason. */
  public List<String> notAnalysed() {
    return bodies.notAnalysed();
  }

  private static boolean hasBody(ClassScan.Member member) {
    return !(member.tree instanceof MethodTree method) || method.getBody() != null;
  }

  private boolean isUnchecked(ClassScan.Member member) {
    return member.element instanceof ExecutableElement method
        && (contracts.of(method).isUnchecked() || isPrimitive(method));
  }

  /**
   * A method that implements a modelled lock is what the model describes; its body cannot be
   * checked against it.
   */
  private boolean isPrimitive(ExecutableElement method) {
    Contract contract = contracts.of(method);
    if (!contract.fromModel()) {
      return false;
    }
    for (Clause clause : contract.clauses()) {
      if (clause.kind().group == Clause.Group.EFFECT
          && clause.origin().source() == Origin.Source.MODEL) {
        return true;
      }
    }
    return false;
  }

  private List<Finding> findings(ClassScan.Member member) {
    if (scan.followed.contains(member.tree)) {
      return List.of();
    }
    if (scan.isErroneous(member)) {
      bodies.giveUp(member, "does not compile");
      return List.of();
    }
    if (member.element instanceof ExecutableElement method) {
      if (scan.helpers().include(method) && scan.isCalled(method)) {
        return summaries.findings(method);
      }
      if (contracts.isScopeClose(method) && !contracts.of(method).has(Clause.Kind.RELEASES)) {
        return summaries.findingsInClose(method);
      }
    }
    boolean asks = scan.helpers().run(member);
    BodyAnalyzer body = analyse(member, Map.of(), asks);
    Map<Path, Mode> lacking = scan.lacking(member.owner);
    if (!lacking.isEmpty() && asks) {
      Map<Path, Inference.Inferred> held = new LinkedHashMap<>();
      Summaries.grew(held, body);
      lacking.forEach(
          (lock, mode) ->
              held.computeIfPresent(lock, (k, need) -> mode == null ? null : need.in(mode)));
      body = analyse(member, held, false);
    }
    return body.reporter.findings();
  }

  private BodyAnalyzer analyse(
      ClassScan.Member member, Map<Path, Inference.Inferred> held, boolean asks) {
    return bodies.analyse(member, held, asks, new HashSet<>(), Map.of(), summaries::contractOf);
  }
}
