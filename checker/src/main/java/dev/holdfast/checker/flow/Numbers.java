package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import javax.lang.model.type.TypeMirror;

/** Which outcomes a comparison of numbers can have, by what is known of them. */
final class Numbers {
  private final PathPool pool;

  Numbers(PathPool pool) {
    this.pool = pool;
  }

  /** Whether what is known leaves room for that outcome of what may be a comparison. */
  boolean allows(World world, Path comparison, When outcome) {
    boolean bySign =
        Relation.of(comparison).map(relation -> allows(world, relation, outcome)).orElse(true);
    return bySign && allowsOrder(world, comparison, outcome);
  }

  /** Whether what is known of a number's sign leaves room for that outcome of a comparison. */
  private static boolean allows(World world, Relation relation, When outcome) {
    Relation wanted = outcome == When.FALSE ? relation.negated() : relation;
    if (relation.value().kind == Kind.CONST && relation.value().key instanceof Number number) {
      return wanted.holdsFor(number.doubleValue());
    }
    Fact sign = world.facts.get(relation.value().id);
    return sign == Fact.ZERO
        ? wanted.holdsFor(0)
        : sign != Fact.POSITIVE || wanted.mayHoldForPositive();
  }

  /** Of two whole numbers the first is less, or they are equal, or the second is less. */
  private boolean allowsOrder(World world, Path comparison, When outcome) {
    boolean equality = comparison.kind == Kind.EQUAL;
    if (!equality && !Relation.isLess(comparison)) {
      return true;
    }
    Path left = Relation.left(comparison);
    Path right = Relation.right(comparison);
    if (!isWhole(left) || !isWhole(right)) {
      return true;
    }
    Fact other = world.facts.get(Relation.less(pool, right, left).id);
    Fact third =
        equality ? world.facts.get(Relation.less(pool, left, right).id) : equal(world, left, right);
    return outcome == When.TRUE
        ? other != Fact.TRUE && third != Fact.TRUE
        : other != Fact.FALSE || third != Fact.FALSE;
  }

  private Fact equal(World world, Path left, Path right) {
    if (isZero(left) || isZero(right)) {
      Fact sign = world.facts.get(isZero(left) ? right.id : left.id);
      return sign == Fact.ZERO ? Fact.TRUE : sign == Fact.NON_ZERO ? Fact.FALSE : null;
    }
    return world.facts.get(pool.equal(left, right).id);
  }

  private static boolean isZero(Path path) {
    return path.kind == Kind.CONST && path.key instanceof Number number && number.longValue() == 0;
  }

  private static boolean isWhole(Path path) {
    if (path.kind == Kind.CONST) {
      return path.key instanceof Integer || path.key instanceof Long;
    }
    return isWhole(path.type);
  }

  /** Whether values of the type are whole numbers; null is no type. */
  static boolean isWhole(TypeMirror type) {
    return type != null
        && switch (type.getKind()) {
          case BYTE, SHORT, CHAR, INT, LONG -> true;
          default -> false;
        };
  }
}
