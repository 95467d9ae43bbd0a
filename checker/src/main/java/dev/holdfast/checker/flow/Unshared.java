package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * Knows the objects that nobody else can reach yet, and what they refer to: whoever gets at one of
 * them gets at all that it leads to. A joined value is perhaps one of several objects; it is one of
 * nobody else's as long as all of them are.
 */
final class Unshared {
  /** The step from an object to where a joined value, which perhaps is that object, carries it. */
  static final String PERHAPS = "perhaps";

  /** What an object carries that may refer to more than is known. */
  static final String MORE = "more";

  private final Env env;
  private final Contracts contracts;
  private final PathPool pool;
  private final Identity identity;
  private final Elements elements;
  private final Containers containers;
  private final Consumer<Path> published;

  /** {@code published} is told of each value that others may reach from then on. */
  Unshared(Checks body, Consumer<Path> published) {
    this.env = body.env;
    this.contracts = body.contracts;
    this.pool = body.pool;
    this.identity = body.identity;
    this.elements = body.locks.elements;
    this.containers = body.containers;
    this.published = published;
  }

  /** The world after a value was published, with everything it refers to. */
  World escaped(World world, Path value) {
    return value == null
        ? world
        : world.fresh.isEmpty() && world.carried.isEmpty() && !Escapes.isCallback(value)
            ? elements.perhapsFilled(world, identity.canonical(world, value))
            : escaped(world, List.of(value));
  }

  /**
   * The world after all of these were published, with everything that they refer to; null is none.
   */
  World escaped(World world, Collection<Path> values) {
    World next = world;
    List<Path> alternatives = new ArrayList<>();
    Deque<Path> left = new ArrayDeque<>(values == null ? List.of() : values);
    Set<Path> seen = new HashSet<>();
    while (!left.isEmpty()) {
      Path value = left.remove();
      Path path = identity.canonical(next, isAlternative(value) ? value.base : value);
      if (seen.add(path)) {
        published.accept(path);
        left.addAll(next.carried.has(path.id) ? next.carried.get(path.id) : List.of());
        left.addAll(isUnknownPart(next, path) ? parts(next, path) : List.of());
        next = escapedItself(next, path);
        if (pool.hasGhost(path, PERHAPS)) {
          alternatives.add(pool.ghost(path, PERHAPS));
        }
      }
    }
    return alternatives.isEmpty() ? next : withoutJoined(next, alternatives);
  }

  /** The world in which values that may be one of those are no longer new. */
  private static World withoutJoined(World world, List<Path> alternatives) {
    World next = world.copy();
    world.carried.forEach(
        (id, each) -> {
          if (next.fresh.has(id) && !Collections.disjoint(each, alternatives)) {
            next.fresh = next.fresh.remove(id);
          }
        });
    return next;
  }

  /** Whether it was read from an object of which any content, by its type, may be it. */
  private static boolean isUnknownPart(World world, Path value) {
    return isPart(value) && value.base != null && !world.fresh.has(value.id);
  }

  private World escapedItself(World world, Path path) {
    World filled = elements.perhapsFilled(world, path);
    if (!world.fresh.has(path.id) && !world.carried.has(path.id)) {
      return filled;
    }
    World next = filled.copy();
    next.fresh = world.fresh.remove(path.id);
    next.carried = world.carried.remove(path.id);
    return next;
  }

  /** The world in which an object that nobody else can reach refers to another one. */
  World carriedBy(World world, Path holder, Path value) {
    if (value == null) {
      return world;
    }
    Path object = identity.canonical(world, value);
    World next = elements.perhapsFilled(world, object).copy();
    Deque<Path> holders = new ArrayDeque<>(List.of(holder));
    Set<Path> seen = new HashSet<>();
    while (!holders.isEmpty()) {
      Path each = holders.remove();
      if (seen.add(each)) {
        if (!world.follows(each)) {
          return escaped(opened(next, each), value);
        }
        next.carry(each, value);
        holders.addAll(perhaps(world, each));
      }
    }
    return next;
  }

  /** The objects of which a joined value perhaps is one. */
  static List<Path> perhaps(World world, Path value) {
    List<Path> carried = world.carried.get(value.id);
    return carried == null
        ? List.of()
        : carried.stream().filter(Unshared::isAlternative).map(each -> each.base).toList();
  }

  static boolean isAlternative(Path carried) {
    return carried.kind == Kind.GHOST && carried.key == PERHAPS;
  }

  /** What an object, or one that it perhaps is, refers to. */
  static Set<Path> contents(World world, Path holder) {
    Set<Path> result = new LinkedHashSet<>();
    Set<Path> seen = new LinkedHashSet<>();
    addContents(world, holder, result, seen);
    return result;
  }

  private static void addContents(World world, Path holder, Set<Path> to, Set<Path> seen) {
    List<Path> carried = world.carried.get(holder.id);
    for (Path each : carried == null || !seen.add(holder) ? List.<Path>of() : carried) {
      if (isAlternative(each)) {
        addContents(world, each.base, to, seen);
      } else {
        to.add(each);
      }
    }
  }

