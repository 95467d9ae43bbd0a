package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.Diagnostic.NoteKind;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.flow.Frames.Body;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * What may be done where: compares the worlds at hand with what an operation needs, and reports.
 */
abstract class Checks extends Machine {
  final Reporter reporter;
  final ExecutableElement method;
  final Element member;

  /**
   * The innermost type whose members are reached without a name; another one while an anonymous
   * class runs inline.
   */
  TypeElement self;

  final Describer describer;
  final Explainer explainer;

  /** What the body at hand needs of its callers; a callback that closes a scope has its own. */
  Inference inference;

  final Accesses accesses;
  final Results results;
  final Containers containers;
  final Unshared unshared;
  final Acquisitions acquisitions;

  /** The arrays that the body stores objects in: what they have is not what callers know. */
  final Set<Path> storedInto = new HashSet<>();

  private final Predicate<Tree> foreignSilenced;

  /** Whether unmet needs that the caller could meet are inferred and not reported. */
  boolean infers;

  /** The locks that are held when the body begins. */
  final Set<Path> entryLocks = new LinkedHashSet<>();

  Checks(BodyContext context) {
    super(context);
    this.reporter = context.reporter();
    this.member = context.member();
    this.method = member instanceof ExecutableElement executable ? executable : null;
    this.self = context.self();
    this.foreignSilenced = context.foreignSilenced();
    this.describer =
        new Describer(
            pool,
            this::named,
            this::variable,
            type -> contracts.lockTypeOf(env.typeElement(type)) != null,
            method,
            self);
    this.explainer = new Explainer(env, unit, pool, identity, locks, describer);
    this.inference = new Inference(identity, locks, explainer, this::isCaptured);
    this.accesses = new Accesses(this);
    this.results = new Results(env, contracts, pool, identity, context.scan());
    this.containers = new Containers(env, contracts, context.scan(), identity);
    this.unshared = new Unshared(this, this::published);
    this.acquisitions = new Acquisitions(this);
  }

  /** Others may reach the value from here on. */
  abstract void published(Path value);

  @Override
  TypeElement self() {
    return self;
  }

  /** The path of an expression made of names only, without evaluating it again. */
  abstract Path simplePath(World world, ExpressionTree expression);

  /** What a name is at the current point; null if it is none. */
  Path named(World world, ExpressionTree name) {
    Path path = simplePath(world, name);
    return path == null ? null : identity.canonical(world, path);
  }

  // ---- needs

  /** Whether every one of the needs would be met by any of its alternatives in the world. */
  boolean isMet(World world, Need need) {
    if (need.lock() == null
        || locks.elements.prefixes.isOfNone(world, need.lock())
        || isExempt(world, need.lock()) && !need.isTested() && !isOfAnother(world, need.of())
        || isOfFresh(world, need.of())
        || need.isInferred() && isOfNull(world, need.lock())) {
      return true;
    }
    Path lock = need.isTested() ? locks.heldName(world, need.lock()) : need.lock();
    Path canonical = identity.lock(world, lock, need.mode()).path();
    return Identity.isUnknownGhost(canonical)
        ? infers || !world.holds.isEmpty()
        : locks.isHeld(world, lock, need.mode());
  }

  /** Whether there is no such lock, as what it is reached through is null. */
  private boolean isOfNull(World world, Path lock) {
    for (Path at = lock; at != null; at = at.base) {
      if (Boolean.TRUE.equals(facts.isNull(world, at))) {
        return true;
      }
    }
    return false;
  }

  /**
   * An object that nobody else can reach needs no locks of its own, unless the program itself finds
   * out that they are not held.
   */
  boolean isExempt(World world, Path lock) {
    Path at = identity.canonical(world, lock);
    return unshared.ownerOf(world, at, at.object()) != null
        || isOwnStaticState(at)
        || isInFieldOfFresh(world, lock);
  }

  /** What guards an object is its own, wherever the object that its field names comes from. */
  private boolean isInFieldOfFresh(World world, Path lock) {
    Path object = lock.object();
    return object.kind == Kind.FIELD
        && object.base != null
        && world.fresh.has(identity.canonical(world, object.base).id);
  }

  private boolean isOfFresh(World world, Path object) {
    return object != null && world.fresh.has(identity.canonical(world, object).id);
  }

  /** Whether the object is in a field that may have been given an object of others'. */
  private boolean isOfAnother(World world, Path object) {
    Path at = object == null ? null : identity.canonical(world, object);
    return at != null && at.kind == Kind.FIELD && unshared.hasMore(world, at.base);
  }

  /** In a static initialiser the class's own static state is not shared yet. */
  boolean isOwnStaticState(Path path) {
    return false;
  }

  /** The same for a static field itself. */
  boolean isOwnStaticField(VariableElement field) {
    return false;
  }

