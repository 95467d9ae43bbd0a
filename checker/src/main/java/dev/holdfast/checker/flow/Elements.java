package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.flow.World.Ended;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;

/**
 * Holds of the locks of all elements of an array or list: one hold, of the lock of {@link
 * Kind#EVERY every} element. Once one of these locks was given up, the rest is a hold of some.
 */
final class Elements {
  private final PathPool pool;
  private final Renaming renaming;

  /** Holds of the locks of the first ones. */
  final Prefixes prefixes;

  /** Whether some collection was known to be empty. */
  private boolean knowsEmpty;

  Elements(PathPool pool, Renaming renaming, Prefixes prefixes) {
    this.pool = pool;
    this.renaming = renaming;
    this.prefixes = prefixes;
  }

  /** The held lock of every element, that of this one, or of these, among them; or null. */
  Path ofEvery(World world, Path lock) {
    Path step = several(lock);
    if (step != null) {
      return Prefixes.bound(step) == null ? null : prefixes.holdAround(world, lock, step);
    }
    Path every = among(world.holds, lock, true);
    return every != null && !isEnd(world, lock, several(every).base)
        ? every
        : ofFirst(world, lock, true);
  }

  /** The held lock of the first elements, this one surely or perhaps among them; or null. */
  private Path ofFirst(World world, Path lock, boolean surely) {
    if (!pool.has(Kind.EVERY) || world.holds.isEmpty()) {
      return null;
    }
    for (Path part = lock; part != null; part = part.base) {
      if (part.kind == Kind.INDEX && part.generation == 0) {
        Path first = prefixes.holdOf(world, lock, part, surely);
        if (first != null) {
          return first;
        }
      }
    }
    return null;
  }

  /** How the lock is held as one of every element's; null if it is not. */
  Hold holdOfEvery(World world, Path lock) {
    Path held = ofEvery(world, lock);
    return held == null ? null : world.holds.get(held.id);
  }

  /** How the lock's hold ended along with that of every element; null if it did not. */
  Ended endOfEvery(World world, Path lock) {
    Path ended = among(world.ended, lock, true);
    Ended end = ended == null ? null : world.ended.get(ended.id);
    return end == null ? null : new Ended(end.site(), lock, end.since());
  }

  /** Whether the lock may be held as one of some elements'. */
  boolean isOfSome(World world, Path lock) {
    return among(world.holds, lock, false) != null || ofFirst(world, lock, false) != null;
  }

  /** The lock of every element, or of some, that is in the map and that this one is one of. */
  private Path among(IntMap<?> locks, Path lock, boolean every) {
    if (!pool.has(Kind.EVERY) || locks.isEmpty()) {
      return null;
    }
    Path index = every ? pool.every() : pool.some();
    for (Path part = lock; part != null; part = part.base) {
      if (part.kind == Kind.INDEX && part.generation == 0 && !isOfSeveral(part)) {
        Path several = pool.replace(lock, part, pool.index(part.base, index, part.type));
        if (locks.has(several.id)) {
          return several;
        }
      }
    }
    return null;
  }

  /** Whether a path is the step to every element, or to some. */
  static boolean isOfSeveral(Path path) {
    return path.kind == Kind.INDEX && path.args.get(0).kind == Kind.EVERY;
  }

  /** The part of a path that leads to several elements; null if there is none. */
  static Path several(Path path) {
    for (Path part = path; part != null; part = part.base) {
      if (isOfSeveral(part)) {
        return part;
      }
    }
    return null;
  }

  /** Whether a lock of every element is held, for all of them or for some. */
  boolean isAnyOf(World world, Path lock) {
    Path step = several(lock);
    Path some = pool.replace(lock, step, pool.index(step.base, pool.some(), step.type));
    return world.holds.has(lock.id) || world.holds.has(some.id);
  }

  /** Whether the lock of every element of the container is held; or of some, perhaps not all. */
  boolean isHeldOf(World world, Path container, boolean every) {
    return pool.has(Kind.EVERY)
        && world.holds.any(
            (id, hold) -> {
              Path step = several(pool.byId(id));
              return step != null && step.base == container && step.isDefinite() == every;
            });
  }

