package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.flow.World.Ended;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.type.TypeMirror;

/**
 * What is known of the elements of collections that keep the objects whose locks were taken: that
 * there are none, or which of them have other names, and how all their locks are held.
 */
final class KeptElements {
  private static final String EMPTY = "is empty";

  private final Calls calls;
  private final PathPool pool;
  private final Identity identity;
  private final Renaming renaming;

  /** For the calls in a body. */
  KeptElements(Calls calls) {
    this.calls = calls;
    this.pool = calls.pool;
    this.identity = calls.identity;
    this.renaming = calls.renaming;
  }

  /** The fact that the collection has no elements. */
  Path emptiness(Path collection) {
    return emptiness(pool, collection);
  }

  boolean isFollowed(World world, Path collection) {
    return collection.isDefinite() && (world.fresh.has(collection.id) || isOfCallers(collection));
  }

  /**
   * Whether the callers of a helper gave it the collection, and are to hold its elements' locks.
   */
  private boolean isOfCallers(Path collection) {
    return calls.infers && collection.kind == Kind.PARAM;
  }

  /** The fact that the collection has no elements. */
  static Path emptiness(PathPool pool, Path collection) {
    return pool.call(collection, EMPTY, List.of(), null);
  }

  /** The facts without that. */
  static IntMap<Fact> withoutEmptiness(PathPool pool, IntMap<Fact> facts, Path collection) {
    return facts.remove(emptiness(pool, collection).id);
  }

  /** Whether the collection surely has no elements. */
  static boolean isEmpty(PathPool pool, World world, Path collection) {
    return world.facts.get(emptiness(pool, collection).id) == Fact.TRUE;
  }

  /** The world in which nobody knows which elements the collection has left. */
  World lost(World world, Path collection) {
    World result = excused(world, lock -> isOfElements(lock, collection));
    result.facts = withoutEmptiness(pool, world.facts, collection);
    return result;
  }

  private World excused(World world, Predicate<Path> which) {
    World result = world.copy();
    world.holds.forEach(
        (id, hold) -> {
          if (which.test(pool.byId(id))) {
            result.holds = result.holds.put(id, hold.excuse());
          }
        });
    return result;
  }

  /** The world after a helper has left no elements in a collection. */
  World cleared(World world, Path argument, TypeMirror type) {
    Path collection = argument == null ? null : identity.canonical(world, argument);
    return collection != null && isFollowed(world, collection)
        ? forgotten(world, collection, type)
        : world;
  }

  /** The world in which it has no elements any more, and nothing else has them. */
  World forgotten(World world, Path collection, TypeMirror type) {
    World result = world;
    for (Path object : ownNames(world, collection).values()) {
      result = takenOut(result, collection, object);
    }
    if (result != world) {
      result = excused(result, lock -> isOfElements(lock, collection));
    }
    return calls.locks.elements.empty(
        renaming.age(
            withoutElements(result, collection), pool.index(collection, pool.every(), type)),
        collection);
  }

  /** The world in which what was an element of the collection goes by its own name again. */
  private World withoutElements(World world, Path collection) {
    World result = world;
    for (Map.Entry<Path, Path> each : ownNames(world, collection).entrySet()) {
      Path own = each.getValue();
      World next = renaming.rename(result, each.getKey(), own);
      next.equal = next.equal.remove(own.id);
      world.ended.forEach(
          (id, end) -> {
            Path lock = pool.byId(id);
            if (isOfElements(lock, collection)) {
              Path ended = pool.replace(lock, Elements.several(lock), own);
              next.ended = next.ended.put(ended.id, new Ended(end.site(), ended, end.since()));
            }
          });
      result = next;
    }
    return result;
  }

  /** What the elements of the collection that have a name were called before they were put in. */
  private Map<Path, Path> ownNames(World world, Path collection) {
    Map<Path, Path> result = new LinkedHashMap<>();
    world.equal.forEach(
        (id, name) -> {
          Path own = pool.byId(id);
          if (name.kind == Kind.INDEX && name.base == collection && own.isDefinite()) {
            result.putIfAbsent(name, own);
          }
        });
    return result;
  }

