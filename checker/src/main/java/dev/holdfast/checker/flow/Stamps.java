package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.flow.World.Stamp;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.List;

/** What calls do with the stamps of a lock: optimistic reads, validation, conversion. */
final class Stamps {
  private final PathPool pool;
  private final Identity identity;
  private final Facts facts;
  private final Locks locks;

  Stamps(PathPool pool, Identity identity, Facts facts, Locks locks) {
    this.pool = pool;
    this.identity = identity;
    this.facts = facts;
    this.locks = locks;
  }

  /** The worlds after a call that makes, tests or changes a stamp. */
  List<World> after(CallSite site, List<World> worlds) {
    return switch (site.contract.stampRole()) {
      case OPTIMISTIC ->
          site.contract.stampParameter() < 0 ? optimistic(site, worlds) : convert(site, worlds);
      case VALIDATES -> validate(site, worlds);
      case CONVERTS -> convert(site, worlds);
      case TESTS_KIND -> testKind(site, worlds);
      default -> worlds;
    };
  }

  private Path stampedLock(World world, CallSite site) {
    return identity.lock(world, site.receiver(world), null).path();
  }

  /** There is no optimistic stamp while the lock is held for writing. */
  private List<World> optimistic(CallSite site, List<World> worlds) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      Path lock = stampedLock(world, site);
      Hold hold = world.holds.get(lock.id);
      if (hold != null && hold.write() > 0) {
        result.add(world.withFact(site.result, Fact.ZERO));
        continue;
      }
      World next = world.copy();
      next.facts = world.facts.remove(site.result.id);
      next.stamps = world.stamps.put(site.result.id, new Stamp(lock, null, false));
      result.add(next);
    }
    return result;
  }

  private Path stampArgument(World world, CallSite site) {
    Path stamp = site.args(world).get(site.contract.stampParameter());
    return stamp == null ? pool.nullValue() : identity.canonical(world, stamp);
  }

  private Hold holdOf(World world, CallSite site, Path stamp) {
    Path lock = stampedLock(world, site);
    Hold hold = world.holds.get(lock.id);
    return hold != null
            && (hold.stamp() == null || identity.canonical(world, hold.stamp()) == stamp)
        ? hold
        : null;
  }

  private List<World> validate(CallSite site, List<World> worlds) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      Path stamp = stampArgument(world, site);
      Stamp known = world.stamps.get(stamp.id);
      boolean zero = facts.isSure(world, stamp, When.ZERO);
      boolean own = known != null && known.lock() == stampedLock(world, site);
      if (own && known.mode() == null && !zero) {
        World valid = validated(world.withFact(site.result, Fact.TRUE), stamp);
        World invalid = world.withFact(site.result, Fact.FALSE);
        invalid.stamps = world.stamps.remove(stamp.id);
        result.add(valid);
        result.add(invalid);
      } else if (holdOf(world, site, stamp) != null && !zero) {
        result.add(world.withFact(site.result, Fact.TRUE));
      } else if (zero) {
        result.add(world.withFact(site.result, Fact.FALSE));
      } else {
        result.add(world.withFact(site.result, Fact.TRUE));
        result.add(world.withFact(site.result, Fact.FALSE));
      }
    }
    return result;
  }

  /** The world in which the reads made so far under a stamp turned out well. */
  private World validated(World world, Path stamp) {
    World result = world.copy();
    result.racyHere = without(world.racyHere, stamp);
    world.racy.forEach(
        (variable, reads) -> {
          List<World.RacyRead> left = without(reads, stamp);
          result.racy =
              left.isEmpty() ? result.racy.remove(variable) : result.racy.put(variable, left);
        });
    return result;
  }

  private static List<World.RacyRead> without(List<World.RacyRead> reads, Path stamp) {
    return reads.stream().filter(read -> read.stamp() != stamp).toList();
  }

  private List<World> convert(CallSite site, List<World> worlds) {
    Mode to = site.contract.stampMode();
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      Path stamp = stampArgument(world, site);
      Hold hold = holdOf(world, site, stamp);
      if (hold != null && hold.mode() == to) {
        result.add(sameStamp(world, hold, site));
        continue;
      }
      Stamp known = world.stamps.get(stamp.id);
      boolean optimistic = hold == null && known != null && known.mode() == null;
      if (hold != null) {
        result.add(converted(world, site, to));
      } else if (optimistic && canBeHad(world, site, to)) {
        result.add(fromOptimistic(world, site, stamp));
      }
      boolean sure = hold != null && to != Mode.WRITE;
      if (!sure) {
        result.add(world.withFact(site.result, Fact.ZERO));
      }
    }
    return result;
  }

  /** The world after the hold has changed to another mode, or to none. */
  private World converted(World world, CallSite site, Mode to) {
    Path lock = stampedLock(world, site);
    World done = world.withFact(site.result, Fact.NON_ZERO);
    done = locks.convert(done, lock, to, site.result, site.tree);
    if (to == null) {
      done.stamps = done.stamps.put(site.result.id, new Stamp(lock, null, false));
    }
    return done;
  }

  /** Whether a thread that holds the lock as it does may still get it without waiting. */
  private boolean canBeHad(World world, CallSite site, Mode mode) {
    Hold hold = world.holds.get(stampedLock(world, site).id);
    return hold == null || mode == null || !hold.excludes(mode, false);
  }

  /**
   * The world after an optimistic stamp turned out to be valid; the lock is taken, if in a mode.
   */
  private World fromOptimistic(World world, CallSite site, Path stamp) {
    Mode to = site.contract.stampMode();
    World done = validated(world.withFact(site.result, Fact.NON_ZERO), stamp);
    if (to == null) {
      done.stamps = done.stamps.put(site.result.id, world.stamps.get(stamp.id));
      return done;
    }
    done.stamps = done.stamps.remove(stamp.id);
    return locks.acquire(done, stampedLock(world, site), to, site.result, site.tree);
  }

  /** The world after a conversion to the mode at hand, which gives back what it was given. */
  private World sameStamp(World world, Hold hold, CallSite site) {
    if (hold.stamp() == null) {
      return world.withFact(site.result, Fact.NON_ZERO);
    }
    World result = world.copy();
    result.equal = world.equal.put(site.result.id, identity.canonical(world, hold.stamp()));
    return result;
  }

  private List<World> testKind(CallSite site, List<World> worlds) {
    Mode mode = site.contract.stampMode();
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      Path stamp = stampArgument(world, site);
      Boolean[] sure = {null};
      if (facts.isSure(world, stamp, When.ZERO) || world.stamps.has(stamp.id)) {
        sure[0] = false;
      }
      world.holds.forEach(
          (id, hold) -> {
            if (hold.stamp() != null && identity.canonical(world, hold.stamp()) == stamp) {
              sure[0] = mode == null || hold.mode() == mode;
            }
          });
      if (sure[0] == null || sure[0]) {
        result.add(world.withFact(site.result, Fact.TRUE));
      }
      if (sure[0] == null || !sure[0]) {
        result.add(world.withFact(site.result, Fact.FALSE));
      }
    }
    return result;
  }

  /** The world after a release, in which the stamp that it took stands for nothing any more. */
  World spent(World world, CallSite site) {
    Path stamp = site.args(world).get(site.contract.stampParameter());
    if (stamp == null) {
      return world;
    }
    World next = world.copy();
    next.stamps = world.stamps.remove(identity.canonical(world, stamp).id);
    return next;
  }
}
