package dev.holdfast.checker.flow;

import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Element;

/**
 * Holds of the locks of the first elements of an array or list: one hold, of the lock of every
 * element below an index. Counting up past an element whose lock is held like theirs adds it;
 * giving up the lock of the last one, to which is counted down, takes it away. So a loop may stop
 * halfway, and another one gives back what it took.
 */
final class Prefixes {
  private final PathPool pool;
  private final Identity identity;

  /** What is known of the numbers. */
  final Counting counting;

  Prefixes(PathPool pool, Identity identity, Counting counting) {
    this.pool = pool;
    this.identity = identity;
    this.counting = counting;
  }

  /** The index that such a hold is of the elements below of; null where the step is none. */
  static Path bound(Path step) {
    return step.args.get(0).args.isEmpty() ? null : step.args.get(0).args.get(0);
  }

  /** The step to every element below an index, from the step to one of them. */
  Path below(Path step, Path bound) {
    return pool.index(step.base, pool.below(bound), step.type);
  }

  // ---- the number of elements

  /** The name of the number of elements. */
  private Path size(Path container) {
    return pool.call(container, "size", List.of(), null);
  }

  /** The number of elements; null if it is not known. */
  private Path sizeOf(World world, Path container) {
    return world.equal.get(size(container).id);
  }

  /**
   * The world in which an index has reached the number of elements of a container, or has not; null
   * where it is known to be otherwise.
   */
  World sized(World world, Path container, Path index, boolean isEnd) {
    Path size = sizeOf(world, container);
    if (isEnd) {
      boolean isMore = size != null && counting.isLess(world, pool.constant(0), size);
      if (isMore && Counting.isZero(world, index)) {
        return null;
      }
      // What was counted before keeps being the number, too.
      World all = allGathered(world);
      boolean isKnown = size != null && size.kind == Kind.VALUE && index.kind == Kind.VALUE;
      World next = isKnown ? identity.unite(all, index, size) : all;
      return reached(next, container, identity.canonical(next, index));
    }
    return size != null && (size == index || Counting.isZero(world, size)) ? null : world;
  }

  /** Whether a container surely has no elements. */
  boolean isEmpty(World world, Path container) {
    Path size = sizeOf(world, container);
    return size != null && Counting.isZero(world, size)
        || KeptElements.isEmpty(pool, world, container);
  }

  /** Whether an index is the number of elements: there is none at it. */
  boolean isEnd(World world, Path container, Path index) {
    return index != null && (sizeOf(world, container) == index || isSizeOf(container, index));
  }

  /** Whether a number is what the container itself says that its size is. */
  private static boolean isSizeOf(Path container, Path number) {
    return number.base == container
        && number.args.isEmpty()
        && number.key instanceof Element asked
        && asked.getSimpleName().contentEquals(number.kind == Kind.FIELD ? "length" : "size");
  }

  /** The world in which elements below an index are all there are, if it is their number. */
  World whole(World world, Path container, Path index) {
    return isEnd(world, container, index) ? reached(world, container, index) : world;
  }

  /** The world in which elements below an index are all there are wherever it is their number. */
  World whole(World world) {
    return !pool.has(Kind.EVERY)
        ? world
        : world.holds.fold(
            world,
            (result, id, hold) -> {
              Path step = Elements.several(pool.byId(id));
              return step == null || bound(step) == null
                  ? result
                  : whole(result, step.base, bound(step));
            });
  }

  private World reached(World world, Path container, Path number) {
    World result = world.copy();
    result.equal = world.equal.put(size(container).id, number);
    world.holds.forEach(
        (id, hold) -> {
          Path step = Elements.several(pool.byId(id));
          if (step != null && step.base == container && bound(step) == number) {
            Path every =
                pool.replace(pool.byId(id), step, pool.index(container, pool.every(), step.type));
            result.holds = result.holds.remove(id).put(every.id, hold);
            result.ended = result.ended.remove(every.id);
          }
        });
    return result;
  }

  /** The world in which the value at hand is the number of elements, where that matters. */
  World asked(World world, Path container) {
    Path known = sizeOf(world, container);
    if (known != null) {
      return world.withVal(known);
    }
    boolean holdsAll =
        world.holds.any(
            (id, hold) -> {
              Path step = Elements.several(pool.byId(id));
              return step != null
                  && step.base == container
                  && step.isDefinite()
                  && bound(step) == null;
            });
    if (!holdsAll || world.val == null) {
      return world;
    }
    World next = world.copy();
    next.equal = world.equal.put(size(container).id, identity.canonical(world, world.val));
    return next;
  }

