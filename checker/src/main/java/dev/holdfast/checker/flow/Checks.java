package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.holdfast.checker.Diagnostic.NoteKind;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Guard;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.flow.World.RacyRead;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
  final Inference inference;

  /** Where needs that stem from another vocabulary's guard are suppressed. */
  java.util.function.Predicate<Tree> foreignSilenced = tree -> false;

  /** Whether unmet needs that the caller could meet are inferred and not reported. */
  boolean infers;

  private final Set<Path> unstable = new LinkedHashSet<>();

  Checks(
      Env env,
      Contracts contracts,
      ClassScan scan,
      TreePath root,
      long fuel,
      Reporter reporter,
      Element member,
      TypeElement self) {
    super(env, contracts, scan, root, fuel);
    this.reporter = reporter;
    this.member = member;
    this.method = member instanceof ExecutableElement executable ? executable : null;
    this.self = self;
    this.describer = new Describer(pool, this::variable, method, self);
    this.explainer = new Explainer(env, unit, pool, identity, locks, describer);
    this.inference = new Inference(identity);
  }

  @Override
  TypeElement self() {
    return self;
  }

  // ---- needs

  /** Whether every one of the needs would be met by any of its alternatives in the world. */
  boolean isMet(World world, Need need) {
    if (need.lock() == null || isExempt(world, need.lock())) {
      return true;
    }
    Path canonical = identity.lock(world, need.lock(), need.mode()).path();
    return Identity.isUnknownGhost(canonical) || locks.isHeld(world, need.lock(), need.mode());
  }

  /** An object that nobody else can reach needs no locks of its own. */
  boolean isExempt(World world, Path lock) {
    Path at = identity.canonical(world, lock);
    for (Path part = at; part != null; part = part.base) {
      if (world.fresh.has(part.id)) {
        return true;
      }
    }
    return isOwnStaticState(at);
  }

  /** In a static initialiser the class's own static state is not shared yet. */
  boolean isOwnStaticState(Path path) {
    return false;
  }

  /**
   * Demands one of several locks in every world. What is missing is reported once and not assumed
   * afterwards; where only some worlds lack it, those are given up.
   */
  void require(
      Tree site,
      Rule rule,
      String subject,
      boolean foreign,
      java.util.function.Function<World, List<Need>> needs) {
    List<World> good = new ArrayList<>();
    List<World> bad = new ArrayList<>();
    for (World world : st) {
      boolean met = needs.apply(world).isEmpty();
      for (Need need : needs.apply(world)) {
        met |= isMet(world, need);
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
    if (!disputed) {
      report(site, rule, subject, foreign, first, wanted, !good.isEmpty());
    }
    if (!good.isEmpty()) {
      for (World world : st) {
        for (Need need : needs.apply(world)) {
          disputeWithImplied(world, need.lock());
        }
      }
      st = good;
    }
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
      boolean mixed) {
    Need need = needs.get(0);
    StringBuilder lock = new StringBuilder();
    for (Need each : needs) {
      lock.append(lock.length() == 0 ? "" : " or ").append(explainer.describeNeed(world, each));
    }
    List<Finding.Note> notes = new ArrayList<>();
    String detail = explainer.miss(world, need, notes);
    if (mixed && detail.isEmpty()) {
      detail = "it is held on some of the paths that lead here only";
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
            fix(world, need),
            foreign));
  }

  /** Declaring the need on this method, where its callers can then meet it. */
  private Finding.Fix fix(World world, Need need) {
    if (method == null
        || method.getKind() != ElementKind.METHOD
        || need.ref() == null
        || runsLater()
        || !inference.canInfer(world, need.lock())
        || assumedHeld.contains(inference.entryName(world, need.lock()))
        || dependsOnFields(need.lock())) {
      return null;
    }
    String text = describer.declared(need.lock());
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

  /** Whether this is the body of a callback that runs some other time than the method. */
  private boolean runsLater() {
    return frames.peekLast() instanceof Body body
        && body.tree.getKind() == Tree.Kind.LAMBDA_EXPRESSION;
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

  /** Reports a precondition that some worlds break; where only some do, those are given up. */
  void forbid(
      Rule rule, Tree site, Path lock, Predicate<World> broken, String subject, String detail) {
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
      Hold hold = first.holds.get(key.id);
      if (hold != null) {
        explainer.taken(first, key, hold.since(), notes);
      }
      World.Ended ended = first.ended.get(key.id);
      if (ended != null && ended.site() != null && hold == null) {
        explainer.taken(first, key, ended.since(), notes);
        notes.add(
            explainer.note(
                NoteKind.RELEASED,
                ended.site(),
                describer.lock(first, key) + " was released here"));
      }
      String more =
          mixed
              ? (detail.isEmpty() ? "" : detail + " ") + "on some of the paths that lead here"
              : detail;
      report(rule, site, Place.Part.WHOLE, subject, describer.lock(first, key), more, first, notes);
    }
    if (mixed) {
      st = good;
      dispute(lock);
      reporter.dispute(key);
    }
  }

  // ---- guarded fields

  /**
   * The field access that is read in order to change the object that the field holds: that is a
   * write of the field, by a mutating call or an element store.
   */
  Tree mutated;

  /** Checks an access to a field of the object that each world has at {@code baseOf}. */
  void access(
      Tree site,
      VariableElement field,
      java.util.function.Function<World, Path> baseOf,
      boolean write) {
    boolean writes = write || site == mutated;
    if (contracts.guard(field) == null || !writes && site == selfGuardedReference(field, site)) {
      return;
    }
    if (site instanceof com.sun.source.tree.MemberSelectTree select && !Env.isStatic(field)) {
      for (World world : st) {
        Path base = baseOf.apply(world);
        if (base != null) {
          describer.name(identity.canonical(world, base), select.getExpression().toString());
        }
      }
    }
    for (Guard guard : contracts.guards(field)) {
      guardedAccess(site, field, baseOf, writes, guard);
    }
    describer.forgetNames();
  }

  /**
   * A field that is its own guard and never changes may be read freely; what it refers to may not.
   */
  private Tree selfGuardedReference(VariableElement field, Tree site) {
    return isSelfGuarded(field) && site != selfGuardedUse ? site : null;
  }

  /** The use of what a self-guarded field refers to that is being checked. */
  Tree selfGuardedUse;

  boolean isSelfGuarded(VariableElement field) {
    Guard guard = contracts.guard(field);
    if (guard == null || !contracts.isStable(field)) {
      return false;
    }
    for (LockRef ref : guard.write()) {
      Path object = ref.lock().object();
      if (object.kind == Kind.FIELD && object.key == field) {
        return true;
      }
    }
    return false;
  }

  private void guardedAccess(
      Tree site,
      VariableElement field,
      java.util.function.Function<World, Path> baseOf,
      boolean write,
      Guard guard) {
    List<LockRef> locksNeeded = write ? guard.write() : guard.read();
    if (locksNeeded.isEmpty()) {
      return;
    }
    boolean foreign = guard.origin().source() == Origin.Source.FOREIGN;
    String subject = write ? "writing" : "reading";
    if (write) {
      for (LockRef ref : locksNeeded) {
        require(
            site,
            Rule.UNGUARDED_ACCESS,
            subject(subject, field, baseOf),
            foreign,
            world -> needs(world, field, baseOf.apply(world), List.of(ref), true, guard));
      }
      return;
    }
    if (optimistic(site, field, baseOf, guard)) {
      return;
    }
    require(
        site,
        Rule.UNGUARDED_ACCESS,
        subject(subject, field, baseOf),
        foreign,
        world -> needs(world, field, baseOf.apply(world), locksNeeded, false, guard));
  }

  private String subject(
      String verb, VariableElement field, java.util.function.Function<World, Path> baseOf) {
    World world = st.isEmpty() ? null : st.get(0);
    Path base = world == null ? null : baseOf.apply(world);
    String owner =
        base == null
            ? field.getEnclosingElement().getSimpleName().toString()
            : describer.path(world, identity.canonical(world, base));
    return verb + " '" + owner + "." + field.getSimpleName() + "'";
  }

  private List<Need> needs(
      World world,
      VariableElement field,
      Path base,
      List<LockRef> refs,
      boolean write,
      Guard guard) {
    Path object = base == null ? null : identity.canonical(world, base);
    if (object != null && world.fresh.has(object.id) || object == null && isOwnStaticField(field)) {
      return List.of();
    }
    List<Need> result = new ArrayList<>();
    for (LockRef ref : refs) {
      Path lock = identity.bind(ref, base, List.of(), null);
      if (lock == null) {
        return List.of();
      }
      Mode mode = write ? ref.exclusiveUnlessNamed() : ref.mode() == null ? Mode.READ : ref.mode();
      Path rebased =
          ref.lock().root().kind == Kind.THIS ? binder.rebaseOuter(world, lock, base) : lock;
      result.add(new Need(rebased, mode, ref, guard.origin()));
    }
    return result;
  }

  boolean isOwnStaticField(VariableElement field) {
    return false;
  }

  /** A read under an unvalidated stamp is put off until the stamp is validated. */
  private boolean optimistic(
      Tree site,
      VariableElement field,
      java.util.function.Function<World, Path> baseOf,
      Guard guard) {
    boolean[] any = {false};
    List<World> result = new ArrayList<>();
    List<World> rest = new ArrayList<>();
    for (World world : st) {
      Path base = baseOf.apply(world);
      List<Need> needs = needs(world, field, base, guard.read(), false, guard);
      boolean met = needs.isEmpty() || needs.stream().anyMatch(need -> isMet(world, need));
      Path stamp = met ? null : openStamp(world, needs);
      if (stamp == null) {
        rest.add(world);
      } else {
        any[0] = true;
        World next = world.copy();
        List<RacyRead> reads = new ArrayList<>(world.racyHere);
        Need need = needs.get(0);
        reads.add(
            new RacyRead(
                site, stamp, need.lock(), new RacyReport(subject("reading", field, baseOf), need)));
        next.racyHere = List.copyOf(reads);
        result.add(next);
      }
    }
    if (!any[0]) {
      return false;
    }
    st = rest;
    if (!rest.isEmpty()) {
      require(
          site,
          Rule.UNGUARDED_ACCESS,
          subject("reading", field, baseOf),
          guard.origin().source() == Origin.Source.FOREIGN,
          world -> needs(world, field, baseOf.apply(world), guard.read(), false, guard));
    }
    st.addAll(result);
    return true;
  }

  /** What to say of an optimistic read that turns out to be used unvalidated. */
  record RacyReport(String subject, Need need) {}

  private Path openStamp(World world, List<Need> needs) {
    Path[] found = {null};
    for (Need need : needs) {
      Path lock = identity.lock(world, need.lock(), need.mode()).path();
      world.stamps.forEach(
          (id, stamp) -> {
            if (stamp.mode() == null && stamp.lock() == lock && found[0] == null) {
              found[0] = pool.byId(id);
            }
          });
    }
    return found[0];
  }

  /** The reads just made are used before their stamp was validated. */
  void useRacy(Predicate<RacyRead> which) {
    for (World world : st) {
      reportRacy(world, world.racyHere, which);
    }
    each(
        world -> {
          if (world.racyHere.isEmpty()) {
            return world;
          }
          World next = world.copy();
          next.racyHere = List.of();
          return next;
        });
  }

  private void reportRacy(World world, List<RacyRead> reads, Predicate<RacyRead> which) {
    for (RacyRead read : reads) {
      World.Stamp stamp = world.stamps.get(read.stamp().id);
      if (which.test(read) && (stamp == null || !stamp.valid())) {
        RacyReport what = (RacyReport) read.report();
        List<Finding.Note> notes = new ArrayList<>();
        if (what.need().origin() != null) {
          notes.add(explainer.contractNote(what.need().origin()));
        }
        report(
            Rule.UNGUARDED_ACCESS,
            read.site(),
            Place.Part.WHOLE,
            what.subject(),
            describer.lock(world, what.need().lock()),
            "the value is used before the optimistic stamp is validated",
            world,
            notes);
      }
    }
  }

  // ---- acquisition and release

  /** What an acquisition needs: not held already, unless it may be; no lock that comes later. */
  void beforeAcquire(
      Tree site,
      java.util.function.Function<World, Path> lockOf,
      java.util.function.Function<World, Mode> mode,
      boolean blocking,
      String subject) {
    if (st.isEmpty()) {
      return;
    }
    Path named = lockOf.apply(st.get(0));
    if (named == null) {
      return;
    }
    if (blocking) {
      checkReacquire(site, lockOf, mode, subject);
      checkOrder(site, lockOf, subject);
    }
  }

  private void checkReacquire(
      Tree site,
      java.util.function.Function<World, Path> lockOf,
      java.util.function.Function<World, Mode> mode,
      String subject) {
    Predicate<World> twice =
        world -> {
          Path lock = identity.lock(world, lockOf.apply(world), null).path();
          Hold hold = world.holds.get(lock.id);
          if (hold == null || !lock.isDefinite()) {
            return false;
          }
          boolean upgrade = mode.apply(world) == Mode.WRITE && hold.write() == 0 && hold.read() > 0;
          return upgrade || !locks.isReentrant(lock);
        };
    long bad = st.stream().filter(twice).count();
    if (bad == 0) {
      return;
    }
    Path lock = lockOf.apply(st.get(0));
    if (bad < st.size()) {
      forbid(Rule.INCONSISTENT_LOCKING, site, lock, twice, subject, "it is held already");
      return;
    }
    World first = st.get(0);
    Hold hold = first.holds.get(identity.lock(first, lock, null).path().id);
    String detail =
        mode.apply(first) == Mode.WRITE && hold.write() == 0
            ? "it is held for reading, and a read hold cannot be upgraded"
            : "it is held already";
    forbid(Rule.DOUBLE_ACQUIRE, site, lock, twice, subject, detail);
  }

  private void checkOrder(
      Tree site, java.util.function.Function<World, Path> lockOf, String subject) {
    for (World world : st) {
      Path lock = identity.lock(world, lockOf.apply(world), null).path();
      if (world.holds.has(lock.id) || world.holds.isEmpty()) {
        continue;
      }
      Path later = new LockOrder(contracts, identity, pool).heldThatComesLater(world, lock);
      if (later != null) {
        Hold hold = world.holds.get(later.id);
        List<Finding.Note> notes = new ArrayList<>();
        explainer.taken(world, later, hold.since(), notes);
        report(
            Rule.LOCK_ORDER,
            site,
            Place.Part.WHOLE,
            subject,
            describer.lock(world, lock),
            "it comes before " + describer.lock(world, later) + ", which is held",
            world,
            notes);
        return;
      }
    }
  }

  /** Takes the lock in every world. */
  void acquire(
      Tree site,
      java.util.function.Function<World, Path> lockOf,
      java.util.function.Function<World, Mode> modeOf,
      Path stamp,
      boolean idempotent) {
    boolean fresh =
        !isInLoop()
            && st.stream()
                .noneMatch(w -> w.holds.has(identity.lock(w, lockOf.apply(w), null).path().id));
    each(
        world -> {
          Path lock = identity.lock(world, lockOf.apply(world), null).path();
          Hold hold = world.holds.get(lock.id);
          Mode mode = modeOf.apply(world);
          if (idempotent && hold != null && hold.satisfies(mode)) {
            return world;
          }
          if (fresh) {
            reporter.settle(lock);
          }
          return locks.acquire(world, lock, mode, stamp, site);
        });
  }

  /** What a release needs, and the release. */
  void release(
      Tree site,
      java.util.function.Function<World, Path> lockOf,
      java.util.function.Function<World, Mode> modeOf,
      String subject) {
    if (st.isEmpty() || lockOf.apply(st.get(0)) == null) {
      return;
    }
    if (infers && inference.inferRelease(site, st, lockOf, modeOf.apply(st.get(0)))) {
      return;
    }
    boolean[] wrongMode = {false};
    Predicate<World> missing =
        world -> {
          Path lock = identity.lock(world, lockOf.apply(world), null).path();
          Hold hold = world.holds.get(lock.id);
          if (isExempt(world, lock) && hold == null || Identity.isUnknownGhost(lock)) {
            return false;
          }
          Mode mode = modeOf.apply(world);
          boolean other =
              hold != null
                  && mode != null
                  && (mode == Mode.WRITE ? hold.write() == 0 : hold.read() == 0);
          wrongMode[0] |= other;
          return hold == null || other;
        };
    if (st.stream()
        .allMatch(w -> !w.holds.has(identity.lock(w, lockOf.apply(w), null).path().id))) {
      // From here on as if it had been held on entry.
      assumedHeld.add(identity.lock(st.get(0), lockOf.apply(st.get(0)), null).path());
    }
    World first = st.stream().filter(missing).findFirst().orElse(null);
    String detail = "";
    if (first != null) {
      Path lock = identity.lock(first, lockOf.apply(first), null).path();
      Hold hold = first.holds.get(lock.id);
      detail =
          hold == null ? explainer.whyNotHeld(first, lock) : "it is held " + hold.mode().words();
      if (hold != null) {
        markWrongRelease(lock);
      }
      forbid(Rule.RELEASE_NOT_HELD, site, lockOf.apply(first), missing, subject, detail);
    }
    each(
        world -> {
          Path lock = identity.lock(world, lockOf.apply(world), null).path();
          Hold hold = world.holds.get(lock.id);
          if (hold == null || missing.test(world)) {
            return world;
          }
          Mode mode = modeOf.apply(world);
          return locks.release(world, lock, mode != null ? mode : hold.mode(), site);
        });
  }

  /** The finding for a release of what only the caller can have taken. */
  Finding releaseOfCallers(Tree site, Path lock) {
    World world = new World();
    return new Finding(
        Rule.RELEASE_NOT_HELD,
        new Place(unit, site, Place.Part.WHOLE),
        member,
        "'" + (method == null ? "" : method.getSimpleName()) + "'",
        describer.lock(world, lock),
        "",
        "it was not taken here; if the caller took it, declare @Releases",
        List.of(),
        List.of(),
        null,
        false);
  }

  /** Locks that were released without being held: taken again, they are as they were. */
  final Set<Path> assumedHeld = new LinkedHashSet<>();

  private final Set<Path> wrongReleases = new LinkedHashSet<>();

  /** A wrong release that leaves the lock held is one mistake: the exit says nothing more. */
  void markWrongRelease(Path lock) {
    wrongReleases.add(lock);
  }

  boolean wasWronglyReleased(Path lock) {
    return wrongReleases.contains(lock);
  }

  /** Takes note of an acquisition through a field that can change. */
  void checkStable(Tree site, ExpressionTree named) {
    ExpressionTree at = plain(named);
    while (at != null) {
      if (element(at) instanceof VariableElement field && field.getKind() == ElementKind.FIELD) {
        if (!contracts.isStable(field)
            && !contracts.isNamedByGuard(field)
            && contracts.guard(field) == null
            && unstable.add(pool.field(null, field))) {
          String lock = "'" + named + "'";
          report(
              Rule.UNSTABLE_LOCK,
              site,
              Place.Part.WHOLE,
              "'" + field.getSimpleName() + "'",
              lock,
              "",
              null,
              List.of());
        }
      }
      at =
          at instanceof com.sun.source.tree.MemberSelectTree select
              ? plain(select.getExpression())
              : null;
    }
  }

  static ExpressionTree plain(ExpressionTree tree) {
    ExpressionTree at = tree;
    while (at instanceof com.sun.source.tree.ParenthesizedTree inner) {
      at = inner.getExpression();
    }
    return at;
  }
}
