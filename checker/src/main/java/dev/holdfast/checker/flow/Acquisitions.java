package dev.holdfast.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.holdfast.checker.Diagnostic.NoteKind;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Checks acquisitions and releases, and carries them out. */
final class Acquisitions {
  /** Locks that were released without being held: taken again, they are as they were. */
  final Set<Path> assumedHeld = new LinkedHashSet<>();

  private final Set<Path> ignoredAttempts = new LinkedHashSet<>();

  private final Checks checks;
  private final Contracts contracts;
  private final Identity identity;
  private final Locks locks;
  private final Describer describer;

  Acquisitions(Checks checks) {
    this.checks = checks;
    this.contracts = checks.contracts;
    this.identity = checks.identity;
    this.locks = checks.locks;
    this.describer = checks.describer;
  }

  /**
   * What waits until it has a lock.
   *
   * @param site the call or statement
   * @param subject what it goes by
   * @param inside where the called method takes the lock in its body; null where the call does
   */
  record Attempt(
      Tree site,
      Function<World, Path> lockOf,
      Function<World, Mode> mode,
      String subject,
      Tree inside) {}

  /** What an acquisition needs: not held already, unless it may be; no lock that comes later. */
  void beforeAcquire(Attempt attempt) {
    if (checks.st.isEmpty() || attempt.lockOf.apply(checks.st.get(0)) == null) {
      return;
    }
    if (checks.infers) {
      checks.inference.noteTaken(attempt.site, checks.st, attempt.lockOf, attempt.mode);
    }
    checkReacquire(attempt);
    checkOrder(attempt);
  }

  private void checkReacquire(Attempt attempt) {
    Function<World, Path> lockOf = attempt.lockOf;
    Function<World, Mode> mode = attempt.mode;
    Predicate<World> twice = world -> mustNotWait(world, lockOf.apply(world), mode.apply(world));
    long bad = checks.st.stream().filter(twice).count();
    if (bad == 0) {
      return;
    }
    Path lock = lockOf.apply(checks.st.get(0));
    if (bad < checks.st.size()) {
      forbid(Rule.INCONSISTENT_LOCKING, attempt, lock, twice, "it is held already");
      return;
    }
    World first = checks.st.get(0);
    Hold hold = locks.hold(first, identity.lock(first, lock, null).path());
    String detail =
        mode.apply(first) == Mode.WRITE && hold.write() == 0
            ? "it is held for reading, and a read hold cannot be upgraded"
            : "it is held already";
    forbid(Rule.DOUBLE_ACQUIRE, attempt, lock, twice, detail);
  }

  /** Whether to wait for the lock may be to wait for a hold of one's own. */
  private boolean mustNotWait(World world, Path named, Mode mode) {
    Path lock = identity.lock(world, named, null).path();
    Hold hold = ownHold(world, lock);
    return hold != null && (hold.isUpgrade(mode) || !locks.isReentrant(lock));
  }

  /** Whether an attempt at the lock fails for a hold of one's own. */
  boolean isInOwnWay(World world, Path named, Mode mode) {
    Path lock = identity.lock(world, named, null).path();
    Hold hold = ownHold(world, lock);
    return hold != null
        && hold.excludes(mode, locks.isReentrant(lock))
        && !(hold.isUpgrade(mode) && mayBeCallers(lock));
  }

  /** Whether the callers of a helper may have had the lock, for writing, before it was called. */
  private boolean mayBeCallers(Path lock) {
    return checks.infers && locks.isReentrant(lock);
  }

  /** How the lock is held, if it surely is this one, and not by what callers are to hold. */
  private Hold ownHold(World world, Path lock) {
    return lock.isDefinite() && !checks.inference.isHeldByCallersOnly(world, lock)
        ? locks.hold(world, lock)
        : null;
  }

  private void forbid(
      Rule rule, Attempt attempt, Path lock, Predicate<World> broken, String detail) {
    checks.forbid(rule, attempt.site, lock, broken, attempt.subject, detail, inside(attempt));
  }

  private List<Finding.Note> inside(Attempt attempt) {
    return attempt.inside == null
        ? List.of()
        : List.of(checks.explainer.note(NoteKind.CONTRACT, attempt.inside, "it is taken here"));
  }

  private void checkOrder(Attempt attempt) {
    for (World world : checks.st) {
      Path lock = identity.lock(world, attempt.lockOf.apply(world), null).path();
      if (world.holds.isEmpty() || locks.hold(world, lock) != null) {
        continue;
      }
      List<Path> later =
          new LockOrder(contracts, identity, checks.pool).heldThatComeLater(world, lock);
      Path own =
          later.stream()
              .filter(each -> !checks.inference.isHeldByCallersOnly(world, each))
              .findFirst()
              .orElse(null);
      if (own != null) {
        reportOrder(attempt, world, lock, own, "it comes");
        return;
      }
      if (!later.isEmpty()) {
        checks.inference.outOfOrder.add(checks.inference.entryName(world, lock));
      }
    }
  }