  /**
   * Demands one of several locks in every world. What is missing is reported once and not assumed
   * afterwards; where only some worlds lack it, those are given up.
   */
  void require(
      Tree site, Rule rule, String subject, boolean foreign, Function<World, List<Need>> needs) {
    List<World> good = new ArrayList<>();
    List<World> bad = new ArrayList<>();
    List<World> beyond = new ArrayList<>();
    for (World world : st) {
      List<Need> wanted = needs.apply(world);
      if (isBeyond(world, wanted)) {
        beyond.add(world);
        continue;
      }
      boolean met = wanted.isEmpty();
      for (Need need : wanted) {
        met |= isMet(world, need);
        if (infers) {
          inference.noteMet(site, world, need);
        }
      }
      (met ? good : bad).add(world);
    }
    if (bad.isEmpty()) {
      return;
    }
    if (foreign && foreignSilenced.test(site)) {
      return;
    }
    if (infers && inference.inferAll(site, bad, needs, foreign)) {
      return;
    }
    World first = bad.get(0);
    List<Need> wanted = needs.apply(first);
    boolean disputed = !good.isEmpty() && isDisputed(bad, wanted);
    if (!disputed && !isOfInitialiser(site, wanted.get(0), bad)) {
      Finding.Fix fix = fix(first, wanted.get(0));
      boolean settles =
          bad.stream().allMatch(each -> Objects.equals(fix, fix(each, needs.apply(each).get(0))));
      report(site, rule, subject, foreign, first, wanted, !good.isEmpty(), settles ? fix : null);
    }
    if (!good.isEmpty()) {
      for (World world : st) {
        for (Need need : needs.apply(world)) {
          disputeWithImplied(world, need.lock());
        }
      }
      st = good;
      st.addAll(beyond);
    }
  }

