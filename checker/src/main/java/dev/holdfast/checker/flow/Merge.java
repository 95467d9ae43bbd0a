package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import javax.lang.model.type.TypeMirror;

/**
 * Joins the worlds of several paths: those that agree about locks, and differ in no condition that
 * tells which locks are held, become one that keeps what both knew.
 */
final class Merge {
  /** More worlds than this at one point are too many. */
  static final int MOST_WORLDS = 64;

  /** Stands for the value at hand among the variables. */
  private static final int VAL = -1;

  /** The value that a local has where paths with different values meet. */
  private record Phi(Object site, int variable) {

    /** What the joined value is in one of the worlds. */
    Path in(World world) {
      return variable == VAL ? world.val : world.vars.get(variable);
    }

    /* Written out as the generated ones are slow to start. */

    @Override
    public int hashCode() {
      return site.hashCode() * 31 + variable;
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof Phi other && variable == other.variable && site.equals(other.site);
    }
  }

  private final Env env;
  private final PathPool pool;
  private final Identity identity;
  private final Renaming renaming;
  private final WaysOn waysOn;
  private final IntFunction<TypeMirror> typeOfVariable;

  Merge(
      Env env,
      PathPool pool,
      Identity identity,
      Renaming renaming,
      WaysOn waysOn,
      IntFunction<TypeMirror> typeOfVariable) {
    this.env = env;
    this.pool = pool;
    this.identity = identity;
    this.renaming = renaming;
    this.waysOn = waysOn;
    this.typeOfVariable = typeOfVariable;
  }

  /**
   * All worlds of both lists, those that agree joined; {@code site} identifies the point where they
   * meet.
   */
  List<World> join(List<World> first, List<World> second, Object site) {
    if (second.isEmpty()) {
      return first;
    }
    List<World> result = new ArrayList<>(first);
    addAll(result, second, site);
    return bounded(result);
  }

  /** The list with those that agree joined. */
  List<World> normalise(List<World> worlds, Object site) {
    if (worlds.size() < 2) {
      return worlds;
    }
    List<World> result = new ArrayList<>();
    addAll(result, worlds, site);
    return bounded(result);
  }

  /** Adds worlds to a list, each joined with the one there that it can become one with. */
  void addAll(List<World> worlds, List<World> more, Object site) {
    if (worlds.isEmpty() && more.size() == 1) {
      worlds.addAll(more);
      return;
    }
    List<World> all = new ArrayList<>(worlds);
    all.addAll(more);
    Distinctions distinctions = new Distinctions(pool, identity, all);
    for (World world : more) {
      add(worlds, world, distinctions, site);
    }
  }

  private void add(List<World> worlds, World world, Distinctions distinctions, Object site) {
    for (int i = 0; i < worlds.size(); i++) {
      if (canBecomeOne(worlds.get(i), world, distinctions)) {
        World there = worlds.get(i);
        worlds.set(i, merge(adopt(there, world), adopt(world, there), site));
        return;
      }
    }
    worlds.add(world);
  }

  private boolean canBecomeOne(World a, World b, Distinctions distinctions) {
    return (a.agrees(b) || differOnlyInIrrelevant(a, b)) && !distinctions.between(a, b);
  }

  /**
   * Whether they differ only in holds of locks, and states of objects, that nothing names any more,
   * or that one of them has no objects for. The former can neither be released nor be of use: they
   * end with an outer hold, or are leaks wherever one of the paths leads out, which the joined
   * world shows as well.
   */
  private boolean differOnlyInIrrelevant(World a, World b) {
    return a.agreesBesidesHoldsAndStates(b)
        && !IntMap.differ(
            a.holds,
            b.holds,
            (key, x, y) ->
                !(x != null && x.equals(y))
                    && !isOfNone(key, a, x, b, y)
                    && !isLost(key, a, x, b, y))
        && !IntMap.differ(
            a.states, b.states, (key, x, y) -> x != y && !isUnnamed(pool.byId(key), a, b));
  }