  /** The objects, which nobody else can reach, that a value may be. */
  List<Path> possible(World world, Path value) {
    return world.fresh.has(value.id) ? List.of(value) : others(world, value);
  }

  private List<Path> others(World world, Path value) {
    return isUnknownPart(world, value) ? parts(world, value) : perhaps(world, value);
  }

  /** All objects but itself that a value may be. */
  Set<Path> alternatives(World world, Path value) {
    if (world.carried.isEmpty() || !isPart(value) && !world.carried.has(value.id)) {
      return Set.of();
    }
    Set<Path> all = new LinkedHashSet<>();
    Deque<Path> left = new ArrayDeque<>(List.of(value));
    while (!left.isEmpty()) {
      others(world, left.remove()).stream().filter(all::add).forEach(left::add);
    }
    all.remove(value);
    return all;
  }

  static boolean isPart(Path value) {
    return value.kind == Kind.FIELD || value.kind == Kind.INDEX;
  }

  /** What an object refers to that one of its fields or elements, by its type, may have. */
  List<Path> parts(World world, Path part) {
    Set<Path> held = new LinkedHashSet<>(contents(world, part.base));
    if (isPart(part.base) && part.base.base != null) {
      parts(world, part.base).forEach(each -> held.addAll(contents(world, each)));
    }
    boolean isMadeForIt = part.kind == Kind.FIELD && !mayKeepAnother(world, part);
    List<Path> result = new ArrayList<>();
    for (Path each : held) {
      if (each.type != null
          && !(isMadeForIt && each.kind == Kind.FIELD)
          && part.type != null
          && env.types.isSubtype(env.types.erasure(each.type), env.types.erasure(part.type))) {
        result.add(each);
      }
    }
    return result;
  }

  /** The object that nobody else can reach and that alone leads to this one; null if none does. */
  Path ownerOf(World world, Path object) {
    return ownerOf(world, object, null);
  }

  /** The same where it does not matter what else the field may have that is given as well. */
  Path ownerOf(World world, Path object, Path ownField) {
    for (Path part = object; part != null; part = part.base) {
      if (world.fresh.has(part.id)) {
        return part;
      }
      if (part.kind == Kind.INDEX && mayHoldOthers(world, part.base)
          || part.kind == Kind.FIELD && part != ownField && mayKeepAnother(world, part)) {
        return null;
      }
    }
    return null;
  }

  /** Whether the field may have an object that was not created for it. */
  private boolean mayKeepAnother(World world, Path field) {
    return contracts.mayKeepAnother((VariableElement) field.key) || hasMore(world, field.base);
  }

  /** Whether a container that nobody else can reach may have elements that others can. */
  private boolean mayHoldOthers(World world, Path container) {
    return world.fresh.has(container.id) && !hasNewOnly(world, container);
  }

  /** Whether all that a container has is new: an array, or one that keeps what it is given. */
  boolean hasNewOnly(World world, Path container) {
    if (!isArray(container) && containers.own(world, container) == null) {
      return false;
    }
    List<Path> stored = world.carried.get(container.id);
    return stored == null
        || stored.stream().allMatch(each -> isAlternative(each) || world.fresh.has(each.id));
  }

  static boolean isArray(Path object) {
    return object.type != null && object.type.getKind() == TypeKind.ARRAY;
  }

  /** The world in which a value is perhaps any of those that a container has. */
  World perhapsOneOf(World world, Path holder, Path value) {
    World next = world.copy();
    for (Path each : contents(world, holder)) {
      next.carry(value, pool.ghost(each, PERHAPS));
    }
    if (world.fresh.has(holder.id) && hasNewOnly(world, holder) && !isArray(value)) {
      next.fresh = next.fresh.put(value.id, value);
    }
    return next;
  }

  /** The world in which others may have what an object has, and may have put more into it. */
  World lent(World world, Path object) {
    return opened(escaped(world, contents(world, object)), object);
  }

  /** The world in which an object has just been made. */
  static World withNew(World world, Path object) {
    World next = world.copy();
    next.fresh = world.fresh.put(object.id, object);
    next.carried = world.carried.remove(object.id);
    return next;
  }

  /** Whether an object may refer to more than is known. */
  boolean hasMore(World world, Path object) {
    List<Path> carried = object == null ? null : world.carried.get(object.id);
    return carried != null && carried.contains(pool.constant(MORE));
  }

  /** The world in which an object may refer to more than is known. */
  World opened(World world, Path object) {
    World next = world.copy();
    if (object.kind == Kind.FIELD) {
      // What is known of its owner goes on to tell whether it is anybody else's.
      next.fresh = world.fresh.remove(object.id);
      return next;
    }
    next.carry(object, pool.constant(MORE));
    return next;
  }
}