  /**
   * The lock of every element, for that of some, and the lock of all that a loop visits, for that
   * of the one that a turn is at; any other lock is itself.
   */
  Path ofAll(Path lock) {
    for (Path part = lock; part != null; part = part.base) {
      Path all = part.kind == Kind.INDEX ? all(part.args.get(0)) : null;
      if (all != null) {
        return pool.replace(lock, part, pool.index(part.base, all, part.type));
      }
    }
    return lock;
  }

  /**
   * The lock of all elements below a parameter, for that of the one to which it was counted down;
   * any other lock is itself.
   */
  Path ofAllBefore(World world, Path lock) {
    for (Path part = lock; part != null; part = part.base) {
      Path index = part.kind == Kind.INDEX ? part.args.get(0) : null;
      Path parameter = index == null ? null : prefixes.counting.parameterBefore(world, index);
      if (parameter != null) {
        return pool.replace(lock, part, prefixes.below(part, parameter));
      }
    }
    return lock;
  }

  private Path all(Path index) {
    if (index.kind == Kind.EVERY) {
      return index.isDefinite() ? index : pool.every();
    }
    return index.key instanceof Sweep.Cursor cursor ? Sweep.all(pool, cursor) : null;
  }

  /**
   * The world after one element's lock, of all that are held, was given up once; {@code left} is
   * what is left of its hold, or null.
   */
  World releaseOne(World world, Path lock, Hold left, Tree site) {
    return releaseOne(world, ofEvery(world, lock), lock, left, site);
  }

  /** The world after one element's lock was given up that may have been one of the first. */
  World releaseOneOfFirst(World world, Path lock, Tree site) {
    Path held = ofFirst(world, lock, false);
    return held == null ? world : releaseOne(world, held, lock, null, site);
  }

  private World releaseOne(World world, Path held, Path lock, Hold left, Tree site) {
    Hold hold = world.holds.get(held.id);
    Path step = several(held);
    Path first = prefixes.withoutLast(world, held, indexIn(lock, step.base));
    Path rest =
        first != null
            ? first
            : pool.replace(held, step, pool.index(step.base, pool.some(), step.type));
    World result = world.copy();
    result.holds = world.holds.remove(held.id).put(rest.id, hold);
    if (left != null) {
      result.holds = result.holds.put(lock.id, left);
    } else {
      result.ended = world.ended.put(lock.id, new Ended(site, lock, hold.since()));
    }
    return prefixes.settled(result);
  }

  private boolean isEnd(World world, Path lock, Path container) {
    return prefixes.isEnd(world, container, indexIn(lock, container));
  }

  private static Path indexIn(Path lock, Path container) {
    for (Path part = lock; part != null; part = part.base) {
      if (part.kind == Kind.INDEX && part.base == container) {
        return part.args.get(0);
      }
    }
    return null;
  }

  /** Whether changes of collections matter. */
  boolean areFollowed() {
    return knowsEmpty || pool.has(Kind.INDEX);
  }

  /** The world in which the collection has no elements. */
  World empty(World world, Path collection) {
    knowsEmpty = true;
    return world.withFact(KeptElements.emptiness(pool, collection), World.Fact.TRUE);
  }

  /** The world in which something may have been put into the collection. */
  World perhapsFilled(World world, Path collection) {
    if (!knowsEmpty) {
      return world;
    }
    IntMap<World.Fact> facts = KeptElements.withoutEmptiness(pool, world.facts, collection);
    if (facts == world.facts) {
      return world;
    }
    World result = world.copy();
    result.facts = facts;
    return result;
  }

  /**
   * The world after an element was replaced: those that were locked are not all that there are, nor
   * all that a view of the container shows.
   */
  World changed(World world, Path container) {
    if (container == null) {
      return world;
    }
    World resized = prefixes.resized(perhapsFilled(world, container), container);
    return !pool.has(Kind.EVERY)
        ? resized
        : world.holds.fold(
            resized,
            (result, id, hold) -> {
              Path step = several(pool.byId(id));
              boolean isOfAll = step != null && isIn(step.base, container) && step.isDefinite();
              return isOfAll ? renaming.age(prefixes.resized(result, step.base), step) : result;
            });
  }

  /** Whether it is that container, or a view of it. */
  private static boolean isIn(Path elements, Path container) {
    return elements == container
        || elements.kind == Kind.CALL && elements.args.isEmpty() && elements.base == container;
  }
}