  /** Whether there is no such lock, as it would be that of an element at no index. */
  private boolean isBeyond(World world, List<Need> needs) {
    for (Need need : needs) {
      if (need.lock() != null && locks.elements.prefixes.isBeyond(world, need.lock())) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is a field that the object has by its class, and not by its declared type. */
  private boolean isBeyondType(Path step) {
    if (step.kind != Kind.FIELD || step.base == null) {
      return false;
    }
    TypeElement type = env.typeElement(step.base);
    return type == null || !env.isSubtype(type, Env.enclosingType((VariableElement) step.key));
  }

  /**
   * Whether it is the initialisers of an anonymous class that are told, where the lock is needed.
   */
  private boolean isOfInitialiser(Tree site, Need need, List<World> bad) {
    if (!need.isInferred()
        || !(site instanceof NewClassTree creation)
        || creation.getClassBody() == null) {
      return false;
    }
    boolean forReading = bad.stream().allMatch(w -> locks.isHeld(w, need.lock(), Mode.READ));
    Mode held = forReading ? Mode.READ : null;
    return scan.lack(creation, need.origin().site(), need.ref().lock(), held);
  }

  /** Paths that disagree about a derived lock disagree about those that imply it. */
  private void disputeWithImplied(World world, Path lock) {
    if (lock == null) {
      return;
    }
    Path at = identity.lock(world, lock, null).path();
    reporter.dispute(at);
    if (at.kind == Kind.LOCK) {
      for (LockRef by : ((LockDefinition) at.key).impliedBy()) {
        disputeWithImplied(world, identity.bind(by, at.base, List.of(), null));
      }
    }
  }

  private boolean isDisputed(List<World> worlds, List<Need> needs) {
    for (World world : worlds) {
      for (Need need : needs) {
        if (reporter.isDisputed(identity.lock(world, need.lock(), null).path())) {
          return true;
        }
      }
    }
    return false;
  }

  /** From here on the paths' disagreement about the lock was reported. */
  void dispute(Path lock) {
    if (!st.isEmpty()) {
      reporter.dispute(identity.lock(st.get(0), lock, null).path());
    }
  }

  // ---- reports

  void report(
      Tree site,
      Rule rule,
      String subject,
      boolean foreign,
      World world,
      List<Need> needs,
      boolean mixed,
      Finding.Fix fix) {
    Need need = needs.get(0);
    StringBuilder lock = new StringBuilder();
    for (Need each : needs) {
      lock.append(lock.length() == 0 ? "" : " or ").append(explainer.describeNeed(world, each));
    }
    List<Finding.Note> notes = new ArrayList<>();
    String detail = explainer.miss(world, need, notes);
    if (mixed && detail.isEmpty()) {
      detail = "it is held on only some of the paths that lead here";
    }
    if (need.origin() != null) {
      notes.add(explainer.contractNote(need.origin()));
    }
    reporter.add(
        new Finding(
            rule,
            new Place(unit, site, Place.Part.WHOLE),
            member,
            subject,
            lock.toString(),
            "",
            detail,
            describer.held(world),
            notes,
            fix,
            foreign));
  }

  /**
   * Declaring the need on this method, where its callers can then meet it; one that overrides may
   * not require more.
   */
  private Finding.Fix fix(World world, Need need) {
    if (method == null
        || method.getKind() != ElementKind.METHOD
        || need.ref() == null
        || runsLater()
        || !env.overridden(method).isEmpty()) {
      return null;
    }
    /* a model may name a lock by a relation that the source does not have, a contract by a getter */
    Path lock =
        need.lock().any(step -> step.kind == Kind.GHOST || step.kind == Kind.CALL)
            ? identity.lock(world, need.lock(), need.mode()).path()
            : need.lock();
    if (!inference.canInfer(world, lock)
        || !inference.isUntouched(world, lock)
        || acquisitions.assumedHeld.contains(inference.entryName(world, lock))
        || dependsOnFields(lock)
        || lock.any(step -> step.kind == Kind.INDEX && storedInto.contains(step.base))
        || lock.any(this::isBeyondType)) {
      return null;
    }
    String text = describer.declared(lock, env::resolveType);
    if (text == null) {
      return null;
    }
    if (need.mode() == Mode.READ
        && explainer.hasTwoModes(world, need)
        && !text.endsWith("Lock()")) {
      text += ".readLock()";
    }
    String annotation = "@Requires(\"" + text.replace("\"", "\\\"") + "\")";
    return new Finding.Fix(
        "take it around this, or declare " + annotation + " on '" + method.getSimpleName() + "'",
        method,
        annotation);
  }

  /** Whether the path is a local of the code around this method's class, which never changes. */
  final boolean isCaptured(Path path) {
    return path.kind == Path.Kind.LOCAL
        && method != null
        && ((VariableElement) path.key).getEnclosingElement() != method;
  }

  /** Whether this is the body of a callback that runs some other time than the method. */
  boolean runsLater() {
    Body outermost = frames.outermost();
    return outermost != null && outermost.tree.getKind() == Tree.Kind.LAMBDA_EXPRESSION;
  }

  void report(
      Rule rule,
      Tree site,
      Place.Part part,
      String subject,
      String lock,
      String detail,
      World world,
      List<Finding.Note> notes) {
    reporter.add(
        new Finding(
            rule,
            new Place(unit, site, part),
            member,
            subject,
            lock,
            "",
            detail,
            world == null ? List.of() : describer.held(world),
            notes,
            null,
            false));
  }

  /** Reports that a lock is still held, once however it is called and however it was come by. */
  void reportLeak(
      Rule rule,
      Tree site,
      Place.Part part,
      Path lock,
      World world,
      String detail,
      List<Finding.Note> notes) {
    Place place = new Place(unit, site, part);
    List<String> held = rule == Rule.LOCK_LEAK ? describer.held(world) : List.of();
    String name = describer.lock(world, lock);
    reporter.addLeak(
        new Finding(rule, place, member, "", name, "", detail, held, notes, null, false),
        locks.elements.ofAll(lock),
        world.holds.get(lock.id).since(),
        world);
  }

  /**
   * Reports a precondition that some worlds break; where only some do, those are given up.
   *
   * @param also notes beside those on how the lock is held or ended
   */
  void forbid(
      Rule rule,
      Tree site,
      Path lock,
      Predicate<World> broken,
      String subject,
      String detail,
      List<Finding.Note> also) {
    List<World> good = new ArrayList<>();
    List<World> bad = new ArrayList<>();
    for (World world : st) {
      (broken.test(world) ? bad : good).add(world);
    }
    if (bad.isEmpty()) {
      return;
    }
    World first = bad.get(0);
    Path key = identity.lock(first, lock, null).path();
    boolean mixed = !good.isEmpty();
    boolean silent = mixed && reporter.isDisputed(key);
    if (!silent) {
      List<Finding.Note> notes = new ArrayList<>();
      Hold hold = locks.hold(first, key);
      if (hold != null) {
        explainer.taken(first, key, hold.since(), notes);
      }
      World.Ended ended = locks.ending(first, key);
      if (ended != null && ended.site() != null && hold == null) {
        explainer.taken(first, key, ended.since(), notes);
        notes.add(
            explainer.note(
                NoteKind.RELEASED,
                ended.site(),
                describer.lock(first, key) + " was released here"));
      }
      notes.addAll(also);
      String more = mixed ? Explainer.onSomePaths(detail) : detail;
      report(rule, site, Place.Part.WHOLE, subject, describer.lock(first, key), more, first, notes);
    }
    if (mixed) {
      st = good;
      dispute(lock);
      reporter.dispute(key);
    }
  }
}
