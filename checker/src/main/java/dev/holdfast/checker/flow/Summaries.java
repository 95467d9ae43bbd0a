package dev.holdfast.checker.flow;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.rule.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What is known of the helpers of one top-level class beyond their declared contracts. */
final class Summaries {
  /**
   * How often the bodies of one class are analysed on average before recursion among helpers is
   * left as it is.
   */
  private static final int MOST_RUNS = 12;

  /** How often one helper is analysed with what it turned out to need, before that is left so. */
  private static final int MOST_ROUNDS = 6;

  private record Summary(Contract contract, List<Finding> findings) {}

  private final Contracts contracts;
  private final ClassScan scan;
  private final Bodies bodies;
  private final Map<ExecutableElement, Summary> summaries = new HashMap<>();
  private final Map<List<Object>, Contract> byTruths = new HashMap<>();
  private final Map<ExecutableElement, Contract> runners = new HashMap<>();
  private final Set<ExecutableElement> inProgress = new HashSet<>();
  private final Set<ExecutableElement> provisional = new HashSet<>();
  private boolean sawUnfinished;

  Summaries(Contracts contracts, ClassScan scan, Bodies bodies) {
    this.contracts = contracts;
    this.scan = scan;
    this.bodies = bodies;
  }

  /** The contract that callers in this class see. */
  Contract contractOf(ExecutableElement callee) {
    Contract declared = contracts.of(callee);
    if (contracts.isScopeClose(callee) || declared.isModelled() && isOwnModel(callee)) {
      return Contract.NONE;
    }
    boolean helper = scan.helpers().include(callee);
    boolean runsCallbacks = !scan.calledBack().of(callee).isEmpty();
    if (!helper && !runsCallbacks || declared.isUnchecked()) {
      return declared;
    }
    ClassScan.Member member = scan.member(callee);
    if (member == null || !member.interesting && !runsCallbacks || scan.isErroneous(member)) {
      return declared;
    }
    if (!helper) {
      return withCallbacks(member, callee, declared);
    }
    if (inProgress.contains(callee)) {
      sawUnfinished = true;
      return summaries.containsKey(callee) ? summaries.get(callee).contract : declared;
    }
    return of(callee).contract;
  }

  /** The same for calls with these arguments that are known truths. */
  Contract contractOf(ExecutableElement callee, Map<Integer, Boolean> truths) {
    Contract contract = contractOf(callee);
    boolean needs =
        contract.clauses().stream()
            .anyMatch(clause -> clause.origin().source() == Origin.Source.INFERRED);
    if (truths.isEmpty()
        || !needs
        || inProgress.contains(callee)
        || bodies.analysed() >= MOST_RUNS * scan.size()) {
      return contract;
    }
    List<Object> key = List.of(callee, truths);
    Contract known = byTruths.get(key);
    if (known == null) {
      inProgress.add(callee);
      Summary plain = summaries.get(callee);
      Result result = infer(callee, Map.of(), truths);
      if (plain != null) {
        summaries.put(callee, plain);
      }
      inProgress.remove(callee);
      known =
          result.body.reporter.findings().isEmpty()
              ? result.contract.with(result.needs, contracts.of(callee))
              : contract;
      byTruths.put(key, known);
    }
    return known;
  }

  /** What others are told of a method by its contract, and the callers here by its callbacks. */
  private Contract withCallbacks(
      ClassScan.Member member, ExecutableElement method, Contract declared) {
    Contract known = runners.get(method);
    if (known == null) {
      runners.put(method, declared);
      BodyAnalyzer body =
          bodies.analyse(member, Map.of(), false, new HashSet<>(), Map.of(), this::contractOf);
      known = HelperContract.withCallbacks(body, declared);
      runners.put(method, known);
    }
    return known;
  }

  /** A model describes its class to others; the class's own code sees the code. */
  private boolean isOwnModel(ExecutableElement callee) {
    Element at = callee;
    while (at.getEnclosingElement() instanceof TypeElement) {
      at = at.getEnclosingElement();
    }
    return at == scan.element(scan.path().getLeaf());
  }

