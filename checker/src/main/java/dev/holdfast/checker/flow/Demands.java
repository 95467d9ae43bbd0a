package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Checks what the contract of a call needs before it is made. */
final class Demands {
  private final Checks checks;
  private final Identity identity;
  private final Locks locks;
  private final Describer describer;

  Demands(Checks checks) {
    this.checks = checks;
    this.identity = checks.identity;
    this.locks = checks.locks;
    this.describer = checks.describer;
  }

  /** Checks what has to be so before the call. */
  void before(CallSite site) {
    if (site.contract.clauses().stream().anyMatch(Demands::isOfFirst)) {
      checks.each(locks.elements.prefixes::allGathered);
    }
    for (Contract.Same same : site.contract.same()) {
      demandSame(site, same);
    }
    for (Clause clause : site.contract.clauses()) {
      switch (clause.kind()) {
        case REQUIRES -> requires(site, clause);
        case EXCLUDES -> excludes(site, clause);
        case MAY_RELEASE -> {
          needsAnyMode(site, clause);
          takenAgain(site, clause);
        }
        case DOWNGRADES -> needsExclusive(site, clause);
        case ENDS -> needsState(site, clause);
        default -> {
          /* an effect */
        }
      }
    }
    for (Clause clause : site.contract.meanwhile()) {
      waits(site, clause);
    }
    for (Clause clause : site.contract.clauses()) {
      switch (clause.kind()) {
        case ACQUIRES -> {
          if (!clause.flag()) {
            acquirable(site, clause, true);
          } else {
            orderOnly(site, clause);
          }
          withinOuter(site, clause);
        }
        case ACQUIRES_IF -> {
          acquirable(site, clause, clause.flag());
          withinOuter(site, clause);
        }
        default -> {
          /* already seen */
        }
      }
    }
  }

  /** Whether a clause is about the locks of the elements below an index. */
  private static boolean isOfFirst(Clause clause) {
    for (LockRef ref : clause.locks()) {
      Path step = Elements.several(ref.lock());
      if (step != null && Prefixes.bound(step) != null) {
        return true;
      }
    }
    return false;
  }

  private void demandSame(CallSite site, Contract.Same same) {
    if (CallSite.mentionsResult(same.left())
        || CallSite.mentionsResult(same.right())
        || site.isConstruction()) {
      /* what it makes so need not be so before */
      return;
    }
    for (World world : checks.st) {
      Path left = checks.pool.bind(same.left(), site.receiver(world), site.args(world), null);
      Path right = checks.pool.bind(same.right(), site.receiver(world), site.args(world), null);
      if (left != null
          && right != null
          && identity.canonical(world, left) != identity.canonical(world, right)) {
        checks.report(
            Rule.LOCK_NOT_HELD,
            site.tree,
            Place.Part.WHOLE,
            site.subject,
            "'"
                + describer.path(world, left)
                + "' and '"
                + describer.path(world, right)
                + "' to be one object",
            "nothing here says that they are: compare them with '==' first, or pass the same one",
            world,
            List.of(checks.explainer.contractNote(same.origin())));
        return;
      }
    }
  }

  private void requires(CallSite site, Clause clause) {
    boolean foreign = clause.origin().source() == Origin.Source.FOREIGN;
    checks.require(
        site.tree,
        Rule.LOCK_NOT_HELD,
        site.subject,
        foreign,
        world ->
            isMissingForRelease(site, world, clause)
                ? List.of()
                : alternatives(site, world, clause));
    if (site.receiver() != null && clause.origin().source() != Origin.Source.MODEL) {
      checks.acquisitions.checkStable(
          site.tree, site.receiver(), world -> alternatives(site, world, clause));
    }
  }

  private static List<Need> alternatives(CallSite site, World world, Clause clause) {
    List<Need> needs = new ArrayList<>();
    for (LockRef ref : clause.locks()) {
      Path lock = site.bind(world, ref);
      if (lock == null) {
        return List.of(new Need(null, Mode.READ, ref, clause.origin()));
      }
      boolean foreign = clause.origin().source() == Origin.Source.FOREIGN;
      /* other vocabularies know no modes */
      Mode mode = foreign && ref.mode() == null ? null : ref.requiredMode();
      needs.add(new Need(lock, mode, ref, clause.origin(), site.bind(world, clause.origin().of())));
    }
    return needs;
  }

