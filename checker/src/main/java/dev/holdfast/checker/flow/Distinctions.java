package dev.holdfast.checker.flow;

import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.List;
import java.util.function.Function;

/**
 * Finds what tells worlds apart that agree about locks. Two of them can become one, unless they
 * differ in a condition that tells which locks are held, as a later test of it would select among
 * the other worlds but not between these two; or in a local that is one object whose lock is held
 * here, and another one there; or, in a {@code finally} block, in a flag that differs from one way
 * out to another.
 */
final class Distinctions {
  /** Among more worlds than these nothing is told apart that need not be. */
  private static final int MOST = 16;

  private final PathPool pool;
  private final Identity identity;
  private final List<World> all;

  /** With all worlds that are at one point. */
  Distinctions(PathPool pool, Identity identity, List<World> all) {
    this.pool = pool;
    this.identity = identity;
    this.all = all;
  }

  /** Whether two of the worlds, which agree about locks, have to stay two. */
  boolean between(World a, World b) {
    return all.size() <= MOST
        && (differInHeldObjects(a, b) || differInConditions(a, b) || differInFlags(a, b));
  }

  private boolean differInHeldObjects(World a, World b) {
    return !a.holds.isEmpty()
        && (isHeldOther(a, a.val, b, b.val)
            || IntMap.differ(a.vars, b.vars, (key, x, y) -> isHeldOther(a, x, b, y)));
  }

  private boolean isHeldOther(World a, Path x, World b, Path y) {
    return x != y && isHeldThrough(a, x) && isHeldThrough(b, y);
  }

  /** Whether a lock is held that is found through the object. */
  private boolean isHeldThrough(World world, Path value) {
    Path object = value == null ? null : identity.canonical(world, value);
    return object != null
        && object.type != null
        && !object.type.getKind().isPrimitive()
        && object.isDefinite()
        && world.holds.any((id, hold) -> pool.byId(id).contains(object));
  }

  private boolean differInConditions(World a, World b) {
    return !all.stream().allMatch(a::agrees) && (differInFacts(a, b) || differInVariables(a, b));
  }

  private boolean differInFacts(World a, World b) {
    return IntMap.differ(
        a.facts, b.facts, (key, x, y) -> tells(x, y, world -> world.facts.get(key)));
  }

  private boolean differInVariables(World a, World b) {
    return IntMap.differ(
        a.vars,
        b.vars,
        (key, x, y) ->
            x != y && tells(valueOf(a, x), valueOf(b, y), w -> valueOf(w, w.vars.get(key))));
  }

  /** What is held after the block is told of each way out by itself. */
  private static boolean differInFlags(World a, World b) {
    return !a.exits.isEmpty()
        && a.exits.get(0).kind() != World.Exit.Kind.THROW
        && !a.exits.equals(b.exits)
        && IntMap.differ(
            a.vars,
            b.vars,
            (key, x, y) ->
                x != y && isFlag(valueOf(a, x)) && excludes(valueOf(a, x), valueOf(b, y)));
  }

  private static boolean isFlag(Fact value) {
    return value == Fact.TRUE || value == Fact.FALSE;
  }

  private static Fact valueOf(World world, Path path) {
    return path == null ? null : world.factOf(path);
  }

  /** Whether the locks that can be held differ with one or the other outcome of a condition. */
  private boolean tells(Fact x, Fact y, Function<World, Fact> outcome) {
    return excludes(x, y) && (!covers(x, y, outcome) || !covers(y, x, outcome));
  }

  /** Whether each world with one outcome has another that agrees with it and has the other. */
  private boolean covers(Fact one, Fact other, Function<World, Fact> outcome) {
    for (World world : all) {
      if (outcome.apply(world) != other
          && all.stream().noneMatch(w -> outcome.apply(w) != one && w.agrees(world))) {
        return false;
      }
    }
    return true;
  }

  private static boolean excludes(Fact x, Fact y) {
    return x != null && y != null && (x.opposite() == y || y.opposite() == x);
  }
}