  /** What is found in a helper, whose needs its callers are asked for. */
  List<Finding> findings(ExecutableElement helper) {
    return of(helper).findings;
  }

  private Summary of(ExecutableElement method) {
    Summary known = summaries.get(method);
    if (known == null) {
      boolean outermost = inProgress.isEmpty();
      boolean sawBefore = sawUnfinished;
      sawUnfinished = false;
      inProgress.add(method);
      known = summarise(method);
      inProgress.remove(method);
      summaries.put(method, known);
      if (sawUnfinished && !outermost) {
        provisional.add(method);
      }
      sawUnfinished |= sawBefore;
      if (outermost && bodies.analysed() < MOST_RUNS * scan.size()) {
        // What was inferred of others while this one was unfinished is inferred again when it is
        // asked for.
        provisional.forEach(summaries::remove);
        provisional.clear();
        sawUnfinished = false;
      }
    }
    return known;
  }

  /**
   * What is found in the method that closes a scope: what its constructors took is held there, and
   * has to be given up on some path; what else it gives up may be what its factories took.
   */
  List<Finding> findingsInClose(ExecutableElement method) {
    Map<Path, OwnedByScope> owned = OwnedByScope.of(Env.enclosingType(method), contracts);
    Map<Path, Inference.Inferred> held = new LinkedHashMap<>();
    owned.forEach(
        (lock, each) -> held.put(lock, new Inference.Inferred(lock, each.mode(), null, false)));
    Result result = infer(method, held, Map.of());
    BodyAnalyzer body = result.body;
    List<Finding> findings = new ArrayList<>(body.reporter.findings());
    boolean isSure =
        findings.isEmpty()
            && !new UnknownCalls().isIn(scan.member(method).code())
            && result.released.keySet().stream()
                .allMatch(lock -> owned.containsKey(lock) || isArgument(lock, method))
            && owned.values().stream().allMatch(each -> hasNoViews(each, result.released));
    owned.forEach(
        (lock, each) -> {
          if (isSure && body.keepsAtEachExit(lock, each.mode())) {
            findings.add(body.keptInClose(lock, each.clause()));
          }
        });
    return findings;
  }

  /** Whether nothing that is given up there can be a view of the lock. */
  private boolean hasNoViews(OwnedByScope owned, Map<Path, Tree> released) {
    return owned.clause().lock().mode() == null
        || released.keySet().stream().allMatch(each -> each == owned.lock());
  }

  /** Whether a lock is what a constructor was given, and so no other name for another lock. */
  private boolean isArgument(Path lock, ExecutableElement close) {
    return ElementFilter.constructorsIn(close.getEnclosingElement().getEnclosedElements()).stream()
        .anyMatch(each -> contracts.copies(each).containsKey(lock.key));
  }

  /** Looks for calls of which nobody says what they run, or of which it is said elsewhere. */
  private final class UnknownCalls extends Search {
    UnknownCalls() {
      super(EnumSet.noneOf(Tree.Kind.class));
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      found |= scan.element(tree) instanceof ExecutableElement callee && mayRelease(callee);
      return super.visitMethodInvocation(tree, null);
    }

    private boolean mayRelease(ExecutableElement callee) {
      if (contracts.isScopeClose(callee)) {
        return true;
      }
      if (!contracts.of(callee).clauses().isEmpty()) {
        return false;
      }
      MethodTree source = scan.source(callee);
      String type = Env.enclosingType(callee).getQualifiedName().toString();
      return source != null
          ? new BodyEffects(source.getBody(), scan::element, contracts::of).usesLocks()
          : callee.getModifiers().contains(Modifier.ABSTRACT) || !type.startsWith("java.");
    }

    @Override
    public Void visitTry(TryTree tree, Void unused) {
      found |= !tree.getResources().isEmpty();
      return super.visitTry(tree, null);
    }
  }

  private Summary summarise(ExecutableElement method) {
    Result result = infer(method, Map.of(), Map.of());
    List<Finding> findings = new ArrayList<>(result.body.reporter.findings());
    findings.addAll(unsaidReleases(result.body, result.released));
    return new Summary(result.contract.with(result.needs, contracts.of(method)), findings);
  }

