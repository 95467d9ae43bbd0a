package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.rule.Finding;
import dev.holdfast.checker.rule.Place;
import dev.holdfast.checker.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Applies what calls do to locks by contract: acquisitions, releases, downgrades, interruptions.
 */
final class Effects {
  private final Checks checks;
  private final Identity identity;
  private final Locks locks;
  private final Describer describer;
  private final Scopes scopes;
  private final Stamps stamps;
  private final Beliefs beliefs;

  private final Map<Tree, Path> conditionallyTaken = new HashMap<>();

  Effects(Checks checks, Scopes scopes, Stamps stamps, Beliefs beliefs) {
    this.checks = checks;
    this.identity = checks.identity;
    this.locks = checks.locks;
    this.describer = checks.describer;
    this.scopes = scopes;
    this.stamps = stamps;
    this.beliefs = beliefs;
  }

  /** The lock that a conditional acquisition takes, by its call; null if there is none. */
  Path conditionallyTaken(Tree call) {
    return conditionallyTaken.get(call);
  }

  /** Brings about what the call does to locks. */
  void apply(CallSite site) {
    Contract contract = site.contract;
    for (Clause clause : contract.clauses()) {
      switch (clause.kind()) {
        case RELEASES -> releases(site, clause);
        case DOWNGRADES ->
            checks.each(
                world -> {
                  Path lock = site.bind(world, clause.lock());
                  if (lock == null) {
                    return world;
                  }
                  Path key = identity.lock(world, lock, null).path();
                  return world.holds.has(key.id)
                      ? locks.downgrade(world, key, site.tree)
                      : locks.holdOnEntry(world, key, Mode.READ);
                });
        case MAY_RELEASE -> interrupt(site, clause);
        default -> {
          /* later */
        }
      }
    }
    if (contract.releasesAll()) {
      checks.each(world -> releasedAll(world, site.tree));
    }
    for (Clause clause : contract.clauses()) {
      switch (clause.kind()) {
        case ACQUIRES -> acquires(site, clause);
        case ACQUIRES_IF -> acquiresIf(site, clause);
        case RELEASES_IF -> releasesIf(site, clause);
        case TESTS_HELD -> beliefs.testsHeld(site, clause);
        case ASSERTS_HELD, ENSURES -> beliefs.believed(site, clause);
        case ESTABLISHES -> beliefs.establishes(site, clause);
        case ENDS -> checks.each(world -> beliefs.stateEnds(world, site, clause));
        default -> {
          /* done before */
        }
      }
    }
    checks.st = stamps.after(site, checks.st);
  }

  private World releasedAll(World world, Tree site) {
    return world.holds.fold(
        world, (result, id, hold) -> locks.releaseAll(result, checks.pool.byId(id), site));
  }

  private void releases(CallSite site, Clause clause) {
    if (clause.origin().source() == Origin.Source.INFERRED) {
      List<World> others = checks.setAside(world -> !isHeldForWritingOnly(world, site, clause));
      if (!checks.st.isEmpty()) {
        checks.acquisitions.release(
            site.tree, site.lock(clause.lock()), world -> Mode.READ, site.subject);
      }
      List<World> reported = checks.st;
      checks.st = others;
      checks.each(
          world -> {
            Path lock = site.bind(world, clause.lock());
            return lock == null ? world : releasedByHelper(world, lock, clause.lock(), site.tree);
          });
      checks.st = new ArrayList<>(checks.st);
      checks.st.addAll(reported);
      return;
    }
    if (site.contract.stampParameter() >= 0 && wrongStamp(site, clause)) {
      return;
    }
    Function<World, Path> lock =
        world -> identity.lock(world, orNull(site.bind(world, clause.lock())), null).path();
    if (checks.st.isEmpty() || site.bind(checks.st.get(0), clause.lock()) == null) {
      return;
    }
    checks.acquisitions.release(site.tree, lock, site.releasedMode(clause.lock()), site.subject);
    if (site.contract.stampParameter() >= 0) {
      checks.each(world -> stamps.spent(world, site));
    }
  }

  private Path orNull(Path path) {
    return path == null ? checks.pool.nullValue() : path;
  }

