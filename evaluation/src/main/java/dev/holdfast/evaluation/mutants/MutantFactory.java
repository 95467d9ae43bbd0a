package dev.holdfast.evaluation.mutants;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;

/**
 * Makes all mutants of one file. A site counts only where something between acquisition and release
 * needs that very lock and nothing else provides it, so that the change really breaks a contract.
 */
public final class MutantFactory {
  private static final Pattern SYNCHRONIZED = Pattern.compile("\\bsynchronized\\b\\s*");
  private final SourceUnit unit;
  private final LockCalls calls;
  private final LockNames names;
  private final DeclaredNeeds declared;
  private final List<LockSite> sites;
  private final List<Use> uses;
  private final HelperCalls helperCalls;
  private final List<Mutant> mutants = new ArrayList<>();

  private MutantFactory(SourceUnit unit) {
    this.unit = unit;
    this.names = new LockNames(unit);
    this.calls = new LockCalls(unit, names);
    this.declared = new DeclaredNeeds(unit);
    this.sites = new SiteFinder(unit, names, calls).find();
    this.helperCalls = new HelperCalls(unit, calls);
    this.uses = new UseFinder(unit, names, calls, declared, sites).find();
  }

  /**
   * Every mutant of a file, sorted by place; compiled against a class path that has the rest of its
   * code base.
   */
  public static List<Mutant> mutantsOf(Path file, List<Path> classPath) {
    MutantFactory factory = new MutantFactory(SourceUnit.read(file, classPath));
    factory.sites.forEach(factory::mutate);
    return factory.mutants.stream().sorted(Mutant.BY_PLACE).toList();
  }

  private void mutate(LockSite site) {
    if (isRedundant(site)) {
      return;
    }
    List<Use> governed = uses.stream().filter(use -> governs(site, use)).toList();
    Optional<ContractKind> kind = governed.stream().map(Use::kind).min(Comparator.naturalOrder());
    switch (site.form()) {
      case BLOCK, MODIFIER -> kind.ifPresent(found -> removeSynchronized(site, found));
      case CALL, CONDITION, STAMP -> {
        ContractKind contract = kind.orElse(ContractKind.LIBRARY);
        if (!site.releases().isEmpty()) {
          removeAcquisition(site, contract);
          removeReleases(site, contract);
        }
      }
    }
    governed.stream()
        .filter(Use::exclusive)
        .map(Use::kind)
        .min(Comparator.naturalOrder())
        .ifPresent(found -> weaken(site, found));
    governed.stream()
        .filter(use -> use.kind() != ContractKind.LIBRARY)
        .forEach(use -> movePastRelease(site, use));
  }

  private void removeSynchronized(LockSite site, ContractKind kind) {
    if (site.path().getLeaf() instanceof SynchronizedTree tree) {
      add(site, Operator.REMOVE_SYNCHRONIZED, kind, remove(unit.start(tree), site.start()));
    } else if (site.path().getLeaf() instanceof MethodTree method) {
      Matcher matcher = SYNCHRONIZED.matcher(unit.text());
      matcher.region(unit.start(method.getModifiers()), unit.start(method.getBody()));
      if (matcher.find()) {
        List<Edit> edits = remove(matcher.start(), matcher.end());
        add(site, Operator.REMOVE_SYNCHRONIZED, kind, edits);
      }
    }
  }

  private void removeAcquisition(LockSite site, ContractKind kind) {
    Tree tree = site.path().getLeaf();
    String replacement =
        switch (site.form()) {
          case CONDITION -> "true";
          case STAMP -> "0L";
          default -> ";";
        };
    List<Edit> edits = List.of(new Edit(unit.start(tree), unit.end(tree), replacement));
    add(site, Operator.REMOVE_ACQUISITION, kind, edits);
  }

  private void removeReleases(LockSite site, ContractKind kind) {
    for (ExpressionStatementTree release : site.releases()) {
      List<Edit> edits = List.of(new Edit(unit.start(release), unit.end(release), ";"));
      add(site, Operator.REMOVE_RELEASE, kind, edits);
    }
  }

