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

  Monitors(PathPool pool, Identity identity, Locks locks) {
    this.pool = pool;
    this.identity = identity;
    this.locks = locks;
  }

  /** The monitor of an object, under the name that the world knows it by. */
  Path of(World world, Path object) {
    Path target = object == null ? pool.nullValue() : identity.canonical(world, object);
    Path monitor = pool.monitor(target);
    return target.kind == Kind.LOCK ? identity.lock(world, monitor, null).path() : monitor;
  }

  /** Ends one of the monitors in each world: the one that it holds. */
  List<World> release(List<World> worlds, List<Path> monitors, Tree site) {
    List<World> result = new ArrayList<>();
    for (World world : worlds) {
      World next = world;
      for (Path monitor : monitors) {
        Path at = monitors.size() == 1 ? agedMonitor(world, monitor) : monitor;
        Hold hold = next.holds.get(at.id);
        if (hold != null) {
          next = locks.release(next, at, Mode.WRITE, site);
          break;
        }
      }
      result.add(next);
    }
    return result;
  }

  /** The monitor under the name that it has by now. */
  private Path agedMonitor(World world, Path monitor) {
    Path canonical = identity.canonical(world, monitor);
    if (world.holds.has(canonical.id)) {
      return canonical;
    }
    if (world.holds.has(monitor.id)) {
      return monitor;
    }
    Path latest = pool.latest(monitor);
    return world.holds.fold(
        monitor,
        (found, id, hold) -> {
          Path held = pool.byId(id);
          boolean younger = found == monitor || age(held) < age(found);
          return held.kind == Kind.MONITOR && younger && pool.latest(held) == latest ? held : found;
        });
  }

  /** How often what a path leads through was evaluated or assigned since. */
  private static int age(Path path) {
    int age = 0;
    for (Path at = path; at != null; at = at.base) {
      age += at.generation;
    }
    return age;
  }
}