  /** Whether the stamp is not the one that the lock is held under; reported if so. */
  private boolean wrongStamp(CallSite site, Clause clause) {
    List<World> good = new ArrayList<>();
    List<World> bad = new ArrayList<>();
    for (World world : checks.st) {
      Path lock = site.bind(world, clause.lock());
      Hold hold = lock == null ? null : world.holds.get(identity.lock(world, lock, null).path().id);
      Path stamp = site.args(world).get(site.contract.stampParameter());
      boolean fits =
          hold == null
              || hold.stamp() == null
              || stamp == null
              || identity.canonical(world, hold.stamp()) == identity.canonical(world, stamp);
      (fits ? good : bad).add(world);
    }
    if (bad.isEmpty()) {
      return false;
    }
    World first = bad.get(0);
    Path lock = identity.lock(first, site.bind(first, clause.lock()), null).path();
    Hold hold = first.holds.get(lock.id);
    if (good.isEmpty() || !checks.reporter.isDisputed(lock)) {
      List<Finding.Note> notes = new ArrayList<>();
      checks.explainer.taken(first, lock, hold.since(), notes);
      checks.report(
          Rule.RELEASE_NOT_HELD,
          site.tree,
          Place.Part.WHOLE,
          site.subject,
          describer.lock(first, lock),
          "the stamp is not the one that it is held under",
          first,
          notes);
    }
    if (good.isEmpty()) {
      checks.each(world -> locks.excuse(world, lock));
      return true;
    }
    checks.st = good;
    checks.dispute(lock);
    return false;
  }

  /** The lock may have been given up and taken again in between. */
  void interrupt(CallSite site, Clause clause) {
    checks.each(world -> interrupted(checks, world, site, clause));
  }

  /** The world in which it was. */
  static World interrupted(Checks checks, World world, CallSite site, Clause clause) {
    Path lock = site.bind(world, clause.lock());
    if (lock == null) {
      return world;
    }
    Identity.Lock at = checks.identity.lock(world, lock, clause.lock().mode());
    return checks.locks.interrupt(
        world, at.path(), clause.lock().mode() == null ? null : at.mode(), site.tree);
  }

  private void acquires(CallSite site, Clause clause) {
    if (checks.st.isEmpty() || site.bind(checks.st.get(0), clause.lock()) == null) {
      return;
    }
    Path stamp = site.contract.stampRole() == Contract.StampRole.STAMPED ? site.result : null;
    keepsForCallers(site, clause);
    checks.acquisitions.acquire(
        site.tree, site.lock(clause.lock()), site.modeOf(clause.lock()), stamp, clause.flag());
    own(site, clause);
    if (stamp != null) {
      checks.each(world -> world.withFact(site.result, Fact.NON_ZERO));
    } else if (scopes.makesScope(site) || CallSite.mentionsResult(clause.lock().lock())) {
      checks.each(world -> world.withFact(site.result, Fact.NON_NULL));
    }
  }

  /** A helper puts what it locks into a collection that the callers of this one gave it. */
  private void keepsForCallers(CallSite site, Clause clause) {
    if (!checks.infers || clause.origin().source() != Origin.Source.INFERRED) {
      return;
    }
    for (World world : checks.st) {
      Path lock = identity.lock(world, site.bind(world, clause.lock()), null).path();
      Path step = Elements.several(lock);
      Hold hold = world.holds.get(lock.id);
      if (step != null && step.base.kind == Path.Kind.PARAM && hold != null && hold.entry()) {
        checks.inference.noteKept(site.tree, lock, site.mode(world, clause.lock()));
      }
    }
  }

  private void own(CallSite site, Clause clause) {
    checks.each(world -> scopes.own(world, site, clause.lock(), site.mode(world, clause.lock())));
  }

