package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** What is known of values, and what a test adds to it. */
final class Facts {
  private final PathPool pool;
  private final Identity identity;
  private final Numbers numbers;
  private final BiPredicate<World, Path> unstable;
  private final Predicate<Path> neverNull;
  private final Set<Path> askedForNull = new HashSet<>();

  /**
   * {@code unstable} says of a path that what it leads to may change between two looks, {@code
   * neverNull} that it leads to an object in any case.
   */
  Facts(
      PathPool pool,
      Identity identity,
      BiPredicate<World, Path> unstable,
      Predicate<Path> neverNull) {
    this.pool = pool;
    this.identity = identity;
    this.numbers = new Numbers(pool);
    this.unstable = unstable;
    this.neverNull = neverNull;
  }

  /** The world in which the path has that outcome; null where it cannot have it. */
  World assume(World world, Path value, When outcome) {
    World result = narrowed(world, value, outcome);
    return result == null || result == world || isConsistent(result) ? result : null;
  }

  /** Whether no conjunction that is known to be false has parts that are all true. */
  private boolean isConsistent(World world) {
    return !pool.has(Kind.ALL)
        || !world.facts.any(
            (key, fact) -> {
              Path path = pool.byId(key);
              return path.kind == Kind.ALL && fact == Fact.FALSE && isEachSure(world, path);
            });
  }

  private boolean isEachSure(World world, Path conjunction) {
    for (Path part : conjunction.args) {
      if (narrowed(world, part, When.FALSE) != null) {
        return false;
      }
    }
    return true;
  }

  private World narrowed(World world, Path value, When outcome) {
    if (value == null) {
      return world;
    }
    // Parts of a test are looked at as they are named: a local knows more than where it was read
    // from, and what they came to be equal to is not so on other paths.
    Path path = value.kind == Kind.EQUAL || value.kind == Kind.ALL ? value : subject(world, value);
    switch (path.kind) {
      case CONST:
        return constant(world, path.key, outcome);
      case NULL:
        return outcome == When.NON_NULL ? null : world;
      case THIS, LAMBDA, CLASS:
        return outcome == When.NULL ? null : world;
      case EQUAL:
        return comparison(world, path, outcome);
      case ALL:
        return outcome == When.TRUE ? all(world, path) : record(world, path, outcome);
      case INSTANCE_OF:
        World next = record(world, path, outcome);
        return next == null || outcome != When.TRUE
            ? next
            : narrowed(
                next, value.kind == Kind.INSTANCE_OF ? value.base : path.base, When.NON_NULL);
      case CALL:
        return numbers.allows(world, path, outcome) ? record(world, path, outcome) : null;
      default:
        return outcome == When.NULL && isSurelyThere(world, value)
            ? null
            : record(world, path, outcome);
    }
  }

  /**
   * What a fact about the value is kept under: its canonical path, but a local copy keeps what is
   * known of it, even if the place that it was read from changes.
   */
  private Path subject(World world, Path value) {
    if (isMadeOfValues(value)) {
      List<Path> args = new ArrayList<>(value.args.size());
      for (Path arg : value.args) {
        args.add(subject(world, arg));
      }
      Path base = value.base == null ? null : subject(world, value.base);
      return pool.rebuild(value, base, List.copyOf(args));
    }
    Path path = identity.canonical(world, value);
    return value.kind == Kind.VALUE && path.kind != Kind.CONST && path.kind != Kind.NULL
        ? value
        : path;
  }

  /** Whether it follows from its operands alone: an operation or a test. */
  private static boolean isMadeOfValues(Path value) {
    return switch (value.kind) {
      case EQUAL, INSTANCE_OF -> true;
      case CALL -> value.key instanceof String;
      default -> false;
    };
  }

  private World all(World world, Path conjunction) {
    World result = record(world, conjunction, When.TRUE);
    for (Path part : conjunction.args) {
      result = result == null ? null : narrowed(result, part, When.TRUE);
    }
    return result;
  }

  /** Whether it is a lock that the thread has. */
  private boolean isHeld(World world, Path object) {
    return object.isDefinite() && world.holds.has(identity.lock(world, object, null).path().id);
  }

  /**
   * Whether it is never null, is a lock that the thread has, or a lock that is reached through it
   * was taken.
   */
  private boolean isSurelyThere(World world, Path value) {
    Path object = identity.canonical(world, value);
    return neverNull.test(object) || isHeld(world, object) || hasLockTaken(world, object);
  }

