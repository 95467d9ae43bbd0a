package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.List;

/** The monitors of {@code synchronized} blocks. */
final class Monitors {
  private final PathPool pool;
  private final Identity identity;
  private final Locks locks;
  private final Locals locals;

  Monitors(PathPool pool, Identity identity, Locks locks, Locals locals) {
    this.pool = pool;
    this.identity = identity;
    this.locks = locks;
    this.locals = locals;
  }

  /** The monitor of an object, under the name that the world knows it by. */
  Path of(World world, Path object) {
    Path target = object == null ? pool.nullValue() : identity.canonical(world, object);
    Path monitor = pool.monitor(target);
    return target.kind == Kind.LOCK ? identity.lock(world, monitor, null).path() : monitor;
  }

  /** Ends the monitor of the object that the variable has, and the variable with it. */
  List<World> release(List<World> worlds, int variable, Tree site) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      Path monitor = of(world, world.vars.get(variable));
      World next =
          world.holds.has(monitor.id) ? locks.release(world, monitor, Mode.WRITE, site) : world;
      result.add(locals.forget(next, List.of(variable)));
    }
    return result;
  }
}
