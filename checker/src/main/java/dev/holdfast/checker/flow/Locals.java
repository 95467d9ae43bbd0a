package dev.holdfast.checker.flow;

import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.Collection;
import java.util.List;

/** Ends the lives of local variables, and of values that nothing leads to any more. */
final class Locals {
  private final PathPool pool;

  Locals(PathPool pool) {
    this.pool = pool;
  }

  /** Locals end with their block, and with them what was known of values that only they had. */
  World forget(World world, List<Integer> variables) {
    World next = world.copy();
    for (int index : variables) {
      Path value = next.vars.get(index);
      next.vars = next.vars.remove(index);
      next.lockVars = next.lockVars.remove(index);
      next.racy = next.racy.remove(index);
      if (value != null && value.kind == Kind.VALUE && !isInUse(next, value.key)) {
        forget(next, value.key);
      }
    }
    return next;
  }

  /** The world without what is known of values that it has no use for. */
  World forgetUnused(World world, Collection<Path> values) {
    World result = world;
    for (Path value : values) {
      boolean isKnown = result.facts.has(value.id) || result.given.has(value.id);
      if (isKnown && !isInUse(result, value.key)) {
        result = result == world ? world.copy() : result;
        forget(result, value.key);
      }
    }
    return result;
  }

  private void forget(World world, Object key) {
    world.facts = withoutKey(world.facts, key);
    world.given = withoutKey(world.given, key);
    world.equal = withoutKey(world.equal, key);
    world.oneLess =
        world.oneLess.without((id, less) -> mentions(pool.byId(id), key) || mentions(less, key));
  }

  /** Whether a local or a field has the value, an operand is it, or a hold goes by it. */
  private boolean isInUse(World world, Object key) {
    return world.vars.any((index, value) -> mentions(value, key))
        || world.heap.any((id, value) -> mentions(value, key))
        || isIn(world.holds, key)
        || isIn(world.stamps, key)
        || isIn(world.owned, key)
        || world.val != null && mentions(world.val, key)
        || world.anyOperand(operand -> mentions(operand, key))
        || !world.holds.isEmpty()
            && world.equal.any((id, value) -> mentions(pool.byId(id), key) || mentions(value, key));
  }

  private boolean isIn(IntMap<?> map, Object key) {
    return map.any((id, value) -> mentions(pool.byId(id), key));
  }

  private <V> IntMap<V> withoutKey(IntMap<V> map, Object key) {
    return map.without((id, value) -> mentions(pool.byId(id), key));
  }

  private static boolean mentions(Path path, Object key) {
    return path.any(step -> step.kind == Kind.VALUE && step.key.equals(key));
  }
}
