package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.holdfast.checker.flow.World.Ended;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.TypeMirror;

/**
 * A loop that visits every element of an array or collection once. What each turn does to the lock
 * of the element at hand is, once all turns are over, done to the lock of every element.
 */
final class Sweep {
  /**
   * The place of the element at hand; the variable is that index, or the element, or what stands
   * for one that has no name. With the index that only elements below are visited of, or null.
   */
  record Cursor(Tree variable, LoopHeads.Form form, Path bound) {
    /** Where there is no loop. */
    Cursor(Tree variable) {
      this(variable, LoopHeads.Form.ELEMENT, null);
    }

    /** What the variable is called. */
    String name() {
      return variable instanceof VariableTree declared
          ? declared.getName().toString()
          : Describer.ARGUMENT;
    }

    /* Written out as the generated ones are slow to start. */

    @Override
    public int hashCode() {
      return variable.hashCode();
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof Cursor other
          && variable == other.variable
          && form == other.form
          && bound == other.bound;
    }
  }

  final Path container;

  /** The index that only elements below are visited of; null where all are. */
  final Path bound;

  final Cursor cursor;

  /** Whether the elements are taken to be there: their locks were or are about to be taken. */
  final boolean present;

  /** Where the element at hand is. */
  final Path place;

  /** The place after it. */
  final Path ahead;

  /** The element at hand. */
  final Path element;

  private final PathPool pool;
  private final Path every;
  private final Path some;
  private List<World> turned = List.of();

  Sweep(
      PathPool pool,
      Path container,
      TypeMirror type,
      Cursor cursor,
      TypeMirror index,
      boolean present) {
    this.pool = pool;
    this.present = present;
    this.container = container;
    this.cursor = cursor;
    this.place = pool.value(cursor, index);
    this.ahead = pool.value(List.of(cursor, "ahead"), index);
    this.element = pool.index(container, place, type);
    this.bound = cursor.bound;
    this.every = pool.index(container, all(pool, cursor), type);
    this.some = pool.index(container, pool.some(), type);
  }

  /** What stands for the indices of all elements that are visited. */
  static Path all(PathPool pool, Cursor cursor) {
    return cursor.bound == null ? pool.every() : pool.below(cursor.bound);
  }

  /** Whether there surely is no element, hence no turn. */
  boolean isOfNone(World world, Prefixes prefixes) {
    return bound == null
        ? prefixes.isEmpty(world, container)
        : prefixes.counting.hasNoneBelow(world, bound);
  }

  /** The world at the start of a turn: an element that was not visited yet is as all were. */
  World turn(World world, int variable) {
    World next = cursor.form == LoopHeads.Form.DOWN_AHEAD ? ahead(world) : world.copy();
    switch (cursor.form) {
      case ELEMENT -> next.equal = world.equal.put(world.vars.get(variable).id, element);
      case UP, DOWN -> next.vars = world.vars.put(variable, place);
      case DOWN_AHEAD -> next.vars = world.vars.put(variable, ahead);
    }
    next.facts =
        present ? next.facts.put(element.id, Fact.NON_NULL) : next.facts.remove(element.id);
    if (bound != null) {
      next.facts = next.facts.put(Relation.less(pool, place, bound).id, Fact.TRUE);
    }
    world.holds.forEach(
        (id, hold) -> {
          Path lock = pool.byId(id);
          if (lock.contains(some)) {
            next.holds = next.holds.put(pool.replace(lock, some, element).id, hold);
          }
        });
    return next;
  }

  /** The world that knows what the place after that of the element at hand is. */
  private World ahead(World world) {
    World next = world.copy();
    next.oneLess = world.oneLess.put(ahead.id, place);
    next.facts = world.facts.put(Relation.less(pool, place, ahead).id, Fact.TRUE);
    return next;
  }

  /** Whether a turn gave up the lock of an element that is not the one at hand. */
  boolean isAstray(World world) {
    return world.holds.any(
        (id, hold) -> {
          Path lock = pool.byId(id);
          return lock.contains(some) && !world.ended.has(pool.replace(lock, some, element).id);
        });
  }

  /** Takes note of the worlds in which a turn has ended and another one may follow. */
  void turned(List<World> worlds) {
    turned = worlds;
  }

  /** The worlds after the last turn. Where turns differ, they are as the turns left them. */
  List<World> finish(List<World> worlds) {
    Map<Path, Hold> after = turned.isEmpty() ? null : ofElement(turned.get(0));
    for (World world : turned) {
      if (!ofElement(world).equals(after)) {
        return worlds;
      }
    }
    // A hold goes by one stamp, and each element has its own.
    return after == null || after.values().stream().anyMatch(hold -> hold.stamp() != null)
        ? worlds
        : worlds.stream().map(world -> finished(world, after)).toList();
  }

  /** How the locks of the element at hand are held, each under its name for every element. */
  private Map<Path, Hold> ofElement(World world) {
    Map<Path, Hold> result = new HashMap<>();
    world.holds.forEach(
        (id, hold) -> {
          Path lock = pool.byId(id);
          if (lock.contains(every)) {
            result.merge(lock, hold, Hold::and);
          } else if (lock.contains(element)) {
            result.merge(pool.replace(lock, element, every), hold, Hold::and);
          }
        });
    return result;
  }

  private World finished(World world, Map<Path, Hold> after) {
    if (bound != null && !world.holds.any((id, hold) -> visited(pool.byId(id)) != null)) {
      // None was below the index.
      return world;
    }
    World result = world.copy();
    world.holds.forEach(
        (id, hold) -> {
          Path lock = pool.byId(id);
          Path step = visited(lock);
          if (step != null) {
            Path all = pool.replace(lock, step, every);
            result.holds = result.holds.remove(id);
            if (!after.containsKey(all)) {
              result.ended = result.ended.put(all.id, ended(all, hold));
            }
          }
        });
    after.forEach(
        (lock, hold) -> {
          result.holds = result.holds.put(lock.id, hold);
          result.ended = result.ended.remove(lock.id);
        });
    return result;
  }

  private Ended ended(Path lock, Hold hold) {
    Ended last = turned.get(0).ended.get(pool.replace(lock, every, element).id);
    return new Ended(last == null ? null : last.site(), lock, hold.since());
  }

  /** The step of a path that leads to an element that a turn has visited; null if there is none. */
  private Path visited(Path path) {
    for (Path part = path; part != null; part = part.base) {
      if (part.kind == Kind.INDEX && part.base == container && part.generation == 0) {
        Path index = part.args.get(0);
        if (part == every || part == some || index.kind == place.kind && index.key == place.key) {
          return part;
        }
      }
    }
    return null;
  }
}