  /** The world in which nobody knows the number of elements. */
  World resized(World world, Path container) {
    Path size = size(container);
    if (!world.equal.has(size.id)) {
      return world;
    }
    World result = world.copy();
    result.equal = world.equal.remove(size.id);
    return result;
  }

  /**
   * The index that elements are below of where that number is it, or is the last one of theirs;
   * null if it is not known.
   */
  Path bound(World world, Path number, boolean isLast) {
    Path index = identity.canonical(world, number);
    return isLast
        ? world.oneLess.first(
            (id, less) -> {
              Path next = identity.canonical(world, pool.byId(id));
              boolean isNext = identity.canonical(world, less) == index;
              return isNext && stepBelow(world, next) != null ? next : null;
            })
        : index;
  }

  /** The step to the elements below an index whose locks are held, or that are all; or null. */
  Path stepBelow(World world, Path index) {
    return world.holds.first(
        (id, hold) -> {
          Path step = Elements.several(pool.byId(id));
          return step != null && isBound(world, step, index) ? step : null;
        });
  }

  /**
   * The world in which all elements of a container are those below an index, if it is their number.
   */
  World below(World world, Path container, Path index) {
    return boundBy(
        world, container, index, step -> bound(step) == null && isBound(world, step, index));
  }

  /** The world in which what is below an index goes by another one that is the same. */
  World belowOther(World world, Path container, Path index, Path other) {
    return boundBy(world, container, other, step -> bound(step) == index);
  }

  /** The world in which the elements of a container at such steps are those below an index. */
  private World boundBy(World world, Path container, Path index, Predicate<Path> which) {
    return world.holds.fold(
        world,
        (result, id, hold) -> {
          Path step = Elements.several(pool.byId(id));
          if (step == null || step.base != container || !which.test(step)) {
            return result;
          }
          World next = result.copy();
          Path lock = pool.replace(pool.byId(id), step, below(step, index));
          next.holds = next.holds.remove(id).put(lock.id, hold);
          return next;
        });
  }

  /** Whether a step leads to the elements below that number, and to no other. */
  boolean isBound(World world, Path step, Path number) {
    return bound(step) == null
        ? step.isDefinite() && isEnd(world, step.base, number)
        : bound(step) == number;
  }

  /** The index that the elements at a step are below of, as far as one is known; or null. */
  private Path boundOrSize(World world, Path step) {
    Path bound = bound(step);
    return bound == null && step.isDefinite() ? sizeOf(world, step.base) : bound;
  }

  // ---- holds

  /**
   * The lock of all elements below an index that is held, this one among them: surely, or perhaps;
   * null if there is none.
   */
  Path holdOf(World world, Path lock, Path step, boolean surely) {
    if (step.args.get(0).kind == Kind.EVERY) {
      return null;
    }
    return world.holds.first(
        (id, hold) -> {
          Path held = pool.byId(id);
          Path several = Elements.several(held);
          Path bound = several == null ? null : bound(several);
          boolean isIn =
              bound != null
                  && several.base == step.base
                  && bound.isDefinite()
                  && (surely
                      ? counting.isLess(world, step.args.get(0), bound)
                      : counting.mayBeLess(world, step.args.get(0), bound))
                  && pool.replace(lock, step, several) == held;
          return isIn ? held : null;
        });
  }

  /**
   * The held lock of more elements, or of all, than those below an index; null if there is none.
   */
  Path holdAround(World world, Path lock, Path step) {
    return world.holds.first(
        (id, hold) -> {
          Path held = pool.byId(id);
          Path several = Elements.several(held);
          boolean isAround =
              several != null
                  && several.base == step.base
                  && several.isDefinite()
                  && pool.replace(lock, step, several) == held
                  && (bound(several) == null
                      || counting.isLess(world, bound(step), bound(several)));
          return isAround ? held : null;
        });
  }

  /** Whether a step leads to an element whose lock is held as one of the first, or to the next. */
  boolean isTaken(World world, Path step) {
    return pool.has(Kind.EVERY)
        && world.holds.any(
            (id, hold) -> {
              Path several = Elements.several(pool.byId(id));
              Path index = step.args.get(0);
              Path bound =
                  several == null || several.base != step.base ? null : boundOrSize(world, several);
              return bound != null
                  && (bound(several) == index || counting.isLess(world, index, bound));
            });
  }