  /**
   * What gives up a lock for a while waits for it in the end: what is held all the while must not
   * come later. A hold inside the lock is there to go on without it.
   *
   * @param givenUp the world with what goes on meanwhile
   */
  void beforeGivingUp(Attempt attempt, UnaryOperator<World> givenUp) {
    for (World world : checks.st) {
      Path lock = identity.lock(world, attempt.lockOf.apply(world), null).path();
      if (locks.hold(world, lock) == null) {
        continue;
      }
      for (Path later :
          new LockOrder(contracts, identity, checks.pool)
              .heldThatComeLater(givenUp.apply(world), lock)) {
        if (!isWithin(world, later, lock) && !checks.inference.isHeldByCallersOnly(world, later)) {
          reportOrder(attempt, world, lock, later, "it is given up meanwhile, and comes");
          return;
        }
      }
    }
  }

  private boolean isWithin(World world, Path lock, Path outer) {
    return locks.outer(world, lock).stream()
        .map(each -> identity.lock(world, each, null).path())
        .anyMatch(each -> each == outer || isWithin(world, each, outer));
  }

  private void reportOrder(Attempt attempt, World world, Path lock, Path later, String why) {
    List<Finding.Note> notes = new ArrayList<>();
    checks.explainer.taken(world, later, world.holds.get(later.id).since(), notes);
    notes.addAll(inside(attempt));
    checks.report(
        Rule.LOCK_ORDER,
        attempt.site,
        Place.Part.WHOLE,
        attempt.subject,
        describer.lock(world, lock),
        why + " before " + describer.lock(world, later) + ", which is held",
        world,
        notes);
  }

  /** Takes the lock in every world. */
  void acquire(
      Tree site,
      Function<World, Path> lockOf,
      Function<World, Mode> modeOf,
      Path stamp,
      boolean idempotent) {
    boolean fresh =
        !checks.frames.isInLoop()
            && checks.st.stream()
                .noneMatch(w -> w.holds.has(identity.lock(w, lockOf.apply(w), null).path().id));
    checks.each(
        world -> {
          Path lock = identity.lock(world, lockOf.apply(world), null).path();
          Hold hold = locks.hold(world, lock);
          Mode mode = modeOf.apply(world);
          if (idempotent && hold != null && hold.satisfies(mode)) {
            return world;
          }
          if (fresh) {
            checks.reporter.settle(lock);
          }
          World taken =
              hold == null && assumedHeld.contains(lock)
                  ? locks.takeBack(world, lock, mode, stamp, site)
                  : locks.acquire(world, lock, mode, stamp, site);
          return mode == Mode.WRITE && isOutsideOuter(world, lock)
              ? locks.excuse(taken, lock)
              : taken;
        });
  }

  /** The outer lock, whose release was to end this hold, is not held: that was reported. */
  private boolean isOutsideOuter(World world, Path lock) {
    return locks.outer(world, lock).stream()
        .anyMatch(outer -> !checks.isMet(world, new Need(outer, Mode.WRITE, null, null)));
  }

  /** What a release needs, and the release. */
  void release(
      Tree site, Function<World, Path> named, Function<World, Mode> modeOf, String subject) {
    if (checks.st.isEmpty() || named.apply(checks.st.get(0)) == null) {
      return;
    }
    Function<World, Path> lockOf = world -> locks.heldName(world, named.apply(world));
    if (checks.infers
        && checks.inference.inferRelease(site, checks.st, lockOf, modeOf.apply(checks.st.get(0)))) {
      checks.each(world -> release(world, lockOf, modeOf, site));
      return;
    }
    Predicate<World> missing = world -> isMissing(world, lockOf.apply(world), modeOf.apply(world));
    if (checks.st.stream()
        .allMatch(w -> isNotHeld(w, identity.lock(w, lockOf.apply(w), null).path()))) {
      // From here on as if it had been held on entry.
      assumedHeld.add(identity.lock(checks.st.get(0), lockOf.apply(checks.st.get(0)), null).path());
    }
    World first = checks.st.stream().filter(missing).findFirst().orElse(null);
    if (first != null) {
      Path lock = identity.lock(first, lockOf.apply(first), null).path();
      Hold hold = locks.hold(first, lock);
      String detail =
          hold == null
              ? checks.explainer.whyNotHeld(first, lock)
              : "it is held " + hold.mode().words();
      checks.forbid(
          Rule.RELEASE_NOT_HELD, site, lockOf.apply(first), missing, subject, detail, List.of());
    }
    checks.each(
        world -> {
          if (!missing.test(world)) {
            return release(world, lockOf, modeOf, site);
          }
          Path lock = identity.lock(world, lockOf.apply(world), null).path();
          Path meant = locks.hold(world, lock) == null ? checks.explainer.meant(world, lock) : lock;
          return meant == null ? world : locks.excuse(world, meant);
        });
  }