  private void acquiresIf(CallSite site, Clause clause) {
    if (checks.st.isEmpty() || site.bind(checks.st.get(0), clause.lock()) == null) {
      return;
    }
    Path stamp = site.contract.stampRole() == Contract.StampRole.STAMPED ? site.result : null;
    conditionallyTaken.put(
        site.tree,
        identity.lock(checks.st.get(0), site.bind(checks.st.get(0), clause.lock()), null).path());
    List<World> without = outcome(checks.st, site, clause.when().opposite());
    checks.st = outcome(checks.st, site, clause.when());
    if (!clause.flag()) {
      /* an attempt that does not wait fails where the thread is in its own way */
      checks.each(world -> isInOwnWay(site, world, clause) ? null : world);
    }
    boolean idempotent = clause.flag() && clause.origin().source() == Origin.Source.FOREIGN;
    checks.acquisitions.acquire(
        site.tree, site.lock(clause.lock()), site.modeOf(clause.lock()), stamp, idempotent);
    own(site, clause);
    if (scopes.makesScope(site) && clause.when() == When.NON_NULL) {
      unstale(site);
    }
    checks.st.addAll(without);
  }

  private boolean isInOwnWay(CallSite site, World world, Clause clause) {
    return checks.acquisitions.isInOwnWay(
        world, site.bind(world, clause.lock()), site.mode(world, clause.lock()));
  }

  private void unstale(CallSite site) {
    checks.each(
        world -> {
          World next = world.copy();
          next.stale = world.stale.remove(site.result.id);
          return next;
        });
  }

  /** The worlds in which the call had that outcome; the result is known there. */
  private List<World> outcome(List<World> worlds, CallSite site, When when) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      Fact known = world.facts.get(site.result.id);
      if (known != null && known == Fact.valueOf(when.opposite().name())) {
        continue;
      }
      result.add(world.withFact(site.result, Fact.valueOf(when.name())));
    }
    return result;
  }

  private void releasesIf(CallSite site, Clause clause) {
    if (checks.st.isEmpty() || site.bind(checks.st.get(0), clause.lock()) == null) {
      return;
    }
    Function<World, Path> lock =
        world -> identity.lock(world, orNull(site.bind(world, clause.lock())), null).path();
    Mode mode =
        identity
            .lock(
                checks.st.get(0), site.bind(checks.st.get(0), clause.lock()), clause.lock().mode())
            .mode();
    List<World> kept = outcome(checks.st, site, clause.when().opposite());
    checks.st = outcome(checks.st, site, clause.when());
    if (site.contract.fromModel()) {
      checks.each(
          world ->
              world.holds.has(lock.apply(world).id)
                  ? releasedQuietly(world, lock.apply(world), clause.lock(), site.tree)
                  : null);
    } else {
      checks.acquisitions.release(site.tree, lock, site.releasedMode(clause.lock()), site.subject);
    }
    for (World world : kept) {
      Path key = lock.apply(world);
      // As if the call had been legal, where it is not anyway: what it did not release is held.
      checks.st.add(
          site.contract.fromModel() || world.holds.has(key.id)
              ? world
              : locks.holdOnEntry(world, key, mode == null ? Mode.WRITE : mode));
    }
  }

  /** Whether what a helper gives up for reading is held, but not so. */
  private boolean isHeldForWritingOnly(World world, CallSite site, Clause clause) {
    Path lock = clause.lock().mode() == Mode.READ ? site.bind(world, clause.lock()) : null;
    Hold hold = lock == null ? null : locks.hold(world, identity.lock(world, lock, null).path());
    return hold != null && hold.read() == 0;
  }

  /** The world after a helper's release; that it was not held, where it was not, was reported. */
  private World releasedByHelper(World world, Path lock, LockRef ref, Tree site) {
    Path key = identity.lock(world, lock, null).path();
    if (locks.hold(world, key) != null || locks.elements.prefixes.isOfNone(world, key)) {
      return releasedQuietly(world, lock, ref, site);
    }
    Path meant = checks.explainer.meant(world, key);
    return meant == null ? world : locks.excuse(world, meant);
  }

  /** The world after a release that nobody need have taken the lock for. */
  World releasedQuietly(World world, Path lock, LockRef ref, Tree site) {
    Identity.Lock at = identity.lock(world, lock, ref.mode());
    Hold hold = locks.hold(world, at.path());
    return hold == null
        ? world
        : locks.release(world, at.path(), at.mode() == null ? hold.mode() : at.mode(), site);
  }
}