  /** The lock of every element, for that of those below an index that is their number. */
  Path named(World world, Path lock) {
    Path step = Elements.several(lock);
    Path bound = step == null ? null : bound(step);
    return bound != null
            && isEnd(world, identity.canonical(world, step.base), identity.canonical(world, bound))
        ? pool.replace(lock, step, pool.index(step.base, pool.every(), step.type))
        : lock;
  }

  /** Whether a lock is that of several elements of which there surely is none. */
  boolean isOfNone(World world, Path lock) {
    Path step = Elements.several(lock);
    Path bound = step == null ? null : bound(step);
    return step != null
        && (bound == null
            ? isEmpty(world, identity.canonical(world, step.base))
            : counting.hasNoneBelow(world, identity.canonical(world, bound)));
  }

  /** Whether a lock is reached through an element at an index that surely is none. */
  boolean isBeyond(World world, Path lock) {
    for (Path part = lock; part != null; part = part.base) {
      if (part.kind == Kind.INDEX && counting.isNegative(world, part.args.get(0))) {
        return true;
      }
    }
    return false;
  }

  /** The lock of the elements that are left once the last one is gone; null if it is not that. */
  Path withoutLast(World world, Path held, Path index) {
    Path step = Elements.several(held);
    Path bound = boundOrSize(world, step);
    return bound != null && index != null && counting.next(world, bound, -1) == index
        ? pool.replace(held, step, below(step, index))
        : null;
  }

  /**
   * The world in which elements that were counted are among those below the index that was counted
   * to, where their locks are held like those of all before them. {@code head} is where the turn
   * that counted began: what was held already is not of the elements that it counts.
   */
  World gathered(World world, List<World> head) {
    return gathered(world, head, step -> !isNamed(world, step));
  }

  /** The same for elements that locals name, too. */
  World allGathered(World world) {
    return gathered(world, List.of(), step -> true);
  }

  private World gathered(World world, List<World> head, Predicate<Path> which) {
    if (world.oneLess.isEmpty() || world.holds.isEmpty()) {
      return world;
    }
    return world.oneLess.fold(
        world,
        (result, id, less) -> {
          List<World> uncounted =
              head.stream().filter(each -> each.oneLess.get(id) != less).toList();
          return gathered(result, uncounted, less, pool.byId(id), which);
        });
  }

  private World gathered(
      World world, List<World> uncounted, Path less, Path more, Predicate<Path> which) {
    return world.holds.fold(
        world,
        (result, id, hold) -> {
          Path lock = pool.byId(id);
          Path step = stepAt(lock, less);
          if (step == null
              || hold.entry()
              || hold.stamp() != null
              || !more.isDefinite()
              || !which.test(step)
              || uncounted.stream().anyMatch(each -> hold.equals(each.holds.get(id)))) {
            return result;
          }
          Path before = pool.replace(lock, step, below(step, less));
          if (!Counting.isZero(world, less) && !hold.equals(world.holds.get(before.id))) {
            return result;
          }
          Path after = pool.replace(lock, step, below(step, more));
          World next = result.copy();
          next.holds = next.holds.remove(id).remove(before.id).put(after.id, hold);
          next.ended = next.ended.remove(after.id);
          return next;
        });
  }

  /** Whether a local is the element, or something of it, by whichever name. */
  private static boolean isNamed(World world, Path element) {
    return world.vars.any((index, value) -> world.isKnownAs(value, name -> name.contains(element)));
  }

  /** The step of a path to the element at an index; null if there is none. */
  private static Path stepAt(Path path, Path index) {
    for (Path part = path; part != null; part = part.base) {
      if (part.kind == Kind.INDEX
          && part.generation == 0
          && part.args.get(0) == index
          && part.isDefinite()) {
        return part;
      }
    }
    return null;
  }

  /**
   * The world after a test: without the locks of elements below an index that none is below, and
   * with an index that was counted up to a limit equal to it.
   */
  World settled(World world) {
    if (!pool.has(Kind.EVERY) || world.holds.isEmpty()) {
      return world;
    }
    return world.holds.fold(
        world,
        (result, id, hold) -> {
          Path step = Elements.several(pool.byId(id));
          Path bound = step == null ? null : boundOrSize(world, step);
          if (bound == null) {
            return result;
          }
          if (counting.hasNoneBelow(world, bound)) {
            World next = result.copy();
            next.holds = next.holds.remove(id);
            return next;
          }
          Path limit = counting.limit(world, bound, step.base);
          return limit == null ? result : identity.unite(result, bound, limit);
        });
  }
}