  private void weaken(LockSite site, ContractKind kind) {
    Tree tree = site.path().getLeaf();
    ExpressionTree call =
        tree instanceof ExpressionStatementTree statement
            ? statement.getExpression()
            : tree instanceof ExpressionTree expression ? expression : null;
    List<Edit> edits = new ArrayList<>(calls.toReadLock(call).stream().toList());
    if (edits.isEmpty()) {
      return;
    }
    for (ExpressionStatementTree release : site.releases()) {
      calls.toReadLock(release.getExpression()).ifPresent(edits::add);
    }
    add(site, Operator.WEAKEN_TO_READ, kind, edits);
  }

  private void movePastRelease(LockSite site, Use use) {
    if (site.insertion() < 0) {
      return;
    }
    for (StatementTree statement : site.statements()) {
      int start = unit.start(statement);
      int end = unit.end(statement);
      boolean contains = start <= use.offset() && use.offset() < end;
      if (contains && !(statement instanceof VariableTree)) {
        Edit insertion = Edit.insert(site.insertion(), " " + unit.text().substring(start, end));
        List<Edit> edits = List.of(Edit.remove(start, end), insertion);
        add(site, Operator.MOVE_PAST_RELEASE, use.kind(), edits);
      }
    }
  }

  private void add(LockSite site, Operator operator, ContractKind kind, List<Edit> edits) {
    int line = unit.line(edits.get(0).start());
    Mutant mutant = new Mutant(unit.file(), line, operator, kind, site.lock(), edits);
    boolean known =
        mutants.stream().anyMatch(m -> m.operator() == operator && m.edits().equals(edits));
    if (!known) {
      mutants.add(mutant);
    }
  }

  /**
   * Whether the lock is held anyway where the site takes it, or the site is free because its object
   * is still private.
   */
  private boolean isRedundant(LockSite site) {
    int at = unit.start(site.path().getLeaf());
    if (Bodies.constructs(site.body()) && site.lock().startsWith("this@")) {
      return true;
    }
    boolean nested =
        sites.stream()
            .anyMatch(other -> other != site && other.sameLockAs(site) && other.covers(at));
    return nested || methodNeeds(site) || callersHold(site);
  }

  private boolean methodNeeds(LockSite site) {
    if (!(site.body() instanceof MethodTree method)) {
      return false;
    }
    return methodNeeds(elementOf(method), site.lock(), names.thisAt(site.path()));
  }

  private boolean methodNeeds(Element method, String lock, String self) {
    return declared.of(method).stream()
        .anyMatch(need -> names.ofGuard(need.guard(), method, self).equals(lock));
  }

  /** Whether a private method takes what every one of its callers holds already. */
  private boolean callersHold(LockSite site) {
    if (!(site.body() instanceof MethodTree tree)) {
      return false;
    }
    Element method = elementOf(tree);
    String self = names.thisAt(site.path());
    List<HelperCalls.Call> all = helperCalls.of(method);
    if (all.isEmpty() || !(site.lock().equals(self) || site.lock().startsWith(self + "."))) {
      return false;
    }
    String rest = site.lock().substring(self.length());
    return all.stream().allMatch(call -> isHeldAt(call, call.receiver() + rest));
  }

  private boolean isHeldAt(HelperCalls.Call call, String lock) {
    boolean taken =
        sites.stream()
            .anyMatch(
                site ->
                    site.body() == call.body()
                        && site.lock().equals(lock)
                        && site.covers(call.offset()));
    if (taken || !(call.body() instanceof MethodTree caller)) {
      return taken;
    }
    return Bodies.constructs(caller) || methodNeeds(elementOf(caller), lock, call.receiver());
  }

  private Element elementOf(MethodTree method) {
    return unit.element(unit.trees().getPath(unit.tree(), method));
  }

  private boolean governs(LockSite site, Use use) {
    return use.body() == site.body()
        && use.lock().equals(site.lock())
        && site.covers(use.offset())
        && sites.stream()
            .noneMatch(
                other -> other != site && other.sameLockAs(site) && other.covers(use.offset()));
  }

  private static List<Edit> remove(int start, int end) {
    return List.of(Edit.remove(start, end));
  }
}
