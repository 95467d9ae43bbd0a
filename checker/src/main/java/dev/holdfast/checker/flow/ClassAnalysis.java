package dev.holdfast.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.rule.DeclarationRules;
import dev.holdfast.checker.rule.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Analyses one top-level class: its declarations, and every body that touches a lock or a contract.
 * What helpers need is inferred first and demanded of their callers.
 */
public final class ClassAnalysis {
  /**
   * Steps that any body may take, and further ones for each character of its source. A step is a
   * tree in one world; loops and {@code finally} blocks count as often as they are walked.
   */
  private static final long FUEL = 200_000;

  private static final long FUEL_PER_CHARACTER = 8;

  /**
   * How often the bodies of one class are analysed on average before recursion among helpers is
   * left as it is.
   */
  private static final int MOST_RUNS = 12;

  private final Env env;
  private final Contracts contracts;
  private final TreePath path;
  private final ClassScan scan;
  private final Predicate<Tree> foreignSilenced;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notAnalysed = new ArrayList<>();
  private final Map<ExecutableElement, Summary> summaries = new HashMap<>();
  private final Set<ExecutableElement> inProgress = new HashSet<>();
  private final Set<ExecutableElement> provisional = new HashSet<>();
  private boolean sawUnfinished;
  private int analysed;

  /** What is known of a helper beyond its declared contract. */
  private record Summary(Contract contract, List<Finding> findings) {}

  /**
   * An analysis of the class that the path leads to; its trees are attributed. {@code
   * foreignSilenced} says where needs that stem from another vocabulary's guard are suppressed.
   */
  public ClassAnalysis(
      Env env, Contracts contracts, TreePath path, Predicate<Tree> foreignSilenced) {
    this.foreignSilenced = foreignSilenced;
    this.env = env;
    this.contracts = contracts;
    this.path = path;
    this.scan = ClassScan.of(env, contracts, path);
  }