  /** Whether the call gives up what is required, and the world lacks that: the release says so. */
  private boolean isMissingForRelease(CallSite site, World world, Clause requirement) {
    for (Clause clause : site.contract.clauses()) {
      Path lock = isReleaseOfHeld(site, clause) ? site.bind(world, clause.lock()) : null;
      if (lock != null
          && requirement.locks().stream().anyMatch(ref -> isOn(site, world, ref, lock))
          && checks.acquisitions.isMissing(
              world, lock, site.releasedMode(clause.lock()).apply(world))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOn(CallSite site, World world, LockRef ref, Path lock) {
    Path named = site.bind(world, ref);
    return named != null
        && identity.lock(world, named, null).path() == identity.lock(world, lock, null).path();
  }

  /** Whether a clause releases, and it is a mistake not to hold the lock. */
  private static boolean isReleaseOfHeld(CallSite site, Clause clause) {
    return switch (clause.kind()) {
      case RELEASES -> clause.origin().source() != Origin.Source.INFERRED;
      case RELEASES_IF -> !site.contract.fromModel();
      default -> false;
    };
  }

  private void excludes(CallSite site, Clause clause) {
    LockRef ref = clause.lock();
    Mode mode = ref.mode() == Mode.WRITE ? Mode.WRITE : null;
    if (checks.infers) {
      checks.inference.noteExcluded(site.tree, checks.st, world -> site.bind(world, ref), mode);
    }
    for (World world : checks.st) {
      Path lock = site.bind(world, ref);
      Path key = lock == null ? null : identity.lock(world, lock, null).path();
      if (lock != null
          && !checks.isExempt(world, lock)
          && !checks.inference.isHeldByCallersOnly(world, key)
          && locks.mayBeHeld(world, lock, mode)) {
        List<Finding.Note> notes = new ArrayList<>();
        Hold hold = world.holds.get(key.id);
        if (hold != null) {
          checks.explainer.taken(world, key, hold.since(), notes);
        }
        notes.add(checks.explainer.contractNote(clause.origin(), "it must not be held here"));
        checks.report(
            Rule.LOCK_EXCLUDED,
            site.tree,
            Place.Part.WHOLE,
            site.subject,
            describer.lock(world, key),
            "",
            world,
            notes);
        return;
      }
    }
  }

  private void needsExclusive(CallSite site, Clause clause) {
    needs(site, clause, Mode.WRITE);
  }

  private void needsAnyMode(CallSite site, Clause clause) {
    if (clause.origin().source() != Origin.Source.MODEL) {
      needs(site, clause, clause.lock().mode() == null ? Mode.READ : clause.lock().mode());
    }
  }

  private void needsState(CallSite site, Clause clause) {
    needs(site, clause, Mode.READ);
  }

  private void needs(CallSite site, Clause clause, Mode mode) {
    checks.require(
        site.tree,
        Rule.LOCK_NOT_HELD,
        site.subject,
        false,
        world ->
            List.of(
                new Need(site.bind(world, clause.lock()), mode, clause.lock(), clause.origin())));
  }

  private void acquirable(CallSite site, Clause clause, boolean blocking) {
    if (checks.st.isEmpty() || site.bind(checks.st.get(0), clause.lock()) == null) {
      return;
    }
    boolean waits = clause.kind() == Clause.Kind.ACQUIRES || blocking;
    if (waits) {
      waits(site, clause);
    }
    if (site.receiver() != null) {
      checks.acquisitions.checkStable(site.tree, site.receiver());
    }
  }

  /** The call waits until it has the lock. */
  private void waits(CallSite site, Clause clause) {
    LockRef lock = clause.lock();
    checks.acquisitions.beforeAcquire(
        new Acquisitions.Attempt(
            site.tree, site.lock(lock), site.modeOf(lock), site.subject, clause.origin().site()));
  }

  /** The call may wait until it has the lock again. */
  private void takenAgain(CallSite site, Clause clause) {
    LockRef lock = clause.lock();
    if (!checks.st.isEmpty() && checks.st.stream().allMatch(w -> site.bind(w, lock) != null)) {
      checks.acquisitions.beforeGivingUp(
          new Acquisitions.Attempt(
              site.tree, site.lock(lock), site.modeOf(lock), site.subject, clause.origin().site()),
          world -> Effects.interrupted(checks, world, site, clause));
    }
  }

  private void orderOnly(CallSite site, Clause clause) {
    if (!checks.st.isEmpty() && site.bind(checks.st.get(0), clause.lock()) != null) {
      Mode mode = site.mode(checks.st.get(0), clause.lock());
      forbidUpgrade(site, clause, mode);
    }
  }

  /** Taking it again does nothing, but not while a read hold is in the way. */
  private void forbidUpgrade(CallSite site, Clause clause, Mode mode) {
    checks.forbid(
        Rule.DOUBLE_ACQUIRE,
        site.tree,
        site.bind(checks.st.get(0), clause.lock()),
        world -> {
          Hold hold =
              world.holds.get(
                  identity.lock(world, site.bind(world, clause.lock()), null).path().id);
          return hold != null && hold.isUpgrade(mode);
        },
        site.subject,
        "it is held for reading, and a read hold cannot be upgraded",
        List.of());
  }

  /** An exclusive hold of an inner lock exists only inside the outer one's. */
  private void withinOuter(CallSite site, Clause clause) {
    if (checks.st.isEmpty() || site.mode(checks.st.get(0), clause.lock()) == Mode.READ) {
      return;
    }
    Path taken = declared(checks.st.get(0), site, clause);
    if (taken == null) {
      return;
    }
    LockDefinition definition = (LockDefinition) taken.key;
    for (LockRef outer : definition.within()) {
      if (isRequired(site.contract, clause.lock(), outer)) {
        continue;
      }
      checks.require(
          site.tree,
          Rule.LOCK_NOT_HELD,
          site.subject,
          false,
          world -> {
            Path lock = declared(world, site, clause);
            Path bound = lock == null ? null : identity.bind(outer, lock.base, List.of(), null);
            return List.of(new Need(bound, Mode.WRITE, outer, definition.origin));
          });
    }
  }

  /** The declared lock that the clause names, under whatever name; null if it names another. */
  private Path declared(World world, CallSite site, Clause clause) {
    Path named = site.bind(world, clause.lock());
    Path lock = named == null ? null : identity.lock(world, named, null).path();
    return lock != null && lock.kind == Path.Kind.LOCK ? lock : null;
  }

  /** Whether the contract itself demands the outer lock already. */
  private static boolean isRequired(Contract contract, LockRef inner, LockRef outer) {
    for (Clause clause : contract.clauses()) {
      if (clause.kind() == Clause.Kind.REQUIRES
          && clause.locks().size() == 1
          && clause.lock().lock().kind == outer.lock().kind
          && clause.lock().lock().key == outer.lock().key
          && clause.lock().requiredMode() == Mode.WRITE) {
        return true;
      }
    }
    return false;
  }
}