  /** Whether the object is a lock, or leads to one, that is held: then there is an object. */
  boolean hasHeldLock(World world, Path object) {
    return isHeld(world, object) || hasLock(world, object, hold -> true);
  }

  /** The same for one that was taken here: what the caller holds may be of no object, for null. */
  private boolean hasLockTaken(World world, Path object) {
    return hasLock(world, object, hold -> !hold.entry());
  }

  private boolean hasLock(World world, Path object, Predicate<Hold> which) {
    return world.holds.any((id, hold) -> which.test(hold) && leadsOn(object, pool.byId(id)));
  }

  private static boolean leadsOn(Path object, Path lock) {
    for (Path at = lock.base; at != null; at = at.base) {
      if (at == object) {
        return true;
      }
    }
    return false;
  }

  private static World constant(World world, Object value, When outcome) {
    boolean possible =
        switch (outcome) {
          case TRUE -> !Boolean.FALSE.equals(value);
          case FALSE -> !Boolean.TRUE.equals(value);
          case ZERO -> !(value instanceof Number number) || number.doubleValue() == 0;
          case NON_ZERO -> !(value instanceof Number number) || number.doubleValue() != 0;
          case NULL -> false;
          case NON_NULL -> true;
        };
    return possible ? world : null;
  }

  private World comparison(World world, Path path, When outcome) {
    if (outcome != When.TRUE && outcome != When.FALSE) {
      return world;
    }
    boolean equal = outcome == When.TRUE;
    Path left = path.base;
    Path right = path.args.get(0);
    Path leftNow = identity.canonical(world, left);
    Path rightNow = identity.canonical(world, right);
    if (rightNow.kind == Kind.NULL) {
      askedForNull.add(subject(world, left));
      return narrowed(world, left, equal ? When.NULL : When.NON_NULL);
    }
    if (leftNow.kind == Kind.NULL) {
      askedForNull.add(subject(world, right));
      return narrowed(world, right, equal ? When.NULL : When.NON_NULL);
    }
    if (rightNow.kind == Kind.CONST) {
      return withConstant(world, path, left, rightNow.key, equal);
    }
    if (left.type != null
        && left.type.getKind().isPrimitive()
        && left.type.getKind() != TypeKind.BOOLEAN) {
      Path comparison = subject(world, path);
      return numbers.allows(world, comparison, outcome) ? record(world, comparison, outcome) : null;
    }
    if (leftNow == rightNow && leftNow.isDefinite()) {
      return equal ? world : null;
    }
    if (Identity.isEnumConstant(leftNow) && Identity.isEnumConstant(rightNow)) {
      return equal ? null : world;
    }
    if (equal && areHeldApart(world, leftNow, rightNow)) {
      return null;
    }
    World recorded = record(world, subject(world, path), outcome);
    if (recorded == null
        || !equal && (isNoneOf(recorded, left, rightNow) || isNoneOf(recorded, right, leftNow))) {
      return null;
    }
    return equal ? identity.unite(recorded, leftNow, rightNow) : recorded;
  }

  /**
   * Whether the value is known to be none of an enum's constants, of which one is given. A value
   * that the code never asks for null is taken to be one of them.
   */
  private boolean isNoneOf(World world, Path value, Path constant) {
    if (!Identity.isEnumConstant(constant)) {
      return false;
    }
    Path known = subject(world, value);
    if (askedForNull.contains(known) && !Boolean.FALSE.equals(isNull(world, value))) {
      return false;
    }
    for (Element each : ((Element) constant.key).getEnclosingElement().getEnclosedElements()) {
      if (each.getKind() == ElementKind.ENUM_CONSTANT
          && world.facts.get(pool.equal(known, pool.field(null, (VariableElement) each)).id)
              != Fact.FALSE) {
        return false;
      }
    }
    return true;
  }

  /**
   * Two locks that were taken one by one are taken to be two, and so are what they are locks of.
   */
  private boolean areHeldApart(World world, Path left, Path right) {
    return isHeld(world, left)
            && isHeld(world, right)
            && identity.lock(world, left, null).path() != identity.lock(world, right, null).path()
        || world.holds.any((id, hold) -> !hold.entry() && isTakenOf(world, id, left, right));
  }

