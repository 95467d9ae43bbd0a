package dev.holdfast.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.Diagnostic.NoteKind;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.Exit;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Analyses one body from entry to every exit: what its contract has held, what it promises, what it
 * leaves behind.
 */
final class BodyAnalyzer extends Statements {
  /** How the contract of a called method is found: private helpers have theirs inferred. */
  interface Lookup {
    /** The contract of a callee. */
    Contract of(ExecutableElement callee);
  }

  private final Lookup lookup;
  private Contract contract;
  private Path receiver;
  private List<Path> arguments;
  private final boolean inInitialiser;
  private final boolean isStatic;
  private final Tree memberTree;
  private Tree end;
  private final Map<Path, Mode> assumed;
  private final Set<Path> entryLocks = new LinkedHashSet<>();

  /**
   * Whether a part of the method's contract cannot be used: then nobody knows what its callers
   * provide and what it leaves behind, and neither is reported beside the invalid contract.
   */
  private boolean contractUnknown;

  /** Exits that a private helper's net effect is read off. */
  final List<World> normalExits = new ArrayList<>();

  BodyAnalyzer(
      Env env,
      Contracts contracts,
      ClassScan scan,
      TreePath root,
      long fuel,
      Reporter reporter,
      ClassScan.Member member,
      TypeElement self,
      Contract contract,
      Map<Path, Mode> assumed,
      Lookup lookup) {
    super(
        env,
        contracts,
        scan,
        root,
        fuel,
        reporter,
        member.element != null ? member.element : self,
        self);
    this.lookup = lookup;
    this.contract = contract;
    this.arguments = parameters();
    this.assumed = assumed;
    boolean constructor = method != null && method.getKind() == ElementKind.CONSTRUCTOR;
    this.inInitialiser = constructor || !(member.tree instanceof MethodTree);
    this.isStatic =
        member.tree instanceof BlockTree block
            ? block.isStatic()
            : member.element != null && Env.isStatic(member.element);
    this.memberTree = member.tree;
    this.contractUnknown = method != null && contracts.isInvalid(method);
    this.infers = contractUnknown;
    this.end = member.tree instanceof MethodTree tree ? tree.getBody() : member.tree;
    this.receiver = isStatic ? null : pool.self(self);
  }

  @Override
  Contract contractOf(ExecutableElement callee) {
    return lookup.of(callee);
  }

  @Override
  Contract currentContract() {
    return contract;
  }

  // ---- entry

  /** Analyses the member. */
  void run(Tree tree) {
    frames.push(new Body(tree, false));
    World entry = new World();
    if (tree instanceof MethodTree methodTree) {
      entry = enter(entry, methodTree);
    } else if (!isStatic) {
      entry = freshSelf(entry);
    }
    st.addAll(alternatives(entry));
    if (tree instanceof MethodTree methodTree) {
      statement(methodTree.getBody());
      st = finish(st);
    } else if (tree instanceof VariableTree field) {
      fieldInitialiser(field);
    } else {
      statement((StatementTree) tree);
    }
    if (!st.isEmpty()) {
      atReturn(st, exit(Exit.Kind.RETURN, null, null));
    }
    frames.pop();
    runCallbacksLater();
  }

  private List<World> finish(List<World> worlds) {
    return merge.normalise(worlds, end);
  }

  private void fieldInitialiser(VariableTree field) {
    if (field.getInitializer() == null || !(element(field) instanceof VariableElement variable)) {
      return;
    }
    eval(field.getInitializer());
    accesses.useRacy();
    each(
        world -> {
          if (world.val == null) {
            return world;
          }
          World next = world;
          if (Env.isStatic(variable)) {
            next = escaped(world, world.val);
          }
          return next;
        });
  }