  /** Whether the one that does not hold it has none of the elements whose locks these are. */
  private boolean isOfNone(int lock, World a, Hold x, World b, Hold y) {
    Path step = Elements.several(pool.byId(lock));
    World without = x == null ? a : y == null ? b : null;
    return step != null
        && without != null
        && a.val == b.val
        && KeptElements.isEmpty(pool, without, step.base);
  }

  private boolean isLost(int lock, World a, Hold x, World b, Hold y) {
    Path path = pool.byId(lock);
    if ((x == null || endsWithOuter(path, x)) && (y == null || endsWithOuter(path, y))) {
      return isUnnamed(path, a, b);
    }
    return !path.isDefinite()
        && leadsThrough(path, value -> !renaming.isNamed(a, value))
        && leadsThrough(path, value -> !renaming.isNamed(b, value));
  }

  private static boolean endsWithOuter(Path lock, Hold hold) {
    return hold.write() > 0
        && hold.read() == 0
        && lock.kind == Path.Kind.LOCK
        && !((LockDefinition) lock.key).within().isEmpty();
  }

  private boolean isUnnamed(Path path, World a, World b) {
    return leadsThrough(path, value -> !renaming.isReachable(a, value))
        && leadsThrough(path, value -> !renaming.isReachable(b, value));
  }

  private static boolean leadsThrough(Path path, Predicate<Path> value) {
    return path.any(step -> step.kind == Path.Kind.VALUE && value.test(step));
  }

  /** The world with what the other one holds beyond it, and what is known of the objects. */
  private World adopt(World world, World other) {
    if (world.holds == other.holds) {
      return world;
    }
    World result = world.copy();
    other.holds.forEach(
        (id, hold) -> {
          if (!world.holds.has(id)) {
            result.holds = result.holds.put(id, hold);
            Path lock = pool.byId(id);
            other.equal.forEach(
                (key, name) -> {
                  if (!world.equal.has(key)
                      && leadsThrough(pool.byId(key), value -> lock.contains(value))) {
                    result.equal = result.equal.put(key, name);
                  }
                });
          }
        });
    return result;
  }

  /** Telling the paths apart must not cost without end, and joining them would be no proof. */
  private static List<World> bounded(List<World> worlds) {
    if (worlds.size() > MOST_WORLDS) {
      throw new Machine.OverBudget();
    }
    return worlds;
  }

  private World merge(World first, World second, Object site) {
    if (first == second) {
      return first;
    }
    World a = first;
    World b = second;
    List<Path> phis = new ArrayList<>();
    if (a.vars != b.vars) {
      IntMap.join(
          a.vars,
          b.vars,
          (key, x, y) -> {
            if (x != null && y != null && x != y) {
              phis.add(pool.value(new Phi(site, key), typeOfVariable.apply(key)));
            }
            return x;
          });
    }
    if (a.val != b.val && a.val != null && b.val != null) {
      phis.add(pool.value(new Phi(site, VAL), a.val.type));
    }
    for (Path phi : phis) {
      a = aged(a, phi);
      b = aged(b, phi);
    }
    return combine(a, b, site, phis);
  }

  /** What the same join gave before is another value than the one that it gives now. */
  private World aged(World world, Path phi) {
    return ((Phi) phi.key).in(world) == phi
        ? world
        : renaming.age(renaming.age(world, phi), place(phi));
  }

  /** Where a joined value is that is an element of one collection in both worlds. */
  private Path place(Path phi) {
    return pool.value(List.of(phi.key, "place"), null);
  }

