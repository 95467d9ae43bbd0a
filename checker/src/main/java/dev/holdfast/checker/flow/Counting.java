package dev.holdfast.checker.flow;

import com.sun.source.tree.BinaryTree;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;

/** What is known of numbers that count: which is one less than another, and which is less. */
final class Counting {
  private final PathPool pool;
  private final Identity identity;

  Counting(PathPool pool, Identity identity) {
    this.pool = pool;
    this.identity = identity;
  }

  /** The world in which one number is the other one less one. */
  World counted(World world, Path less, Path more) {
    World result = world.copy();
    result.oneLess = world.oneLess.put(more.id, less);
    result.facts = world.facts.put(Relation.less(pool, less, more).id, Fact.TRUE);
    world.facts.forEach(
        (id, fact) -> {
          Path test = pool.byId(id);
          if (!Relation.isLess(test)) {
            return;
          }
          if (fact == Fact.TRUE && Relation.left(test) == less) {
            Path limit = Relation.right(test);
            result.facts = result.facts.put(Relation.less(pool, limit, more).id, Fact.FALSE);
          } else if (fact == Fact.FALSE
              && identity.canonical(world, Relation.right(test)) == more) {
            Path limit = Relation.left(test);
            result.facts = result.facts.put(Relation.less(pool, less, limit).id, Fact.TRUE);
          }
        });
    if (compares(world, pool.constant(0), less, Fact.TRUE)) {
      result.facts = result.facts.put(Relation.less(pool, pool.constant(0), more).id, Fact.TRUE);
    }
    if (isZero(world, more)) {
      result.facts = result.facts.put(Relation.less(pool, less, pool.constant(0)).id, Fact.TRUE);
    }
    return result;
  }

  /**
   * The number that is one less than another one, or one more as a sum that is known; null if there
   * is none.
   */
  Path next(World world, Path number, int step) {
    if (step < 0) {
      return world.oneLess.get(number.id);
    }
    return world.oneLess.first(
        (id, less) -> {
          Path more = pool.byId(id);
          boolean isSum = more.kind == Kind.CALL || more.key instanceof BinaryTree;
          return less == number && isSum ? more : null;
        });
  }

  /** A number that another one is one less than; null if there is none. */
  Path after(World world, Path number) {
    return number.kind == Kind.CONST && number.key instanceof Integer known
        ? pool.constant(known + 1)
        : world.oneLess.first(
            (id, less) -> less == number && pool.byId(id).isDefinite() ? pool.byId(id) : null);
  }

  /** The parameter that a number is one less than; null if there is none. */
  Path parameterBefore(World world, Path number) {
    return world.oneLess.first(
        (id, less) -> less == number && pool.byId(id).kind == Kind.PARAM ? pool.byId(id) : null);
  }

  static boolean isZero(World world, Path number) {
    return world.factOf(number) == Fact.ZERO;
  }

  /** Whether a number is known to be less than zero, as no index is. */
  boolean isNegative(World world, Path number) {
    Path known = number == null ? null : identity.canonical(world, number);
    return known != null && compares(world, known, pool.constant(0), Fact.TRUE);
  }

  /** Whether an index is surely less than another one. */
  boolean isLess(World world, Path index, Path bound) {
    return world.oneLess.get(bound.id) == index || compares(world, index, bound, Fact.TRUE);
  }

  /** Whether no index is below a number. */
  boolean hasNoneBelow(World world, Path bound) {
    Path last = world.oneLess.get(bound.id);
    return isZero(world, bound)
        || bound.key instanceof Integer known && known <= 0 && bound.kind == Kind.CONST
        || compares(world, pool.constant(0), bound, Fact.FALSE)
        || compares(world, bound, pool.constant(0), Fact.TRUE)
        || compares(world, bound, pool.constant(1), Fact.TRUE)
        || last != null
            && (compares(world, last, pool.constant(0), Fact.TRUE)
                || compares(world, pool.constant(-1), last, Fact.FALSE));
  }

  /** Whether the first is known to be less, or not to be, by whichever names they go. */
  private boolean compares(World world, Path left, Path right, Fact outcome) {
    return world.facts.get(Relation.less(pool, left, right).id) == outcome
        || world.facts.any(
            (id, fact) -> {
              Path test = pool.byId(id);
              return fact == outcome
                  && Relation.isLess(test)
                  && identity.canonical(world, Relation.left(test)) == left
                  && identity.canonical(world, Relation.right(test)) == right;
            });
  }

  /** Whether an index may be less than another one. */
  boolean mayBeLess(World world, Path index, Path bound) {
    return index != bound && !isLess(world, bound, index);
  }

  /**
   * What an index is neither less nor more than, unless that is the number of elements of the
   * container, which goes by the index's name; null if nothing is known.
   */
  Path limit(World world, Path index, Path container) {
    return world.facts.first(
        (id, fact) -> {
          Path test = pool.byId(id);
          boolean isLimit =
              fact == Fact.FALSE
                  && Relation.isLess(test)
                  && Relation.left(test) == index
                  && Relation.right(test).base != container
                  && compares(world, Relation.right(test), index, Fact.FALSE);
          return isLimit ? Relation.right(test) : null;
        });
  }
}