  /** Whether it is there, and surely has no elements. */
  boolean isEmpty(World world, Path collection) {
    return collection != null && isEmpty(pool, world, collection);
  }

  /** The world in which it has no elements. */
  World emptied(World world, Path collection) {
    return calls.locks.elements.empty(withoutLocks(world, collection), collection);
  }

  World withoutLocks(World world, Path collection) {
    World result = world.copy();
    result.holds = world.holds.without((id, hold) -> isOfElements(pool.byId(id), collection));
    return result;
  }

  /** Whether a lock is that of every, or of some elements of the collection. */
  static boolean isOfElements(Path lock, Path collection) {
    Path step = Elements.several(lock);
    return step != null && step.base == collection && step.generation == 0;
  }

  /**
   * The world after the object was put into the collection, as the element at a place that is new.
   */
  World put(World before, Path collection, Path added, Path place, TypeMirror type, Tree site) {
    boolean wasEmpty = isEmpty(before, collection);
    World world = wasEmpty ? withoutElements(before, collection) : before;
    Path object = wasEmpty ? ownNames(before, collection).getOrDefault(added, added) : added;
    Path every = pool.index(collection, pool.every(), type);
    Map<Path, Hold> taken = new HashMap<>();
    world.holds.forEach(
        (id, hold) -> {
          Path lock = pool.byId(id);
          if (!hold.entry() && hold.stamp() == null && lock.contains(object)) {
            taken.put(pool.replace(lock, object, every), hold);
          }
        });
    if (isOfCallers(collection)) {
      if (taken.isEmpty()) {
        calls.inference.noteUnlocked(collection);
      }
      taken.replaceAll((lock, hold) -> hold.asOnEntry());
      taken.forEach((lock, hold) -> calls.inference.noteKept(site, lock, hold.mode()));
    }
    World result = world.copy();
    result.facts = withoutEmptiness(pool, world.facts, collection);
    if (isUnlike(world, collection, taken, wasEmpty)) {
      // Not all elements are alike: a release of all of them is to be told of, and no more.
      return renaming.age(
          excused(result, lock -> isOfElements(lock, collection) || lock.contains(object)), every);
    }
    Path element = pool.index(collection, place, type);
    result = identity.rename(result, object, element);
    for (Map.Entry<Path, Hold> each : taken.entrySet()) {
      result.holds =
          result
              .holds
              .remove(pool.replace(each.getKey(), every, element).id)
              .put(each.getKey().id, each.getValue());
      result.ended = result.ended.remove(each.getKey().id);
    }
    return result;
  }

  /**
   * The world in which an object that was put into the collection goes by its place there, as the
   * locks of all elements are held.
   */
  World named(World world, Path collection, Path object, Path place) {
    Path[] element = {null};
    world.holds.forEach(
        (id, hold) -> {
          Path lock = pool.byId(id);
          if (isOfElements(lock, collection)) {
            element[0] = pool.index(collection, place, Elements.several(lock).type);
          }
        });
    return element[0] == null || object.contains(collection) || collection.contains(object)
        ? world
        : identity.rename(world, object, element[0]).withFact(element[0], Fact.NON_NULL);
  }

  /** Whether what is added is locked otherwise than the elements that there are, or not at all. */
  private boolean isUnlike(World world, Path collection, Map<Path, Hold> taken, boolean wasEmpty) {
    if (wasEmpty) {
      return taken.isEmpty();
    }
    Map<Path, Hold> kept = new HashMap<>();
    world.holds.forEach(
        (id, hold) -> {
          if (isOfElements(pool.byId(id), collection)) {
            kept.put(pool.byId(id), hold);
          }
        });
    return !kept.equals(taken) && !(isOfCallers(collection) && kept.isEmpty());
  }

