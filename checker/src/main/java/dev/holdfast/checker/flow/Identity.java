package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.flow.World.Owned;
import dev.holdfast.checker.flow.World.Stamp;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Which object a path names in a world: one canonical path for all its names. */
final class Identity {
  private static final int DEEPEST = 24;

  /** More names than these lead in a circle. */
  static final int MOST_NAMES = 24;

  private final Env env;
  private final Contracts contracts;
  private final PathPool pool;

  /** The object that the body makes, and what is not so of it before it is made. */
  private Path unmade;

  private Set<Contract.Same> unkept = Set.of();

  Identity(Env env, Contracts contracts, PathPool pool) {
    this.env = env;
    this.contracts = contracts;
    this.pool = pool;
  }

  /** A lock and the mode that a view of it named; mode is null for the bare lock. */
  record Lock(Path path, Mode mode) {}

  /** The canonical path. */
  Path canonical(World world, Path path) {
    return canonical(world, path, 0);
  }

  private Path canonical(World world, Path path, int depth) {
    if (depth > DEEPEST) {
      return path;
    }
    Path at = onCanonicalBase(world, path, depth);
    for (int steps = 0; steps < MOST_NAMES; steps++) {
      Path next = step(world, at);
      if (next == at) {
        return at;
      }
      at = onCanonicalBase(world, next, depth + 1);
    }
    return leastOfCircle(world, at, depth);
  }

  private Path onCanonicalBase(World world, Path path, int depth) {
    Path base = path.base == null ? null : canonical(world, path.base, depth + 1);
    return base == path.base && path.args.isEmpty()
        ? path
        : pool.rebuild(path, base, arguments(world, path, depth));
  }

  /** Where names of one object lead to each other in a circle, it goes by the same of them. */
  private Path leastOfCircle(World world, Path start, int depth) {
    Path least = start;
    Path at = start;
    for (int steps = 0; steps < MOST_NAMES; steps++) {
      at = onCanonicalBase(world, step(world, at), depth + 1);
      least = at.id < least.id ? at : least;
    }
    return least;
  }

  private List<Path> arguments(World world, Path path, int depth) {
    if (path.args.isEmpty()) {
      return path.args;
    }
    List<Path> result = new ArrayList<>(path.args.size());
    for (Path arg : path.args) {
      result.add(canonical(world, arg, depth + 1));
    }
    return List.copyOf(result);
  }

  /** Another name for a path whose base is canonical, or the path itself. */
  private Path step(World world, Path path) {
    Path equal = world.equal.get(path.id);
    if (equal != null) {
      return equal;
    }
    Path same = sameInInstance(world, path);
    if (same != null) {
      return same;
    }
    switch (path.kind) {
      case FIELD:
        Path stored = world.heap.get(path.id);
        return stored != null ? stored : defined(path);
      case CALL:
        if (!(path.key instanceof ExecutableElement method)) {
          return path;
        }
        Path getter = contracts.getterResult(method, path.base, path.args, pool);
        return getter == null ? path : getter;
      case GHOST:
        return ghost(path);
      case LOCK:
        LockDefinition definition = contracts.refined((LockDefinition) path.key, path.base);
        if (definition != path.key) {
          return pool.lock(path.base, definition);
        }
        if (definition.sameAs() != null) {
          return pool.bind(definition.sameAs().lock(), path.base, List.of(), null);
        }
        return path;
      case READ_VIEW:
      case WRITE_VIEW:
        return path.base.isView() ? path.base : path;
      default:
        return path;
    }
  }