  private World combine(World a, World b, Object site, List<Path> phis) {
    World result = a.copy();
    result.vars =
        IntMap.join(
            a.vars,
            b.vars,
            (key, x, y) ->
                x == y
                    ? x
                    : x == null || y == null
                        ? null
                        : pool.value(new Phi(site, key), typeOfVariable.apply(key)));
    result.holds = IntMap.either(a.holds, b.holds);
    result.states = IntMap.common(a.states, b.states);
    result.facts = IntMap.join(a.facts, b.facts, (key, one, other) -> Fact.common(one, other));
    result.heap = IntMap.common(a.heap, b.heap);
    result.equal =
        IntMap.join(
            a.equal,
            b.equal,
            (key, x, y) -> x == y ? x : x == null || y == null ? null : name(a, b, pool.byId(key)));
    result.oneLess = IntMap.common(a.oneLess, b.oneLess);
    result.given =
        IntMap.join(
            a.given, b.given, (key, x, y) -> x == null ? y : y == null || x == y ? x : null);
    result.ended = IntMap.either(a.ended, b.ended);
    result.fresh =
        IntMap.join(
            a.fresh,
            b.fresh,
            (key, x, y) -> x == null ? kept(b, y, a) : y == null ? kept(a, x, b) : x);
    result.carried = unions(a.carried, b.carried);
    result.born = IntMap.either(a.born, b.born);
    result.stale = IntMap.either(a.stale, b.stale);
    result.racy = unions(a.racy, b.racy);
    result.racyHere = a.racyHere.equals(b.racyHere) ? a.racyHere : union(a.racyHere, b.racyHere);
    result.exits = a.exits.equals(b.exits) ? a.exits : union(a.exits, b.exits);
    if (a.val != b.val) {
      result.val =
          a.val == null || b.val == null ? null : pool.value(new Phi(site, VAL), a.val.type);
    }
    for (Path phi : phis) {
      Phi joined = (Phi) phi.key;
      keepCommon(result, a, joined.in(a), b, joined.in(b), phi);
      Path x = identity.canonical(a, joined.in(a));
      Path y = identity.canonical(b, joined.in(b));
      keepElement(result, x, y, phi);
      keepNeighbours(result, a, x, b, y, phi);
    }
    keepNeighbours(result, a, b, phis);
    for (Path value : notTheSame(a, b)) {
      keepCommon(result, a, identity.canonical(a, value), b, identity.canonical(b, value), value);
    }
    return result;
  }

  /**
   * An object that some container has, and that was not made on the other path, stays as new as it
   * is.
   */
  private Path kept(World world, Path made, World other) {
    return made.kind == Path.Kind.VALUE
            && renaming.isCarried(world, made)
            && !renaming.mentions(other, made)
        ? made
        : null;
  }

  /** The name that an object has in both worlds, by whichever steps; null if there is none. */
  private Path name(World a, World b, Path object) {
    Path name = identity.canonical(a, object);
    return name != object && name == identity.canonical(b, object) ? name : null;
  }

  /** The values that have another name in one of the worlds, which the joined one does not know. */
  private List<Path> notTheSame(World a, World b) {
    List<Path> values = new ArrayList<>();
    IntMap.join(
        a.equal,
        b.equal,
        (key, x, y) -> {
          if (x != y && pool.byId(key).kind == Path.Kind.VALUE) {
            values.add(pool.byId(key));
          }
          return x;
        });
    return values;
  }

  /** What is known of a value in either world stays known of the joined one. */
  private void keepCommon(World result, World a, Path x, World b, Path y, Path joined) {
    keepCommonFact(result, a, x, b, y, joined);
    keepAlternative(result, a, x, joined);
    keepAlternative(result, b, y, joined);
    waysOn.keep(result, a, x, b, y, joined);
  }

  /** What is an element of one collection in either world is one, too. */
  private void keepElement(World result, Path x, Path y, Path joined) {
    if (x != y
        && x.kind == Path.Kind.INDEX
        && y.kind == Path.Kind.INDEX
        && x.base == y.base
        && x.isDefinite()
        && y.isDefinite()
        && pool.has(Path.Kind.EVERY)) {
      Path element = pool.index(x.base, place(joined), x.type);
      result.equal = result.equal.put(joined.id, element);
    }
  }