  /** Whether a lock that is found through one object was taken, and the same of another one too. */
  private boolean isTakenOf(World world, int lock, Path object, Path another) {
    Path one = pool.byId(lock);
    if (!leadsOn(object, one)) {
      return false;
    }
    Path other = identity.lock(world, pool.replace(one, object, another), null).path();
    Hold hold = other == one ? null : world.holds.get(other.id);
    return hold != null && !hold.entry();
  }

  private World withConstant(World world, Path path, Path left, Object constant, boolean equal) {
    if (left.kind == Kind.CONST) {
      return same(left.key, constant) == equal ? world : null;
    }
    if (constant instanceof Boolean bool) {
      return narrowed(world, left, bool == equal ? When.TRUE : When.FALSE);
    }
    When outcome = equal ? When.TRUE : When.FALSE;
    Path comparison = subject(world, path);
    if (!numbers.allows(world, comparison, outcome)
        || equal && isAnotherConstant(world, comparison)) {
      return null;
    }
    if (constant instanceof Number number && number.doubleValue() == 0) {
      return narrowed(world, left, equal ? When.ZERO : When.NON_ZERO);
    }
    return record(world, comparison, outcome);
  }

  /** Whether what is compared with a constant is known to equal another one. */
  private boolean isAnotherConstant(World world, Path comparison) {
    return world.facts.any(
        (key, fact) -> {
          Path known = pool.byId(key);
          return fact == Fact.TRUE
              && known.kind == Kind.EQUAL
              && known.base == comparison.base
              && known.args.get(0).kind == Kind.CONST
              && !same(known.args.get(0).key, comparison.args.get(0).key);
        });
  }

  private static boolean same(Object a, Object b) {
    return a instanceof Number x && b instanceof Number y
        ? x.doubleValue() == y.doubleValue()
        : Objects.equals(a, b);
  }

  private World record(World world, Path path, When outcome) {
    if (unstable.test(world, path) && outcome != When.NON_NULL) {
      return world;
    }
    Fact known = world.facts.get(path.id);
    Fact wanted = Fact.valueOf(outcome.name());
    if (known == wanted
        || known == Fact.POSITIVE && wanted == Fact.NON_ZERO
        || known == Fact.FAILED && wanted == Fact.NULL) {
      return world;
    }
    if (known == Fact.valueOf(outcome.opposite().name())
        || known == Fact.POSITIVE && wanted == Fact.ZERO
        || known == Fact.FAILED && wanted == Fact.NON_NULL) {
      return null;
    }
    World result = world.copy();
    result.facts = world.facts.put(path.id, wanted);
    return result;
  }

  /** What is known of a value's being null: TRUE if it is, FALSE if it is not, null if unknown. */
  Boolean isNull(World world, Path value) {
    if (value == null) {
      return null;
    }
    Path path = identity.canonical(world, value);
    if (path.kind == Kind.NULL) {
      return true;
    }
    if (path.kind == Kind.THIS
        || path.kind == Kind.LAMBDA
        || path.kind == Kind.CLASS
        || path.kind == Kind.CONST
        || neverNull.test(path)) {
      return false;
    }
    Fact fact = fact(world, value, path);
    return fact == Fact.NULL || fact == Fact.FAILED
        ? Boolean.TRUE
        : fact == Fact.NON_NULL ? Boolean.FALSE : null;
  }

  private static Fact fact(World world, Path value, Path path) {
    Fact own = value.kind == Kind.VALUE ? world.facts.get(value.id) : null;
    return own != null ? own : world.facts.get(path.id);
  }

  /** The world in which going through the value fails; null where that cannot be. */
  World failing(World world, Path value) {
    World result = value == null ? world : assume(world, value, When.NULL);
    if (result == null || result == world) {
      return result;
    }
    World next = result.copy();
    next.facts = result.facts.put(subject(world, value).id, Fact.FAILED);
    return next;
  }

  /** Whether going through the value has failed: then it fails again. */
  boolean hasFailed(World world, Path value) {
    return value != null && fact(world, value, identity.canonical(world, value)) == Fact.FAILED;
  }

  /** Whether the path surely has that outcome. */
  boolean isSure(World world, Path value, When outcome) {
    return assume(world, value, outcome.opposite()) == null;
  }
}