  /** The other name that a type declares for a path in each of its instances. */
  private Path sameInInstance(World world, Path path) {
    if (path.kind != Kind.FIELD) {
      return null;
    }
    for (Path instance = path.base; instance != null; instance = instance.base) {
      TypeElement type = instance.type == null ? null : env.typeElement(instance.type);
      if (type == null) {
        continue;
      }
      for (Contract.Same same : contracts.sameInEvery(type)) {
        if (instance == unmade && unkept.contains(same)) {
          continue;
        }
        Path right = pool.bind(same.right(), instance, List.of(), null);
        Path left = pool.bind(same.left(), instance, List.of(), null);
        if (right == path) {
          return left;
        }
        if (left == path && right != null && right.base != null && world != null) {
          // The longer name may lead on, where what it goes through has another name here.
          Path through = canonical(world, right.base, 1);
          if (through != right.base && through.kind != Kind.NULL) {
            return pool.rebuild(right, through, right.args);
          }
        }
      }
    }
    return null;
  }

  /** Takes note that the promises are yet to be kept for the object. */
  void setUnmade(Path object, Set<Contract.Same> promises) {
    unmade = object;
    unkept = promises;
  }

  private Path defined(Path field) {
    VariableElement variable = (VariableElement) field.key;
    Path bound = inField(field, contracts.definition(variable));
    if (bound == null && field.base != null && field.base.kind == Kind.FIELD) {
      bound = inField(field.base, contracts.given((VariableElement) field.base.key, variable));
    }
    return bound == null || bound.contains(field) || sameInInstance(null, bound) == field
        ? field
        : bound;
  }

  /** A path that is relative to the object of a field, in the terms of the field's path. */
  private Path inField(Path field, Path relative) {
    return relative == null ? null : pool.bind(relative, field.base, List.of(), null);
  }

  /**
   * A ghost field of the result of a call, or of a field that was initialised with it, where the
   * call's contract says which object it is.
   */
  private Path ghost(Path path) {
    Path call =
        path.base.kind == Kind.FIELD
            ? inField(path.base, contracts.initialiser((VariableElement) path.base.key))
            : path.base;
    if (call == null || call.kind != Kind.CALL || !(call.key instanceof ExecutableElement method)) {
      return path;
    }
    Path ofCall = pool.rebuild(path, call, path.args);
    for (Contract.Same same : contracts.of(method).same()) {
      Path left = pool.bind(same.left(), call.base, call.args, call);
      Path right = pool.bind(same.right(), call.base, call.args, call);
      if (left == ofCall && right != null) {
        return right;
      }
      if (right == ofCall && left != null) {
        return left;
      }
    }
    return path;
  }

  /** The canonical lock behind views. */
  Lock lock(World world, Path path, Mode named) {
    Path at = canonical(world, path);
    if (at.kind == Kind.READ_VIEW) {
      return new Lock(at.base, Mode.READ);
    }
    if (at.kind == Kind.WRITE_VIEW) {
      return new Lock(at.base, Mode.WRITE);
    }
    if (at.kind == Kind.MONITOR && at.base.isView()) {
      return new Lock(at, null);
    }
    if (at.kind == Kind.MONITOR && at.base.kind == Kind.LOCK) {
      // A call gives the very object that is the declared lock: its monitor is how to take it.
      return new Lock(at.base, Mode.WRITE);
    }
    Path other = otherLock(at);
    return other == null ? new Lock(at, named) : lock(world, other, named);
  }

  /** The lock that an object is another name for by its type's declaration; null if it is none. */
  private Path otherLock(Path object) {
    LockDefinition type =
        object.kind == Kind.MONITOR || object.kind == Kind.LOCK || object.type == null
            ? null
            : contracts.lockTypeOf(env.typeElement(object));
    Path other =
        type == null || type.sameAs() == null
            ? null
            : pool.bind(type.sameAs().lock(), object, List.of(), null);
    return other == null || other.repeatsStep() ? null : other;
  }

  /**
   * The path with calls in place of what they gave. Two that are alike in this are one object
   * wherever a call gives the same each time, as getters do.
   */
  Path byCalls(World world, Path path) {
    return world.given.isEmpty() ? path : pool.substitute(path, root -> world.given.get(root.id));
  }

  /** The lock of a contract bound to a call, or null where it cannot be named. */
  Path bind(LockRef ref, Path receiver, List<Path> args, Path result) {
    return pool.bind(ref.lock(), receiver, args, result);
  }