  /**
   * What is one less, or one more, than a number in either world is so of the joined one, and what
   * has as many elements.
   */
  private void keepNeighbours(World result, World a, Path x, World b, Path y, Path joined) {
    result.oneLess = result.oneLess.remove(joined.id);
    Path less = a.oneLess.get(x.id);
    if (less != null && less == b.oneLess.get(y.id)) {
      keepLess(result, less, joined);
    }
    a.oneLess.forEach(
        (id, of) -> {
          if (of == x && b.oneLess.get(id) == y) {
            keepLess(result, joined, pool.byId(id));
          }
        });
    a.equal.forEach(
        (id, of) -> {
          boolean isSize = of == x && pool.byId(id).kind == Path.Kind.CALL;
          if (isSize && b.equal.get(id) == y && !result.equal.has(id)) {
            result.equal = result.equal.put(id, joined);
          }
        });
  }

  /** The same of two joined values. */
  private void keepNeighbours(World result, World a, World b, List<Path> joined) {
    if (a.oneLess.isEmpty() && b.oneLess.isEmpty()) {
      return;
    }
    for (Path more : joined) {
      for (Path less : joined) {
        if (isOneLess(a, less, more) && isOneLess(b, less, more)) {
          keepLess(result, less, more);
        }
      }
    }
  }

  private boolean isOneLess(World world, Path less, Path more) {
    Path one = identity.canonical(world, ((Phi) less.key).in(world));
    Path other = identity.canonical(world, ((Phi) more.key).in(world));
    return world.oneLess.get(other.id) == one
        || one.key instanceof Integer number && pool.constant(number + 1) == other;
  }

  private void keepLess(World result, Path less, Path more) {
    result.oneLess = result.oneLess.put(more.id, less);
    result.facts = result.facts.put(Relation.less(pool, less, more).id, World.Fact.TRUE);
  }

  /** Whichever object a joined value is, it is published with that value, and that one with it. */
  private void keepAlternative(World result, World before, Path object, Path joined) {
    if (object != joined && before.fresh.has(object.id)) {
      result.carry(joined, pool.ghost(object, Unshared.PERHAPS));
    }
  }

  private void keepCommonFact(World result, World a, Path x, World b, Path y, Path joined) {
    Fact common = Fact.common(a.factOf(x), b.factOf(y));
    result.facts =
        common == null ? result.facts.remove(joined.id) : result.facts.put(joined.id, common);
    boolean isNew =
        isAlone(a, x)
            && isAlone(b, y)
            && (a.fresh.has(x.id) || b.fresh.has(y.id))
            && result.follows(joined);
    result.fresh = isNew ? result.fresh.put(joined.id, joined) : result.fresh.remove(joined.id);
    if (a.born.has(x.id) || b.born.has(y.id)) {
      result.born = result.born.put(joined.id, joined);
      if (a.stale.has(x.id) || b.stale.has(y.id)) {
        result.stale = result.stale.put(joined.id, true);
      }
    }
    List<Path> carried = unionOfKnown(a.carried.get(x.id), b.carried.get(y.id));
    if (carried != null) {
      result.carried = result.carried.put(joined.id, carried);
    }
    if (x != joined && y != joined && x != y) {
      keepCallback(result, x, joined);
      keepCallback(result, y, joined);
    }
  }

  /** Whether nobody else can reach the value: it is null, or a new object. */
  private static boolean isAlone(World world, Path value) {
    return world.fresh.has(value.id) || world.factOf(value) == Fact.NULL;
  }

  /** To run a joined value is to run whichever callback it is. */
  private void keepCallback(World result, Path value, Path joined) {
    if (Escapes.isCallback(value)
        || value.kind == Path.Kind.PARAM && Functional.method(env, value.type) != null) {
      result.carry(joined, value);
    }
  }

  private static <T> IntMap<List<T>> unions(IntMap<List<T>> a, IntMap<List<T>> b) {
    return IntMap.join(a, b, (key, x, y) -> unionOfKnown(x, y));
  }

  /** All of those lists that are there, or null. */
  private static <T> List<T> unionOfKnown(List<T> a, List<T> b) {
    return a == null ? b : b == null ? a : union(a, b);
  }

  /** All of both lists, each once. */
  static <T> List<T> union(List<T> a, List<T> b) {
    Set<T> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return List.copyOf(all);
  }
}
