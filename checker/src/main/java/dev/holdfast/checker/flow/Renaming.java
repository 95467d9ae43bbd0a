package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.flow.World.Stack;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Gives the value of an earlier evaluation another name before its expression is evaluated again,
 * so that the two are not taken for one object: the heart of following locks around a loop.
 */
final class Renaming {
  /** The value that a local keeps from an evaluation of {@code site} before the last two. */
  record Kept(Object site, int variable) {

    /* Written out as the generated ones are slow to start. */

    @Override
    public int hashCode() {
      return site.hashCode() * 31 + variable;
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof Kept other && variable == other.variable && site.equals(other.site);
    }
  }

  private final PathPool pool;

  Renaming(PathPool pool) {
    this.pool = pool;
  }

  /** The world with {@code path} renamed to its older generation wherever it occurs. */
  World age(World world, Path path) {
    if (!mentions(world, path)) {
      return world;
    }
    Path older = pool.older(path);
    World result = world;
    if (mentions(world, older)) {
      result = outlive(result, older);
    }
    return rename(result, path, older);
  }

  /**
   * Makes room for a value of the last evaluation but one: it becomes one of many, unless a local
   * still is it, by whichever name, and can lend it one.
   */
  private World outlive(World world, Path value) {
    Path kept = kept(world, value);
    if (kept == null) {
      return rename(lent(world, value), value, pool.older(value));
    }
    // The local may be it by the name that it lends already: the two become one.
    World free =
        isNameOf(world, kept, value)
            ? nameless(world, kept)
            : isNameOf(world, value, kept) ? nameless(world, value) : age(world, kept);
    return rename(free, value, kept);
  }

  /** Whether a path is known as another one. */
  private static boolean isNameOf(World world, Path path, Path other) {
    return path != other && world.isKnownAs(path, name -> name == other);
  }

  /** The world in which a path has no other name. */
  private static World nameless(World world, Path path) {
    World result = world.copy();
    result.equal = world.equal.remove(path.id);
    return result;
  }

  /**
   * The world in which the elements at an index that was computed go by the names that locals gave
   * them: the index is about to become one of many.
   */
  private World lent(World world, Path value) {
    if (!(value.key instanceof Tree)) {
      return world;
    }
    Map<Path, Path> names = new LinkedHashMap<>();
    world.equal.forEach(
        (key, path) -> {
          Path name = pool.byId(key);
          if (path.kind == Path.Kind.INDEX
              && path.contains(value)
              && name.kind == Path.Kind.VALUE
              && !name.contains(value)) {
            names.putIfAbsent(path, name);
          }
        });
    World result = world;
    for (Map.Entry<Path, Path> each : names.entrySet()) {
      World next = result.copy();
      next.equal = result.equal.remove(each.getValue().id);
      result = rename(next, each.getKey(), each.getValue());
    }
    return result;
  }

  private Path kept(World world, Path value) {
    boolean isField = value.kind == Path.Kind.FIELD;
    if (value.kind != Path.Kind.VALUE && !isField
        || value.key instanceof Kept
        || value.type == null
        || value.type.getKind().isPrimitive()) {
      return null;
    }
    return world.vars.first(
        (variable, each) ->
            world.isKnownAs(each, name -> name == value)
                ? pool.value(
                    new Kept(isField ? pool.latest(value) : value.key, variable), value.type)
                : null);
  }

  /** The world with another name for a path wherever it occurs. */
  World rename(World world, Path from, Path to) {
    UnaryOperator<Path> map = path -> path == null ? null : pool.replace(path, from, to);
    World result = world.copy();
    result.vars = values(world.vars, map);
    result.lockVars = values(world.lockVars, map);
    result.holds =
        keys(
            world.holds,
            map,
            hold -> hold.stamp() == null ? hold : hold.withStamp(map.apply(hold.stamp())));
    result.facts = keys(world.facts, map, UnaryOperator.identity());
    result.heap = keys(world.heap, map, map);
    result.equal = keys(world.equal, map, map);
    result.oneLess = keys(world.oneLess, map, map);
    result.given = keys(world.given, map, map);
    result.states = keys(world.states, map, UnaryOperator.identity());
    result.ended = keys(world.ended, map, UnaryOperator.identity());
    result.fresh = keys(world.fresh, map, map);
    result.carried = keys(world.carried, map, list -> all(list, map));
    result.born = keys(world.born, map, map);
    result.stale = keys(world.stale, map, UnaryOperator.identity());
    result.stamps =
        keys(
            world.stamps,
            map,
            stamp -> new World.Stamp(map.apply(stamp.lock()), stamp.mode(), stamp.valid()));
    result.owned = keys(world.owned, map, list -> owned(list, map));
    result.val = map.apply(world.val);
    result.stack = stack(world.stack, map);
    return result;
  }