  /** What came of the last analysis of a helper, with the needs assumed in it. */
  private record Result(
      BodyAnalyzer body,
      HelperContract contract,
      Map<Path, Inference.Inferred> needs,
      Map<Path, Tree> released) {}

  /**
   * Analyses a helper again and again with what it turned out to need assumed, until it needs no
   * more; {@code first} is assumed from the start, and {@code truths} of parameters are known.
   */
  private Result infer(
      ExecutableElement method, Map<Path, Inference.Inferred> first, Map<Integer, Boolean> truths) {
    ClassScan.Member member = scan.member(method);
    Contract declared = contracts.of(method);
    boolean mayInfer = leavesNeedsOpen(declared);
    Map<Path, Inference.Inferred> needs = new LinkedHashMap<>();
    Map<Path, Tree> released = new LinkedHashMap<>();
    Set<Tree> unnamed = new HashSet<>();
    BodyAnalyzer body;
    HelperContract contract;
    int known;
    do {
      // What a place needed before it turned out that callers cannot name it may be in the way.
      known = unnamed.size();
      needs.clear();
      needs.putAll(first);
      released.clear();
      body = bodies.analyse(member, needs, mayInfer, unnamed, truths, this::contractOf);
      contract = read(body, mayInfer);
      for (int round = 0; mayInfer && round < MOST_ROUNDS && grew(needs, body); round++) {
        noteReleases(body, released);
        summaries.put(method, new Summary(contract.with(needs, declared), List.of()));
        body = bodies.analyse(member, needs, true, unnamed, truths, this::contractOf);
        contract = read(body, true);
      }
    } while (unnamed.size() > known);
    summaries.remove(method);
    return new Result(body, contract, needs, released);
  }

  private static boolean leavesNeedsOpen(Contract declared) {
    return !declared.has(Clause.Kind.ASSERTS_HELD)
        && !declared.has(Clause.Kind.ENSURES)
        && declared.clauses(Clause.Kind.REQUIRES).stream()
            .allMatch(c -> c.origin().source() == Origin.Source.ASSERTION);
  }

  private static HelperContract read(BodyAnalyzer body, boolean withEffects) {
    HelperContract contract = new HelperContract(body);
    if (withEffects) {
      contract.readEffects();
    }
    return contract;
  }

  /** Adds what the body needs beyond that; whether that is anything. */
  static boolean grew(Map<Path, Inference.Inferred> needs, BodyAnalyzer body) {
    boolean grew = false;
    for (Map.Entry<Path, Inference.Inferred> each : body.inference.inferred.entrySet()) {
      Path template = body.toTemplate(each.getKey());
      if (template == null) {
        continue;
      }
      Inference.Inferred found = each.getValue().of(body::toTemplate);
      Inference.Inferred old = needs.get(template);
      if (found.asksMoreThan(old)) {
        needs.put(template, old == null ? found : old.and(found));
        grew = true;
      }
    }
    return grew;
  }

  private static void noteReleases(BodyAnalyzer body, Map<Path, Tree> released) {
    body.inference.releasedUnheld.forEach(
        (lock, site) -> released.putIfAbsent(body.toTemplate(lock), site));
  }

  /**
   * A helper that gives up what it did not take must say so, unless these are the locks of every
   * element, which no contract can name; one that takes it back needs no more than to hold it.
   */
  private static List<Finding> unsaidReleases(BodyAnalyzer body, Map<Path, Tree> released) {
    List<Finding> result = new ArrayList<>();
    released.forEach(
        (template, site) -> {
          Path lock = body.bindInMethod(template, null);
          if (lock == null) {
            return;
          }
          List<World> exits = body.normalExits;
          boolean kept = exits.stream().allMatch(world -> world.holds.has(lock.id));
          boolean allGone =
              Elements.several(lock) != null
                  && exits.stream().noneMatch(world -> body.locks.elements.isAnyOf(world, lock));
          if (!kept && !allGone) {
            result.add(body.acquisitions.releaseOfCallers(site, lock));
          }
        });
    return result;
  }
}