  private World enter(World start, MethodTree tree) {
    World world = start;
    List<? extends VariableTree> parameters = tree.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (element(parameters.get(i)) instanceof VariableElement parameter) {
        world.vars = world.vars.put(index(parameter), pool.param(i, parameter.asType()));
      }
    }
    if (method != null && method.getKind() == ElementKind.CONSTRUCTOR) {
      world = freshSelf(world);
    }
    for (Contract.Same same : contract.same()) {
      world = believeSame(world, same);
    }
    for (Clause clause : contract.clauses()) {
      if (clause.locks().size() == 1
          && (clause.kind() == Clause.Kind.REQUIRES || clause.kind() == Clause.Kind.ENDS)) {
        world = assume(world, clause);
      }
    }
    for (Clause clause : contract.clauses()) {
      if (clause.kind() == Clause.Kind.RELEASES
          || clause.kind() == Clause.Kind.DOWNGRADES
          || clause.kind() == Clause.Kind.MAY_RELEASE) {
        world = assumeReleased(world, clause);
      } else if (clause.kind() == Clause.Kind.RELEASES_IF) {
        world = assumeReleased(world, clause);
      } else if (clause.kind() == Clause.Kind.ENSURES
          && clause.origin().source() == dev.holdfast.checker.contract.Origin.Source.INFERRED) {
        world = assume(world, clause);
      }
    }
    for (Map.Entry<Path, Mode> each : assumed.entrySet()) {
      Path lock = pool.bind(each.getKey(), isStatic ? null : pool.self(self), parameters(), null);
      if (lock != null) {
        world = locks.holdOnEntry(world, lock, each.getValue());
        entryLocks.add(lock);
      }
    }
    if (tree.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)) {
      Path object = isStatic ? pool.classObject(Env.enclosingType(method)) : pool.self(self);
      Path monitor = pool.monitor(object);
      world = locks.holdOnEntry(world, monitor, Mode.WRITE);
      entryLocks.add(monitor);
    }
    return world;
  }

  private World freshSelf(World world) {
    World next = world.copy();
    Path me = pool.self(self);
    next.fresh = world.fresh.put(me.id, me);
    return next;
  }

  @Override
  boolean isOwnStaticState(Path path) {
    if (!inInitialiser || !isStatic) {
      return false;
    }
    Path object = path.object();
    Path root = object.root();
    if (root.kind == Kind.FIELD && root.base == null) {
      return isOwnStaticField((VariableElement) root.key);
    }
    return root.kind == Kind.CLASS && root.key == self;
  }

  @Override
  boolean isOwnStaticField(VariableElement field) {
    return inInitialiser
        && isStatic
        && !isInCallback()
        && Env.isStatic(field)
        && field.getEnclosingElement() == self;
  }

  private Path bindHere(LockRef ref) {
    return pool.bind(ref.lock(), receiver, arguments, null);
  }

  private List<Path> parameters() {
    List<Path> result = new ArrayList<>();
    if (method != null) {
      for (int i = 0; i < method.getParameters().size(); i++) {
        result.add(pool.param(i, method.getParameters().get(i).asType()));
      }
    }
    return result;
  }

  private World believeSame(World world, Contract.Same same) {
    Path left = pool.bind(same.left(), isStatic ? null : pool.self(self), parameters(), null);
    Path right = pool.bind(same.right(), isStatic ? null : pool.self(self), parameters(), null);
    return left == null || right == null ? world : identity.unite(world, left, right);
  }

  private World assume(World world, Clause clause) {
    Path lock = bindHere(clause.lock());
    return lock == null ? world : assume(world, lock, clause.lock());
  }

  private World assume(World world, Path lock, LockRef ref) {
    Identity.Lock at = identity.lock(world, lock, ref.mode());
    if (at.path().kind == Kind.LOCK && ((LockDefinition) at.path().key).state) {
      return locks.establish(world, at.path());
    }
    Mode mode = at.mode() == null ? ref.requiredMode() : at.mode();
    entryLocks.add(at.path());
    World next = locks.holdOnEntry(world, at.path(), mode);
    if (mode == Mode.WRITE) {
      for (Path outer : locks.outer(next, at.path())) {
        entryLocks.add(outer);
        next = locks.holdOnEntry(next, outer, Mode.WRITE);
      }
    }
    return next;
  }

  /** One of several is held: each gives a world of its own. */
  private List<World> alternatives(World entry) {
    List<World> worlds = new ArrayList<>(List.of(entry));
    for (Clause clause : contract.clauses(Clause.Kind.REQUIRES)) {
      if (clause.locks().size() > 1) {
        List<World> next = new ArrayList<>();
        for (World world : worlds) {
          for (LockRef ref : clause.locks()) {
            Path lock = bindHere(ref);
            if (lock != null) {
              merge.add(next, assume(world, lock, ref), ref);
            }
          }
        }
        worlds = next.isEmpty() ? worlds : next;
      }
    }
    return worlds;
  }

  private World assumeReleased(World world, Clause clause) {
    Path lock = bindHere(clause.lock());
    if (lock == null) {
      return world;
    }
    Identity.Lock at = identity.lock(world, lock, clause.lock().mode());
    if (world.holds.has(at.path().id)) {
      return world;
    }
    Mode mode =
        clause.kind() == Clause.Kind.DOWNGRADES || at.mode() == null ? Mode.WRITE : at.mode();
    entryLocks.add(at.path());
    return locks.holdOnEntry(world, at.path(), mode);
  }

  /** A contract's lock in the terms of this body; null where it cannot be named. */
  Path bindTemplate(Path template) {
    return pool.bind(template, isStatic ? null : pool.self(self), parameters(), null);
  }

  // ---- exit

  @Override
  void atReturn(List<World> worlds, Exit exit) {
    Tree site = exit.site();
    for (World world : worlds) {
      normalExits.add(world);
    }
    if (contractUnknown) {
      return;
    }
    Set<Path> promised = new LinkedHashSet<>();
    Set<Clause> broken = new LinkedHashSet<>();
    for (World world : worlds) {
      promises(world, exit, site, promised, broken);
    }
    leaks(worlds, site, promised);
  }

  /** Checks what the contract says of a normal exit. */
  private void promises(World world, Exit exit, Tree site, Set<Path> promised, Set<Clause> broken) {
    Path result = exit.result() == null ? world.val : exit.result();
    for (Clause clause : contract.clauses()) {
      if (clause.kind() == Clause.Kind.EXCLUDES) {
        continue;
      }
      for (LockRef ref : clause.locks()) {
        Path lock = bindAtExit(ref, result);
        if (lock != null) {
          promised.add(identity.lock(world, lock, null).path());
        }
      }
    }
    for (Clause clause : contract.clauses()) {
      String trouble = trouble(world, clause, result);
      if (trouble != null) {
        Path lock = bindAtExit(clause.lock(), result);
        Path key = lock == null ? null : identity.lock(world, lock, null).path();
        boolean silent =
            key != null && (acquisitions.wasWronglyReleased(key) || reporter.isDisputed(key));
        if (silent || !broken.add(clause)) {
          continue;
        }
        brokenContract(world, clause, site, trouble, key);
      }
    }
    if (contract.returns() != null && !contract.fromModel()) {
      checkReturns(world, result, site);
    }
    for (Contract.Same same : contract.same()) {
      checkSame(world, same, result, site);
    }
  }

  private Path bindAtExit(LockRef ref, Path result) {
    return pool.bind(ref.lock(), receiver, arguments, result);
  }

  private void brokenContract(World world, Clause clause, Tree site, String trouble, Path lock) {
    List<Finding.Note> notes = new ArrayList<>();
    World.Ended ended = lock == null ? null : world.ended.get(lock.id);
    if (ended != null && ended.site() != null && !world.holds.has(lock.id)) {
      explainer.taken(world, lock, ended.since(), notes);
      notes.add(
          explainer.note(
              NoteKind.RELEASED, ended.site(), describer.lock(world, lock) + " was released here"));
    }
    Hold hold = lock == null ? null : world.holds.get(lock.id);
    if (hold != null) {
      explainer.taken(world, lock, hold.since(), notes);
    }
    notes.add(explainer.contractNote(clause.origin()));
    String shown = lock == null ? "'" + clause.lock().text() + "'" : describer.lock(world, lock);
    boolean gap = trouble.equals(GAP);
    report(
        Rule.BROKEN_CONTRACT,
        gap ? memberTree : site == null ? end : site,
        gap ? Place.Part.NAME : site == null ? Place.Part.END : Place.Part.WHOLE,
        clause.origin().text(),
        shown,
        trouble,
        world,
        notes);
  }

  /** What is wrong with a clause at a normal exit; null if nothing. */
  private String trouble(World world, Clause clause, Path result) {
    switch (clause.kind()) {
      case REQUIRES:
        return overridden(clause) || anyHeld(world, clause, result) ? null : "is not held any more";
      case ENSURES:
      case ASSERTS_HELD:
        if (promisesNothing(world, clause, result)) {
          return null;
        }
        return anyHeld(world, clause, result) ? null : "is not held";
      case ACQUIRES:
        return heldDirectly(world, clause, result) ? null : "is not held";
      case RELEASES:
        return releasedAtExit(world, clause, result) ? null : "is still held";
      case DOWNGRADES:
        return downgraded(world, clause, result);
      case ACQUIRES_IF:
        return conditional(world, clause, result, heldDirectly(world, clause, result), true);
      case RELEASES_IF:
        return conditional(world, clause, result, !releasedAtExit(world, clause, result), false);
      case TESTS_HELD:
        return conditional(world, clause, result, testedHeld(world, clause, result), true);
      case ESTABLISHES:
        return promisesNothing(world, clause, result) || anyHeld(world, clause, result)
            ? null
            : "is not established";
      case ENDS:
        return anyHeld(world, clause, result) ? "has not ended" : null;
      case MAY_RELEASE:
        return anyHeldInAnyMode(world, clause, result) ? null : "is not held any more";
      default:
        return null;
    }
  }

  /** A promise about a result that is null. */
  private boolean promisesNothing(World world, Clause clause, Path result) {
    return CallSite.mentionsResult(clause.lock().lock())
        && result != null
        && Boolean.TRUE.equals(facts.isNull(world, result));
  }

  private boolean anyHeld(World world, Clause clause, Path result) {
    for (LockRef ref : clause.locks()) {
      Path lock = bindAtExit(ref, result);
      if (lock == null || isExempt(world, lock) || locks.isHeld(world, lock, ref.requiredMode())) {
        return true;
      }
    }
    return false;
  }

  /** A test of several locks is true exactly if all are held. */
  private boolean testedHeld(World world, Clause clause, Path result) {
    if (result != null && facts.isSure(world, result, When.FALSE)) {
      return contract.clauses(Clause.Kind.TESTS_HELD).stream()
          .allMatch(each -> anyHeld(world, each, result));
    }
    return anyHeld(world, clause, result);
  }

  private boolean anyHeldInAnyMode(World world, Clause clause, Path result) {
    Path lock = bindAtExit(clause.lock(), result);
    return lock == null || locks.mayBeHeld(world, lock, null);
  }

  private boolean heldDirectly(World world, Clause clause, Path result) {
    Path lock = bindAtExit(clause.lock(), result);
    if (lock == null) {
      return clause.kind() != Clause.Kind.ACQUIRES_IF;
    }
    Identity.Lock at = identity.lock(world, lock, clause.lock().mode());
    Mode mode = at.mode() == null ? Mode.WRITE : at.mode();
    Hold hold = world.holds.get(at.path().id);
    return hold != null && hold.satisfies(mode) || locks.isHeld(world, lock, mode);
  }

  private boolean releasedAtExit(World world, Clause clause, Path result) {
    Path lock = bindAtExit(clause.lock(), result);
    if (lock == null) {
      return true;
    }
    Identity.Lock at = identity.lock(world, lock, clause.lock().mode());
    Hold hold = world.holds.get(at.path().id);
    return hold == null
        || at.mode() == Mode.WRITE && hold.write() == 0
        || at.mode() == Mode.READ && hold.read() == 0;
  }

  private static final String GAP = "is dropped in between";

  private String downgraded(World world, Clause clause, Path result) {
    Path lock = bindAtExit(clause.lock(), result);
    Hold hold = lock == null ? null : world.holds.get(identity.lock(world, lock, null).path().id);
    if (hold == null) {
      return lock == null ? null : "is not held any more";
    }
    if (hold.write() > 0) {
      return "is still held for writing";
    }
    return hold.entry() ? null : GAP;
  }

  private String conditional(
      World world, Clause clause, Path result, boolean held, boolean positive) {
    boolean counts =
        result != null
            && result.type != null
            && result.type.getKind().isPrimitive()
            && result.type.getKind() != javax.lang.model.type.TypeKind.BOOLEAN;
    When when = clause.when() != null ? clause.when() : counts ? When.NON_ZERO : When.TRUE;
    boolean surely = result != null && facts.isSure(world, result, when);
    boolean surelyNot = result != null && facts.isSure(world, result, when.opposite());
    if (surely) {
      return held == positive
          ? null
          : positive
              ? "is not held when the result is " + when
              : "is still held when the result is " + when;
    }
    if (surelyNot) {
      return held != positive
          ? null
          : positive
              ? "is held when the result is not " + when
              : "is released when the result is not " + when;
    }
    return held == positive
        ? "is " + (positive ? "held" : "released") + " whatever the result is"
        : positive
            ? "is not held when the result is " + when
            : "is still held when the result is " + when;
  }

  /**
   * Whether another clause says that the lock is given up, so that the exit half of a requirement
   * does not count.
   */
  private boolean overridden(Clause requirement) {
    for (Clause clause : contract.clauses()) {
      switch (clause.kind()) {
        case RELEASES, RELEASES_IF, DOWNGRADES, ENDS -> {
          for (LockRef ref : requirement.locks()) {
            if (ref.lock() == clause.lock().lock()
                || isInner(ref, clause.lock())
                || isState(ref, clause)) {
              return true;
            }
          }
        }
        case ESTABLISHES -> {
          for (LockRef ref : requirement.locks()) {
            if (excludes(clause.lock(), ref)) {
              return true;
            }
          }
        }
        default -> {
          /* keeps it */
        }
      }
    }
    return false;
  }

  private static boolean isState(LockRef required, Clause ending) {
    LockDefinition definition = required.definition();
    return ending.kind() != Clause.Kind.ENDS
        && definition != null
        && (definition.state || definition.isDerived())
        && (definition.needs().stream().anyMatch(n -> n.lock().key == ending.lock().lock().key)
            || definition.isDerived());
  }

  private static boolean isInner(LockRef inner, LockRef outer) {
    LockDefinition definition = inner.definition();
    return definition != null
        && definition.within().stream().anyMatch(ref -> ref.lock().key == outer.lock().key);
  }

  private static boolean excludes(LockRef established, LockRef required) {
    LockDefinition definition = established.definition();
    return definition != null
        && definition.excludes().stream().anyMatch(ref -> ref.lock().key == required.lock().key);
  }

  private void checkReturns(World world, Path result, Tree site) {
    if (result == null || result.kind == Kind.NULL) {
      return;
    }
    Path wanted = bindAtExit(contract.returns(), null);
    if (wanted == null) {
      return;
    }
    if (contract.returns().mode() != null) {
      wanted =
          contract.returns().mode() == Mode.READ
              ? pool.readView(wanted, null)
              : pool.writeView(wanted, null);
    } else if (wanted.kind == Kind.MONITOR) {
      wanted = wanted.base;
    }
    Path target = identity.canonical(world, wanted);
    Path actual = identity.canonical(world, result);
    if (target == actual || sameView(target, actual) || isElementFor(world, target, actual)) {
      return;
    }
    report(
        Rule.BROKEN_CONTRACT,
        site == null ? end : site,
        site == null ? Place.Part.END : Place.Part.WHOLE,
        contract.returnsOrigin().text(),
        "'" + contract.returns().text() + "'",
        "is not what is returned",
        world,
        List.of(explainer.contractNote(contract.returnsOrigin())));
  }

  private static boolean sameView(Path a, Path b) {
    return a.kind == b.kind
        && (a.kind == Kind.READ_VIEW || a.kind == Kind.WRITE_VIEW)
        && a.base == b.base;
  }

  /** An element chosen by a pure function of what the contract's index names. */
  private boolean isElementFor(World world, Path target, Path actual) {
    if (target.kind != Kind.INDEX || actual.kind != Kind.INDEX || target.base != actual.base) {
      return false;
    }
    boolean array =
        target.base.type != null
            && target.base.type.getKind() == javax.lang.model.type.TypeKind.ARRAY;
    return array && dependsOnly(actual.args.get(0), target.args.get(0));
  }

  private boolean dependsOnly(Path function, Path argument) {
    if (function == argument || function.kind == Kind.CONST) {
      return true;
    }
    if (function.kind == Kind.FIELD) {
      return contracts.isStable((VariableElement) function.key)
              && (function.base == null
                  || function.base.kind == Kind.THIS
                  || dependsOnly(function.base, argument))
          || "length".equals(String.valueOf(function.key));
    }
    if (function.kind == Kind.CALL) {
      boolean base = function.base == null || dependsOnly(function.base, argument);
      return base && function.args.stream().allMatch(arg -> dependsOnly(arg, argument));
    }
    if (function.kind == Kind.VALUE
        && function.key instanceof com.sun.source.tree.MemberSelectTree select) {
      return select.getIdentifier().contentEquals("length");
    }
    return false;
  }

  private void checkSame(World world, Contract.Same same, Path result, Tree site) {
    if (same.left().root().kind != Kind.RESULT && same.right().root().kind != Kind.RESULT
        || result == null
        || contract.fromModel()) {
      return;
    }
    if (result.kind == Kind.NULL || Boolean.TRUE.equals(facts.isNull(world, result))) {
      return;
    }
    Path left = pool.bind(same.left(), isStatic ? null : pool.self(self), parameters(), result);
    Path right = pool.bind(same.right(), isStatic ? null : pool.self(self), parameters(), result);
    if (left != null
        && right != null
        && identity.canonical(world, left) != identity.canonical(world, right)) {
      report(
          Rule.BROKEN_CONTRACT,
          site == null ? end : site,
          site == null ? Place.Part.END : Place.Part.WHOLE,
          same.origin().text(),
          "'" + describer.path(world, left) + "'",
          "is not known to be '" + describer.path(world, right) + "'",
          world,
          List.of(explainer.contractNote(same.origin())));
    }
  }

  // ---- leaks

  private void leaks(List<World> worlds, Tree site, Set<Path> promised) {
    for (World world : worlds) {
      world.holds.forEach(
          (id, hold) -> {
            Path lock = pool.byId(id);
            if (!promised.contains(lock) && isLeak(world, lock, hold)) {
              leak(world, lock, hold, site);
            } else if (promised.contains(lock) && isSurplus(world, lock, hold)) {
              Clause effect = effectOn(world, lock);
              if (effect == null) {
                leak(world, lock, hold, site);
              } else {
                brokenContract(world, effect, site, "is held more often than that", lock);
              }
            }
          });
    }
  }

  /** The effect that the contract declares on a lock, or null. */
  private Clause effectOn(World world, Path lock) {
    for (Clause clause : contract.clauses()) {
      if (clause.kind() == Clause.Kind.ACQUIRES || clause.kind() == Clause.Kind.ACQUIRES_IF) {
        Path bound = bindAtExit(clause.lock(), null);
        if (bound != null && identity.lock(world, bound, null).path() == lock) {
          return clause;
        }
      }
    }
    return null;
  }

  private boolean isLeak(World world, Path lock, Hold hold) {
    if (acquisitions.wasWronglyReleased(lock) || reporter.isDisputed(lock)) {
      return false;
    }
    if (hold.entry() || entryLocks.contains(lock) || acquisitions.assumedHeld.contains(lock)) {
      return hold.read() + hold.write() > 1;
    }
    if (lock.kind == Kind.LOCK
        && locks.outer(world, lock).stream().anyMatch(outer -> isHeldOnBehalf(world, outer))
        && hold.write() > 0) {
      return false;
    }
    return true;
  }

  /** The outer hold goes on by contract, and its release will end the inner one. */
  private boolean isHeldOnBehalf(World world, Path outer) {
    Hold hold = world.holds.get(outer.id);
    if (hold == null) {
      return isImpliedOnEntry(world, outer);
    }
    return (hold.entry() || isAcquiredByContract(world, outer)) && hold.write() > 0;
  }

  /** An inner exclusive hold that the contract has held implies the outer one. */
  private boolean isImpliedOnEntry(World world, Path outer) {
    boolean[] found = {false};
    world.holds.forEach(
        (id, hold) -> {
          if (hold.entry()
              && hold.write() > 0
              && locks.outer(world, pool.byId(id)).contains(outer)) {
            found[0] = true;
          }
        });
    return found[0];
  }

  private boolean isAcquiredByContract(World world, Path lock) {
    return effectOn(world, lock) != null;
  }

  /** More often held than the contract says. */
  private boolean isSurplus(World world, Path lock, Hold hold) {
    return !acquisitions.wasWronglyReleased(lock)
        && !reporter.isDisputed(lock)
        && hold.read() + hold.write() > 1
        && (hold.entry() || !(hold.read() == 1 && hold.write() == 1));
  }

  private void leak(World world, Path lock, Hold hold, Tree site) {
    List<Finding.Note> notes = new ArrayList<>();
    explainer.taken(world, lock, hold.since(), notes);
    report(
        Rule.LOCK_LEAK,
        site == null ? end : site,
        site == null ? Place.Part.END : Place.Part.WHOLE,
        "",
        describer.lock(world, lock),
        "",
        world,
        notes);
  }

  @Override
  void atThrow(List<World> worlds, Tree site) {
    if (contractUnknown) {
      return;
    }
    for (World world : worlds) {
      world.holds.forEach(
          (id, hold) -> {
            Path lock = pool.byId(id);
            Clause release = givenUp(world, lock);
            if (acquisitions.wasWronglyReleased(lock)) {
              return;
            }
            if (hold.since() == null) {
              if (release != null) {
                leakOfCallers(world, lock, release, site);
              }
              return;
            }
            boolean kept =
                hold.entry()
                    || acquisitions.assumedHeld.contains(lock)
                    || entryLocks.contains(lock) && release == null;
            boolean onBehalf =
                hold.write() > 0
                    && locks.outer(world, lock).stream()
                        .anyMatch(outer -> isHeldOnBehalf(world, outer));
            if (!onBehalf && (!kept || hold.read() + hold.write() > 1)) {
              report(
                  Rule.LOCK_LEAK_ON_THROW,
                  hold.since(),
                  Place.Part.WHOLE,
                  "",
                  describer.lock(world, lock),
                  "",
                  null,
                  List.of(explainer.note(NoteKind.OTHER, site, "an exception may leave here")));
            }
          });
    }
  }

  /** The caller counts on the release, however the method ends; reported at the first exception. */
  private void leakOfCallers(World world, Path lock, Clause release, Tree site) {
    report(
        Rule.LOCK_LEAK_ON_THROW,
        site,
        Place.Part.WHOLE,
        release.origin().text(),
        describer.lock(world, lock),
        "",
        null,
        List.of(explainer.contractNote(release.origin())));
  }

  /** The clause by which a lock held on entry is not held afterwards, or null. */
  private Clause givenUp(World world, Path lock) {
    for (Clause clause : contract.clauses(Clause.Kind.RELEASES)) {
      Path bound = bindHere(clause.lock());
      if (bound != null && identity.lock(world, bound, null).path() == lock) {
        return clause;
      }
    }
    return null;
  }

  // ---- callbacks that run later

  private void runCallbacksLater() {
    Set<Callback> done = new LinkedHashSet<>();
    while (done.size() < callbacks.size()) {
      for (Callback callback : new ArrayList<>(callbacks.values())) {
        if (done.add(callback) && (callback.escaped || !callback.inlined)) {
          later(callback);
        }
      }
    }
  }

  private void later(Callback callback) {
    World entry = new World();
    entry.vars = stableVariables(callback.created);
    entry.equal = callback.created.equal;
    infers = false;
    contractUnknown = false;
    contract = Contract.NONE;
    entryLocks.clear();
    frames.push(
        new Body(
            callback.tree instanceof LambdaExpressionTree ? callback.tree : new LaterReference(),
            false));
    st = new ArrayList<>(List.of(entry));
    if (callback.tree instanceof MemberReferenceTree reference) {
      callReference(reference, assumeFunctional(callback.tree, List.of()));
    } else {
      LambdaExpressionTree lambda = (LambdaExpressionTree) callback.tree;
      bindParameters(lambda.getParameters());
      assumeFunctional(lambda, lambda.getParameters());
      for (Path lock : callback.holding) {
        each(
            world -> locks.holdOnEntry(world, identity.lock(world, lock, null).path(), Mode.WRITE));
      }
      if (lambda.getBody() instanceof ExpressionTree expression) {
        eval(expression);
        accesses.useRacy();
      } else {
        statement((StatementTree) lambda.getBody());
      }
      Tree outerEnd = end;
      end = lambda.getBody();
      if (!st.isEmpty()) {
        atReturn(
            st,
            exit(
                Exit.Kind.RETURN,
                null,
                lambda.getBody() instanceof BlockTree ? null : lambda.getBody()));
      }
      end = outerEnd;
    }
    frames.pop();
    st = new ArrayList<>();
  }

  /** Marks the frame of a method reference that runs later. */
  private static final class LaterReference implements Tree {
    @Override
    public Kind getKind() {
      return Kind.LAMBDA_EXPRESSION;
    }

    @Override
    public <R, D> R accept(com.sun.source.tree.TreeVisitor<R, D> visitor, D data) {
      return visitor.visitOther(this, data);
    }
  }

  /**
   * Captured locals keep their value; what it is a path through may have changed meanwhile, unless
   * it cannot.
   */
  private dev.holdfast.checker.path.IntMap<Path> stableVariables(World created) {
    dev.holdfast.checker.path.IntMap<Path> result = created.vars;
    List<Integer> unstable = new ArrayList<>();
    created.vars.forEach(
        (index, value) -> {
          if (!value.isDefinite()) {
            unstable.add(index);
          }
        });
    for (int index : unstable) {
      result = result.remove(index);
    }
    return result;
  }

  /** A contract on the functional interface's method binds the lambda. */
  private List<Path> assumeFunctional(Tree tree, List<? extends VariableTree> parameters) {
    ExecutableElement functional = Functional.method(env, type(tree));
    if (functional == null) {
      return null;
    }
    Contract binding = contracts.of(functional);
    List<Path> args = new ArrayList<>();
    for (int i = 0; i < functional.getParameters().size(); i++) {
      boolean named =
          i < parameters.size() && element(parameters.get(i)) instanceof VariableElement;
      args.add(
          named
              ? st.get(0).vars.get(index((VariableElement) element(parameters.get(i))))
              : evaluation(
                  List.of(tree, "argument", i), functional.getParameters().get(i).asType()));
    }
    contract = binding;
    receiver = functionalSelf(tree);
    arguments = args;
    for (Clause clause : binding.clauses()) {
      switch (clause.kind()) {
        case REQUIRES, ENDS -> each(world -> assume(world, clause));
        case RELEASES, RELEASES_IF, DOWNGRADES, MAY_RELEASE ->
            each(world -> assumeReleased(world, clause));
        default -> {
          /* promised, not assumed */
        }
      }
    }
    return args;
  }

  /** The function object itself. */
  private Path functionalSelf(Tree tree) {
    return pool.lambda(tree, type(tree));
  }
}