  /** Makes two paths one object from here on. */
  World unite(World world, Path a, Path b) {
    Path left = canonical(world, a);
    Path right = canonical(world, b);
    if (left == right || !left.isDefinite() || !right.isDefinite()) {
      return world;
    }
    int rank = rank(left) - rank(right);
    boolean keepLeft = rank > 0 || rank == 0 && left.id < right.id;
    Path winner = keepLeft ? left : right;
    Path loser = keepLeft ? right : left;
    if (winner.contains(loser)) {
      Path swap = winner;
      winner = loser;
      loser = swap;
    }
    return winner.contains(loser) ? world : rename(world, loser, winner);
  }

  /** The world in which an object's canonical name is another one from here on. */
  World rename(World world, Path loser, Path winner) {
    World result = world.copy();
    result.equal = world.equal.put(loser.id, winner);
    result.holds = rekey(result, world.holds, loser);
    excuseGivenUp(world, result);
    result.states = rekey(result, world.states, loser);
    // Under the old name too, by which paths may know them that have not learnt the new one.
    result.facts = IntMap.either(rekey(result, world.facts, loser), world.facts);
    result.fresh = rekey(result, world.fresh, loser);
    if (world.carried.has(loser.id)) {
      world.carried.get(loser.id).forEach(each -> result.carry(winner, each));
    }
    result.owned =
        values(rekey(result, world.owned, loser), each -> ownedUnderOneName(result, each));
    result.stamps =
        values(
            rekey(result, world.stamps, loser),
            each -> new Stamp(canonical(result, each.lock()), each.mode(), each.valid()));
    return result;
  }

  /**
   * A lock that the contract has held by two names, and that was given up by one of them: whether
   * it is held once or twice, where the two are one, the contract does not say.
   */
  private static void excuseGivenUp(World before, World result) {
    result.holds.forEach(
        (lock, hold) -> {
          if (hold.entry() && before.ended.has(lock) && !before.holds.has(lock)) {
            result.holds = result.holds.put(lock, hold.excuse());
          }
        });
  }

  private List<Owned> ownedUnderOneName(World world, List<Owned> owned) {
    List<Owned> result = new ArrayList<>();
    for (Owned each : owned) {
      result.add(new Owned(canonical(world, each.lock()), each.mode()));
    }
    return result;
  }

  private static <V> IntMap<V> values(IntMap<V> map, UnaryOperator<V> change) {
    List<Integer> keys = new ArrayList<>();
    map.forEach((key, value) -> keys.add(key));
    IntMap<V> result = map;
    for (int key : keys) {
      result = result.put(key, change.apply(map.get(key)));
    }
    return result;
  }

  /** A lock behind a ghost that nothing defines cannot be checked. */
  static boolean isUnknownGhost(Path lock) {
    for (Path at = lock; at != null; at = at.base) {
      if (at.kind == Kind.GHOST) {
        return true;
      }
    }
    return false;
  }

  /** The higher, the more a name tells of what it names. */
  private static int rank(Path path) {
    if (isEnumConstant(path)) {
      return 3;
    }
    if (isUnknownGhost(path)) {
      return 0;
    }
    return path.kind != Kind.VALUE && path.kind != Kind.LOCAL ? 2 : 1;
  }

  static boolean isEnumConstant(Path path) {
    return path.kind == Kind.FIELD && ((Element) path.key).getKind() == ElementKind.ENUM_CONSTANT;
  }

  private <V> IntMap<V> rekey(World world, IntMap<V> map, Path loser) {
    List<Integer> moved = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          if (pool.byId(key).contains(loser)) {
            moved.add(key);
          }
        });
    IntMap<V> result = map;
    for (int key : moved) {
      V value = map.get(key);
      int next = canonical(world, pool.byId(key)).id;
      result = result.remove(key);
      if (!result.has(next)) {
        result = result.put(next, value);
      }
    }
    return result;
  }
}