  private static Stack stack(Stack stack, UnaryOperator<Path> map) {
    return stack == null ? null : new Stack(map.apply(stack.top()), stack(stack.below(), map));
  }

  private static List<World.Owned> owned(List<World.Owned> owned, UnaryOperator<Path> map) {
    List<World.Owned> result = new ArrayList<>();
    for (World.Owned each : owned) {
      result.add(new World.Owned(map.apply(each.lock()), each.mode()));
    }
    return List.copyOf(result);
  }

  private static List<Path> all(List<Path> paths, UnaryOperator<Path> map) {
    List<Path> result = new ArrayList<>();
    for (Path path : paths) {
      result.add(map.apply(path));
    }
    return List.copyOf(result);
  }

  private static IntMap<Path> values(IntMap<Path> map, UnaryOperator<Path> rename) {
    return map.fold(map, (result, key, value) -> result.put(key, rename.apply(value)));
  }

  /** An entry that changes. */
  private record Changed<V>(int key, int to, V value) {}

  /**
   * The map with other keys and values. Of entries that come to have one key the last one counts.
   * In a long body most stay as they are, time and again: only the others are made anew.
   */
  private <V> IntMap<V> keys(IntMap<V> map, UnaryOperator<Path> rename, UnaryOperator<V> value) {
    List<Changed<V>> changed = new ArrayList<>();
    map.forEach(
        (key, old) -> {
          int to = rename.apply(pool.byId(key)).id;
          V next = value.apply(old);
          if (to != key || !next.equals(old)) {
            changed.add(new Changed<>(key, to, next));
          }
        });
    IntMap<V> rest = map;
    for (Changed<V> each : changed) {
      rest = rest.remove(each.key);
    }
    IntMap<V> result = rest;
    for (Changed<V> each : changed) {
      boolean isFollowed = each.to > each.key && rest.has(each.to);
      result = isFollowed ? result : result.put(each.to, each.value);
    }
    return result;
  }

  /**
   * Whether a variable, a field or a value in use leads to an evaluation, or to a later one of the
   * same expression, which may come to bear the same name.
   */
  boolean isNamed(World world, Path value) {
    Path at = pool.value(value.key, value.type);
    while (at != value && !leadsTo(world, at)) {
      at = pool.older(at);
    }
    return leadsTo(world, at);
  }

  private boolean leadsTo(World world, Path path) {
    return isReachable(world, path) || inKeys(world.heap, path) || inKeys(world.equal, path);
  }

  /** Whether a variable, a field or a value in use leads to it. */
  boolean isReachable(World world, Path path) {
    return inValues(world.vars, path)
        || inValues(world.lockVars, path)
        || inValues(world.heap, path)
        || inValues(world.equal, path)
        || inKeys(world.owned, path)
        || world.val != null && world.val.contains(path)
        || world.anyOperand(operand -> operand.contains(path));
  }

  /** Whether anything in the world speaks of it. */
  boolean mentions(World world, Path path) {
    return leadsTo(world, path)
        || inKeys(world.holds, path)
        || inKeys(world.facts, path)
        || inKeys(world.states, path)
        || inKeys(world.fresh, path)
        || inKeys(world.born, path)
        || inKeys(world.stamps, path)
        || inKeys(world.carried, path)
        || isCarried(world, path)
        || inKeys(world.oneLess, path)
        || inValues(world.oneLess, path);
  }

  /** Whether an object is known to have it. */
  boolean isCarried(World world, Path path) {
    if (world.carried.isEmpty()) {
      return false;
    }
    Path perhaps =
        pool.hasGhost(path, Unshared.PERHAPS) ? pool.ghost(path, Unshared.PERHAPS) : path;
    return world.carried.any((id, all) -> all.contains(path) || all.contains(perhaps));
  }

  private static boolean inValues(IntMap<Path> map, Path path) {
    return map.any((key, value) -> value.contains(path));
  }

  private boolean inKeys(IntMap<?> map, Path path) {
    return map.any((key, value) -> pool.byId(key).contains(path));
  }
}