  /**
   * The world after all elements of another collection were put in; those of null are others than
   * any. If all their locks are held, they are so as those of this collection's from then on.
   */
  World putAll(World before, Path collection, Path from, TypeMirror type) {
    if (isEmpty(before, from)) {
      return before;
    }
    boolean wasEmpty = isEmpty(before, collection);
    World world = wasEmpty ? withoutElements(before, collection) : before;
    Path every = pool.index(collection, pool.every(), type);
    Map<Path, Hold> taken = new HashMap<>();
    world.holds.forEach(
        (id, hold) -> {
          Path lock = pool.byId(id);
          Path step = Elements.several(lock);
          if (step != null
              && step.base != collection
              && step.base == from
              && step.args.get(0) == pool.every()
              && !hold.entry()) {
            taken.put(pool.replace(lock, step, every), hold);
          }
        });
    World result = world.copy();
    result.facts = withoutEmptiness(pool, world.facts, collection);
    if (isUnlike(world, collection, taken, wasEmpty)) {
      return renaming.age(
          excused(
              result,
              lock -> isOfElements(lock, collection) || from != null && isOfElements(lock, from)),
          every);
    }
    for (Path name : ownNames(world, from).keySet()) {
      result = renaming.rename(result, name, pool.replace(name, from, collection));
    }
    result = withoutLocks(result, from);
    for (Map.Entry<Path, Hold> each : taken.entrySet()) {
      result.holds = result.holds.put(each.getKey().id, each.getValue());
      result.ended = result.ended.remove(each.getKey().id);
    }
    return result;
  }

  /** Whether callers gave the collection, and no locks of its elements are known to be held. */
  boolean isUnknown(World world, Path collection) {
    return isOfCallers(collection)
        && !world.holds.any((id, hold) -> isOfElements(pool.byId(id), collection));
  }

  /** The same for one that nobody finds there any more: its locks are for this body to give up. */
  World takenAway(World world, Path collection, Path object) {
    World result = takenOut(world, collection, object);
    if (isOfCallers(collection)) {
      World taken = result.copy();
      result.holds.forEach(
          (id, hold) -> {
            if (pool.byId(id).contains(object)) {
              taken.holds = taken.holds.put(id, hold.asTakenHere());
            }
          });
      return taken;
    }
    return result;
  }

  /** Whether the lock of some element is known to be given up already. */
  boolean isAnyReleased(World world, Path collection) {
    return world.holds.any(
        (id, hold) -> {
          Path lock = pool.byId(id);
          return isOfElements(lock, collection) && !Elements.several(lock).isDefinite();
        });
  }

  /** The same for an object that was in it; {@code nameless} if it has no name of its own. */
  World removed(World world, Path collection, Path object, Path nameless) {
    if (object.kind != Kind.INDEX || object.base != collection) {
      return takenAway(world, collection, object);
    }
    Path own = ownNames(world, collection).getOrDefault(object, nameless);
    World result = renaming.rename(takenAway(world, collection, own), object, own);
    result.equal = result.equal.remove(own.id);
    return result;
  }

  /**
   * The same for one whose locks were given up before, in part or all: the other elements' are
   * held.
   */
  World filteredOut(World world, Path collection, Path object, Path nameless) {
    World others = world.copy();
    Map<Path, Hold> givenUp = new LinkedHashMap<>();
    world.holds.forEach(
        (id, hold) -> {
          Path lock = pool.byId(id);
          Path step = isOfElements(lock, collection) ? Elements.several(lock) : null;
          if (step != null && !step.isDefinite()) {
            Path every = pool.index(collection, pool.every(), step.type);
            givenUp.put(pool.replace(lock, step, every), hold);
            others.holds = others.holds.remove(id);
          }
        });
    World result = removed(others, collection, object, nameless).copy();
    givenUp.forEach((lock, hold) -> result.holds = result.holds.put(lock.id, hold));
    return result;
  }

  /** The world after an element was taken out: its locks are held as those of every element are. */
  World takenOut(World world, Path collection, Path object) {
    World result = world.copy();
    result.facts = withoutEmptiness(pool, world.facts, collection);
    world.holds.forEach(
        (id, hold) -> {
          Path lock = pool.byId(id);
          if (isOfElements(lock, collection)) {
            result.facts = result.facts.put(object.id, Fact.NON_NULL);
            Path own = pool.replace(lock, Elements.several(lock), object);
            result.holds = result.holds.put(own.id, hold);
            result.ended = result.ended.remove(own.id);
          }
        });
    return result;
  }
}
