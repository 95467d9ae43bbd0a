package dev.holdfast.checker.flow;

import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.List;

/** Ends the lives of local variables. */
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
      if (value != null && value.kind == Kind.VALUE && !isStillKnown(next, value.key)) {
        next.facts = withoutKey(next.facts, value.key);
        next.equal = withoutKey(next.equal, value.key);
        next.oneLess =
            next.oneLess.without(
                (id, less) -> mentions(pool.byId(id), value.key) || mentions(less, value.key));
      }
    }
    return next;
  }

  /** Whether another local has the value, or a hold goes by it. */
  private boolean isStillKnown(World world, Object key) {
    return world.vars.any((index, value) -> mentions(value, key))
        || world.holds.any((id, hold) -> mentions(pool.byId(id), key))
        || !world.holds.isEmpty()
            && world.equal.any((id, value) -> mentions(pool.byId(id), key) || mentions(value, key));
  }

  private <V> IntMap<V> withoutKey(IntMap<V> map, Object key) {
    return map.without((id, value) -> mentions(pool.byId(id), key));
  }

  private static boolean mentions(Path path, Object key) {
    return path.any(step -> step.kind == Kind.VALUE && step.key.equals(key));
  }
}