  /** Whether a lock that is to be released is not held in that mode, or in any if it is null. */
  boolean isMissing(World world, Path named, Mode mode) {
    Path lock = identity.lock(world, named, null).path();
    if (Identity.isUnknownGhost(lock)) {
      return false;
    }
    Hold hold = locks.hold(world, lock);
    if (hold == null) {
      return !isOneOfSome(world, lock);
    }
    return mode != null && (mode == Mode.WRITE ? hold.write() : hold.read()) == 0;
  }

  /** The release, if the world holds the lock; else it stays as it is. */
  private World release(
      World world, Function<World, Path> lockOf, Function<World, Mode> modeOf, Tree site) {
    Path lock = identity.lock(world, lockOf.apply(world), null).path();
    Hold hold = locks.hold(world, lock);
    if (hold == null) {
      return locks.elements.releaseOneOfFirst(world, lock, site);
    }
    Mode mode = modeOf.apply(world);
    return locks.release(world, lock, mode != null ? mode : hold.mode(), site);
  }

  private boolean isNotHeld(World world, Path lock) {
    return locks.hold(world, lock) == null && !isOneOfSome(world, lock);
  }

  /** Whether it is held unless it was given up as one of many: what stays held tells. */
  private boolean isOneOfSome(World world, Path lock) {
    return locks.elements.isOfSome(world, lock) && !world.ended.has(lock.id);
  }

  /** The finding for a release of what only the caller can have taken. */
  Finding releaseOfCallers(Tree site, Path lock) {
    World world = new World();
    return new Finding(
        Rule.RELEASE_NOT_HELD,
        new Place(checks.unit, site, Place.Part.WHOLE),
        checks.member,
        "'" + (checks.method == null ? "" : checks.method.getSimpleName()) + "'",
        describer.lock(world, lock),
        "",
        "it was not taken here; if the caller took it, declare @Releases",
        List.of(),
        List.of(),
        null,
        false);
  }

  /**
   * An attempt whose outcome nobody looks at was reported: the exit says nothing more, and callers
   * are not asked for what was to be had here.
   */
  void ignoreAttempt(Path lock) {
    ignoredAttempts.add(lock);
    checks.inference.barred.add(lock);
  }

  /** Whether it was reported already that the lock may still be held, or may not be. */
  boolean isExcused(World world, Path lock) {
    Hold hold = world.holds.get(lock.id);
    return hold != null && hold.excused() || ignoredAttempts.contains(lock);
  }

  /** Takes note of an acquisition through a field that can change. */
  void checkStable(Tree site, ExpressionTree named) {
    for (VariableElement field : changeable(named)) {
      reportUnstable(site, field, "'" + named + "'");
    }
  }

  /**
   * Takes note of what is done to an object by the name of a field that can change, where the lock
   * for it was taken here, by whatever name.
   */
  void checkStable(Tree site, ExpressionTree object, Function<World, List<Need>> needs) {
    for (VariableElement field : changeable(object)) {
      for (World world : checks.st) {
        for (Need need : needs.apply(world)) {
          Path lock =
              need.lock() == null ? null : identity.lock(world, need.lock(), need.mode()).path();
          Hold hold = lock == null ? null : world.holds.get(lock.id);
          boolean taken = hold != null && !hold.entry() && hold.since() != null;
          if (taken && lock.any(step -> step.kind == Path.Kind.FIELD && step.key == field)) {
            reportUnstable(site, field, describer.lock(world, lock));
          }
        }
      }
    }
  }

  /** The fields that an expression runs through which can change and have no guard. */
  private List<VariableElement> changeable(ExpressionTree named) {
    List<VariableElement> result = new ArrayList<>();
    ExpressionTree at = Env.plain(named);
    while (at != null) {
      if (checks.element(at) instanceof VariableElement field
          && field.getKind() == ElementKind.FIELD
          && !contracts.isStable(field)
          && !contracts.isNamedByGuard(field)
          && contracts.guard(field) == null) {
        result.add(field);
      }
      at = owner(at);
    }
    return result;
  }

  private void reportUnstable(Tree site, VariableElement field, String lock) {
    checks.report(
        Rule.UNSTABLE_LOCK,
        site,
        Place.Part.WHOLE,
        "'" + field.getSimpleName() + "'",
        lock,
        "",
        null,
        List.of(Finding.Note.declaration(field)));
  }

  /** The object that has the field, or the view or other part that a call gives; null if none. */
  private ExpressionTree owner(ExpressionTree tree) {
    ExpressionTree name = tree;
    if (tree instanceof MethodInvocationTree call) {
      name = givesPart(call) ? call.getMethodSelect() : null;
    }
    return name instanceof MemberSelectTree select ? Env.plain(select.getExpression()) : null;
  }

  private boolean givesPart(MethodInvocationTree call) {
    return checks.element(call.getMethodSelect()) instanceof ExecutableElement callee
        && (contracts.of(callee).returns() != null
            || contracts.getterResult(callee, checks.pool.self(checks.self), List.of(), checks.pool)
                != null);
  }
}
