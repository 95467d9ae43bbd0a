package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/**
 * The declared order of locks, per instance: what comes before what follows from
 * {@code @AcquiredBefore}, {@code @AcquiredAfter}, {@code after} and {@code within}, transitively.
 */
final class LockOrder {
  /** Declarations that lead from instance to instance are followed to so many locks. */
  private static final int MOST_LOCKS = 64;

  private final Contracts contracts;
  private final Identity identity;
  private final PathPool pool;

  LockOrder(Contracts contracts, Identity identity, PathPool pool) {
    this.contracts = contracts;
    this.identity = identity;
    this.pool = pool;
  }

  /** The locks held in the world, in any mode, that the order puts behind {@code lock}. */
  List<Path> heldThatComeLater(World world, Path lock) {
    List<Path> held = new ArrayList<>();
    world.holds.forEach((id, hold) -> held.add(pool.byId(id)));
    Set<Path> nodes = new LinkedHashSet<>(held);
    nodes.add(lock);
    return held.stream().filter(each -> each != lock && reaches(world, lock, each, nodes)).toList();
  }

  /** Whether a chain of declarations leads from {@code first} to {@code second}. */
  private boolean reaches(World world, Path first, Path second, Set<Path> nodes) {
    Set<Path> known = new LinkedHashSet<>(nodes);
    for (int round = 0; round < 6; round++) {
      Set<Path> more = new LinkedHashSet<>(known);
      for (Path each : known) {
        more.addAll(neighbours(world, each, true));
        more.addAll(neighbours(world, each, false));
        more.addAll(beside(world, each));
      }
      if (more.size() == known.size() || more.size() > MOST_LOCKS) {
        break;
      }
      known = more;
    }
    Set<Path> seen = new LinkedHashSet<>();
    Deque<Path> queue = new ArrayDeque<>(List.of(first));
    while (!queue.isEmpty() && seen.size() < MOST_LOCKS) {
      Path at = queue.remove();
      if (at == second) {
        return true;
      }
      if (seen.add(at)) {
        queue.addAll(neighbours(world, at, false));
        for (Path other : known) {
          if (neighbours(world, other, true).contains(at)) {
            queue.add(other);
          }
        }
      }
    }
    return false;
  }

  /** The locks of the same instance, or type, that declare a place in the order themselves. */
  private List<Path> beside(World world, Path lock) {
    Path at = lock.kind == Path.Kind.MONITOR ? lock.base : lock;
    List<Path> result = new ArrayList<>();
    if (at.kind == Path.Kind.FIELD) {
      for (LockRef each : contracts.ordered(Env.enclosingType((VariableElement) at.key))) {
        add(world, result, each, at.base);
      }
    }
    return result;
  }

  /** The locks declared directly before or behind one. */
  private List<Path> neighbours(World world, Path lock, boolean before) {
    Path at = lock.kind == Path.Kind.MONITOR ? lock.base : lock;
    List<LockRef> refs;
    Path base;
    List<Path> result = new ArrayList<>();
    if (at.kind == Path.Kind.FIELD) {
      refs = contracts.order((VariableElement) at.key, before);
      base = at.base;
    } else if (at.kind == Path.Kind.LOCK) {
      LockDefinition definition = (LockDefinition) at.key;
      refs = contracts.order(definition, before);
      base = at.base;
      if (before) {
        for (LockRef outer : definition.within()) {
          add(world, result, outer, base);
        }
      }
    } else {
      return result;
    }
    for (LockRef ref : refs) {
      add(world, result, ref, base);
    }
    return result;
  }

  private void add(World world, List<Path> result, LockRef ref, Path base) {
    Path bound = identity.bind(ref, base, List.of(), null);
    if (bound != null) {
      result.add(identity.lock(world, bound, null).path());
    }
  }
}