  /** Runs it; answers what was found, in no particular order. */
  public List<Finding> run() {
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
        analyse(member);
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
        int before = findings.size();
        analyse(member);
        List<Finding> own = findings.subList(before, findings.size());
        own.forEach(finding -> found.put(finding, contracts.of(method).uncheckedReason()));
        own.clear();
      }
    }
    return found;
  }

  /** How many bodies were analysed. */
  public int analysed() {
    return analysed;
  }

  /** The bodies that were given up, each with its reason. */
  public List<String> notAnalysed() {
    return notAnalysed;
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

  private void analyse(ClassScan.Member member) {
    if (scan.inlined.contains(member.tree)) {
      return;
    }
    if (scan.isErroneous(member)) {
      notAnalysed.add(name(member) + ": does not compile");
      return;
    }
    if (member.element instanceof ExecutableElement method
        && scan.helpers().include(method)
        && scan.isCalled(method)) {
      findings.addAll(summary(method).findings);
      return;
    }
    if (member.element instanceof ExecutableElement method
        && contracts.isScopeClose(method)
        && !contracts.of(method).has(Clause.Kind.RELEASES)) {
      // What a scope took is held where it is closed.
      findings.addAll(infer(method, member).findings);
      return;
    }
    Run run = run(member, Map.of(), false);
    findings.addAll(run.findings);
  }

  private String name(ClassScan.Member member) {
    TypeElement owner = (TypeElement) scan.element(member.owner);
    return (owner == null ? "?" : owner.getQualifiedName())
        + (member.element == null ? "" : "." + member.element);
  }

  /** The contract that callers in this class see. */
  private Contract contractOf(ExecutableElement callee) {
    Contract declared = contracts.of(callee);
    if (contracts.isScopeClose(callee) || declared.fromModel() && isOwnModel(callee)) {
      return Contract.NONE;
    }
    if (!scan.helpers().include(callee) || declared.isUnchecked()) {
      return declared;
    }
    ClassScan.Member member = scan.member(callee);
    if (member == null || !member.interesting || scan.isErroneous(member)) {
      return declared;
    }
    if (inProgress.contains(callee)) {
      sawUnfinished = true;
      return summaries.containsKey(callee) ? summaries.get(callee).contract : declared;
    }
    return summary(callee).contract;
  }

  /** A model describes its class to others; the class's own code sees the code. */
  private boolean isOwnModel(ExecutableElement callee) {
    Element at = callee;
    while (at.getEnclosingElement() instanceof TypeElement) {
      at = at.getEnclosingElement();
    }
    return at == scan.element(path.getLeaf());
  }

  private Summary summary(ExecutableElement method) {
    Summary known = summaries.get(method);
    if (known == null) {
      boolean outermost = inProgress.isEmpty();
      boolean sawBefore = sawUnfinished;
      sawUnfinished = false;
      inProgress.add(method);
      known = infer(method, scan.member(method));
      inProgress.remove(method);
      summaries.put(method, known);
      if (sawUnfinished && !outermost) {
        provisional.add(method);
      }
      sawUnfinished |= sawBefore;
      if (outermost && analysed < MOST_RUNS * scan.size()) {
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
   * Analyses a helper again and again with what it turned out to need assumed, until it needs no
   * more.
   */
  private Summary infer(ExecutableElement method, ClassScan.Member member) {
    Contract declared = contracts.of(method);
    boolean mayInfer =
        !declared.has(Clause.Kind.ASSERTS_HELD)
            && !declared.has(Clause.Kind.ENSURES)
            && declared.clauses(Clause.Kind.REQUIRES).stream()
                .allMatch(c -> c.origin().source() == Origin.Source.ASSERTION);
    Map<Path, Inference.Inferred> needs = new LinkedHashMap<>();
    Map<Path, Tree> released = new LinkedHashMap<>();
    Run run = run(member, Map.of(), mayInfer);
    for (int round = 0;
        mayInfer && round < 6 && grew(needs, run.inferred, run.analyzer.self);
        round++) {
      noteReleases(run, released);
      Map<Path, Mode> assumed = new LinkedHashMap<>();
      needs.forEach((lock, need) -> assumed.put(lock, need.mode()));
      summaries.put(method, new Summary(withNeeds(declared, needs, run), List.of()));
      run = run(member, assumed, true);
    }
    summaries.remove(method);
    if (!contracts.isScopeClose(method)) {
      reportReleases(run, released);
    }
    return new Summary(withNeeds(declared, needs, run), run.findings);
  }

  private void noteReleases(Run run, Map<Path, Tree> released) {
    run.analyzer.inference.releasedUnheld.forEach(
        (lock, site) -> released.putIfAbsent(toTemplate(lock, run.analyzer.self), site));
  }

  /**
   * A helper that gives up what it did not take must say so, unless these are the locks of every
   * element, which no contract can name; one that takes it back needs no more than to hold it.
   */
  private void reportReleases(Run run, Map<Path, Tree> released) {
    released.forEach(
        (template, site) -> {
          Path lock = run.analyzer.bindInMethod(template, null);
          if (lock == null) {
            return;
          }
          List<World> exits = run.analyzer.normalExits;
          boolean kept = exits.stream().allMatch(world -> world.holds.has(lock.id));
          boolean allGone =
              Elements.several(lock) != null
                  && exits.stream()
                      .noneMatch(world -> run.analyzer.locks.elements.isAnyOf(world, lock));
          if (!kept && !allGone) {
            run.findings.add(run.analyzer.acquisitions.releaseOfCallers(site, lock));
          }
        });
  }

  private boolean grew(
      Map<Path, Inference.Inferred> needs, Map<Path, Inference.Inferred> more, TypeElement self) {
    boolean grew = false;
    for (Map.Entry<Path, Inference.Inferred> each : more.entrySet()) {
      Path template = toTemplate(each.getKey(), self);
      if (template == null) {
        continue;
      }
      Inference.Inferred old = needs.get(template);
      if (old == null || old.mode() == Mode.READ && each.getValue().mode() == Mode.WRITE) {
        needs.put(template, each.getValue());
        grew = true;
      }
    }
    return grew;
  }

  private Contract withNeeds(Contract declared, Map<Path, Inference.Inferred> needs, Run run) {
    List<Clause> clauses = new ArrayList<>();
    needs.forEach(
        (template, need) -> {
          Origin origin = Origin.inferred(need.site());
          LockRef ref = new LockRef(template, need.mode(), "");
          clauses.add(new Clause(Clause.Kind.REQUIRES, List.of(ref), null, false, origin));
        });
    Inference inference = run.analyzer.inference;
    clauses.addAll(surely(inference.excluded, Clause.Kind.EXCLUDES, run));
    clauses.addAll(run.effects);
    List<Clause> meanwhile = surely(inference.taken, Clause.Kind.ACQUIRES, run);
    return clauses.isEmpty() && meanwhile.isEmpty()
        ? declared
        : Contract.withClauses(declared, clauses, meanwhile);
  }

  /** What holds of each call of the method, under no condition; of what it needs, under any. */
  private List<Clause> surely(Map<Path, Inference.Inferred> found, Clause.Kind kind, Run run) {
    List<Clause> result = new ArrayList<>();
    if (!found.isEmpty()) {
      SurelyRun surely = new SurelyRun(run.analyzer.memberTree);
      found.forEach(
          (lock, each) -> {
            Path template = toTemplate(lock, run.analyzer.self);
            boolean counts =
                run.analyzer.inference.assumed.contains(lock) || surely.contains(each.site());
            if (template != null && counts) {
              LockRef ref = new LockRef(template, each.mode(), "");
              Origin origin = Origin.inferred(each.site());
              result.add(new Clause(kind, List.of(ref), null, false, origin));
            }
          });
    }
    return result;
  }

  private static IntMap<Hold> heldAtEachExit(BodyAnalyzer analyzer) {
    IntMap<Hold> common = null;
    for (World world : analyzer.normalExits) {
      IntMap<Hold> holds = world.holds;
      common =
          common == null
              ? holds
              : IntMap.join(
                  common, holds, (key, a, b) -> a != null && b != null && a.equals(b) ? a : null);
    }
    return common;
  }

  /** A body's path in the terms of a contract. */
  private Path toTemplate(Path lock, TypeElement self) {
    Path root = lock.root();
    if (root.kind == Path.Kind.VALUE || root.kind == Path.Kind.LOCAL) {
      return null;
    }
    return contracts
        .pool()
        .substitute(
            lock, at -> at.kind == Path.Kind.THIS && at.key == self ? selfTemplate(at) : null);
  }

  private Path selfTemplate(Path self) {
    return contracts.pool().param(-1, self.type);
  }

  // ---- runs

  private static final class Run {
    final List<Finding> findings;
    final Map<Path, Inference.Inferred> inferred;
    final BodyAnalyzer analyzer;
    final List<Clause> effects = new ArrayList<>();

    Run(List<Finding> findings, Map<Path, Inference.Inferred> inferred, BodyAnalyzer analyzer) {
      this.findings = findings;
      this.inferred = inferred;
      this.analyzer = analyzer;
    }
  }

  private Run run(ClassScan.Member member, Map<Path, Mode> assumed, boolean infers) {
    analysed++;
    Reporter reporter = new Reporter();
    TypeElement self = (TypeElement) scan.element(member.owner);
    Contract contract =
        member.element instanceof ExecutableElement method ? contracts.of(method) : Contract.NONE;
    BodyAnalyzer analyzer =
        new BodyAnalyzer(
            new BodyContext(env, contracts, scan, path, fuel(member), reporter, member, self),
            contract,
            assumed,
            this::contractOf);
    analyzer.infers |= infers;
    analyzer.foreignSilenced = foreignSilenced;
    try {
      analyzer.run(member.tree);
    } catch (Machine.OverBudget e) {
      giveUp(member, "too complex");
    } catch (StackOverflowError e) {
      giveUp(member, "nested too deeply");
    }
    List<Clause> effects = infers ? effects(analyzer, assumed) : List.of();
    Run run = new Run(new ArrayList<>(reporter.findings()), analyzer.inference.inferred, analyzer);
    run.effects.addAll(effects);
    return run;
  }

  private void giveUp(ClassScan.Member member, String reason) {
    String message = name(member) + ": " + reason;
    if (!notAnalysed.contains(message)) {
      notAnalysed.add(message);
    }
  }

  private long fuel(ClassScan.Member member) {
    var positions = env.trees.getSourcePositions();
    long start = positions.getStartPosition(path.getCompilationUnit(), member.tree);
    long end = positions.getEndPosition(path.getCompilationUnit(), member.tree);
    return FUEL + FUEL_PER_CHARACTER * Math.max(0, end - start);
  }

  /**
   * What an unannotated helper leaves behind is reported in it once; its callers go on as it
   * behaves.
   */
  private List<Clause> effects(BodyAnalyzer analyzer, Map<Path, Mode> assumed) {
    List<Clause> result = new ArrayList<>();
    if (analyzer.normalExits.isEmpty()) {
      return result;
    }
    Origin origin = Origin.inferred(null);
    IntMap<Hold> common = heldAtEachExit(analyzer);
    analyzer.reportLeft(lock -> common.has(lock.id) && toTemplate(lock, analyzer.self) != null);
    Set<Path> entry = new LinkedHashSet<>();
    for (Path lock : assumed.keySet()) {
      Path here = analyzer.bindInMethod(lock, null);
      if (here != null) {
        entry.add(here);
      }
    }
    common.forEach(
        (id, hold) -> {
          Path lock = analyzer.pool.byId(id);
          Path template = toTemplate(lock, analyzer.self);
          boolean taken =
              !hold.entry()
                  && !entry.contains(lock)
                  && analyzer.normalExits.stream()
                      .noneMatch(world -> analyzer.acquisitions.isExcused(world, lock));
          if (taken && template != null && lock.isDefinite()) {
            result.add(
                new Clause(
                    Clause.Kind.ACQUIRES,
                    List.of(new LockRef(template, hold.mode(), "")),
                    null,
                    true,
                    origin));
          }
        });
    for (Path lock : entry) {
      boolean gone = analyzer.normalExits.stream().noneMatch(world -> world.holds.has(lock.id));
      Path template = toTemplate(lock, analyzer.self);
      if (gone && template != null) {
        result.add(
            new Clause(
                Clause.Kind.RELEASES,
                List.of(new LockRef(template, null, "")),
                null,
                false,
                origin));
      }
    }
    if (!analyzer.contract.has(Clause.Kind.TESTS_HELD)) {
      for (LockRef ref : analyzer.inference.testedBy(analyzer.memberTree)) {
        Path template = toTemplate(ref.lock(), analyzer.self);
        if (template != null) {
          result.add(
              new Clause(Clause.Kind.TESTS_HELD, List.of(ref.at(template)), null, false, origin));
        }
      }
    }
    return result;
  }
}
