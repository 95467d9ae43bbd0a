package dev.holdfast.checker.flow;

import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.flow.Identity.Lock;
import dev.holdfast.checker.flow.World.Ended;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import javax.lang.model.element.TypeElement;

/**
 * What is held in a world. Knows derived locks, hierarchies ({@code within}), states, and locks
 * that are held as those of every element.
 */
class HeldLocks {
  /** Declarations that lead from instance to instance, as to a parent, are followed this far. */
  private static final int DEEPEST = 8;

  final Env env;
  final Contracts contracts;
  final PathPool pool;
  final Identity identity;
  final Elements elements;

  HeldLocks(Env env, Contracts contracts, PathPool pool, Identity identity, Elements elements) {
    this.env = env;
    this.contracts = contracts;
    this.pool = pool;
    this.identity = identity;
    this.elements = elements;
  }

  /** How the lock is held, by itself and with that of every element; null if it is not. */
  Hold hold(World world, Path lock) {
    Hold own = world.holds.get(lock.id);
    Hold every = elements.holdOfEvery(world, lock);
    return own == null ? every : every == null ? own : own.and(every);
  }

  /**
   * The name under which the lock is held; the lock itself, if it is not held. The same call on the
   * same object counts as giving the same lock again. That is for what fails at run time where it
   * does not: there it is unlikely to be wrong.
   */
  Path heldName(World world, Path lock) {
    Path at = identity.lock(world, lock, null).path();
    if (hold(world, at) != null || ending(world, at) != null) {
      return lock;
    }
    Path byCalls = identity.byCalls(world, at);
    return world.holds.fold(
        lock,
        (found, id, hold) -> {
          Path held = pool.byId(id);
          return held.isDefinite() && identity.byCalls(world, held) == byCalls ? held : found;
        });
  }

  /** How the lock's hold ended, by itself or with that of every element; null if unknown. */
  Ended ending(World world, Path lock) {
    Ended own = world.ended.get(lock.id);
    return own != null ? own : elements.endOfEvery(world, lock);
  }

  /** Whether the lock is surely held in that mode, directly or because another hold implies it. */
  boolean isHeld(World world, Path lock, Mode mode) {
    Lock at = identity.lock(world, lock, mode);
    Mode needed =
        at.mode() == null
            ? mode
            : at.mode() == Mode.WRITE ? Mode.WRITE : mode == null ? Mode.READ : at.mode();
    return holds(world, at.path(), needed, 0);
  }

  private boolean holds(World world, Path lock, Mode mode, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    Hold hold = world.holds.get(lock.id);
    if (hold != null && lock.isDefinite() && hold.satisfies(mode)) {
      return true;
    }
    Hold every = elements.holdOfEvery(world, lock);
    if (every != null && every.satisfies(mode)) {
      return true;
    }
    if (lock.kind == Kind.LOCK) {
      LockDefinition definition = (LockDefinition) lock.key;
      if (definition.state) {
        return isKnown(world, lock, definition, depth);
      }
      if (definition.isDerived()) {
        return mode != Mode.WRITE && isImplied(world, lock, definition, depth);
      }
    }
    return isOuterOfHeld(world, lock);
  }

  /**
   * A derived lock is held while any of those that imply it is; a stale reference has only its own
   * left.
   */
  private boolean isImplied(World world, Path lock, LockDefinition definition, int depth) {
    boolean stale = world.stale.has(lock.base.id);
    for (LockRef by : definition.impliedBy()) {
      if (stale && !isOwn(by)) {
        continue;
      }
      Path other = identity.bind(by, lock.base, List.of(), null);
      Lock at = identity.lock(world, other, by.mode());
      if (holds(world, at.path(), at.mode() == null ? Mode.READ : at.mode(), depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOwn(LockRef ref) {
    return ref.lock().base != null && ref.lock().base.kind == Kind.PARAM;
  }

  private boolean isKnown(World world, Path state, LockDefinition definition, int depth) {
    Boolean established = world.states.get(state.id);
    if (established != null) {
      return established;
    }
    for (LockRef by : definition.impliedBy()) {
      Path other = identity.bind(by, state.base, List.of(), null);
      Lock at = identity.lock(world, other, by.mode());
      Hold hold = world.holds.get(at.path().id);
      if (hold != null && (at.mode() == null || at.mode() == hold.mode())) {
        return true;
      }
      if (hold == null
          && at.path().kind == Kind.LOCK
          && holds(world, at.path(), at.mode() == null ? Mode.READ : at.mode(), depth + 1)
          && ((LockDefinition) at.path().key).isDerived()) {
        return true;
      }
    }
    return false;
  }

  /** An exclusive inner hold implies the exclusive outer one. */
  private boolean isOuterOfHeld(World world, Path lock) {
    return world.holds.any(
        (id, hold) -> {
          Path inner = pool.byId(id);
          return hold.write() > 0 && inner.isDefinite() && outer(world, inner).contains(lock);
        });
  }

  /** Whether the lock may be held in some mode, or exclusively. */
  boolean mayBeHeld(World world, Path lock, Mode mode) {
    Lock at = identity.lock(world, lock, mode);
    Hold hold = hold(world, at.path());
    if (hold != null) {
      return at.mode() == null
          || (at.mode() == Mode.WRITE ? hold.write() > 0 : hold.read() > 0 || hold.write() > 0);
    }
    if (at.path().kind == Kind.LOCK && ((LockDefinition) at.path().key).state) {
      return isKnown(world, at.path(), (LockDefinition) at.path().key, 0);
    }
    if (at.path().kind == Kind.LOCK && ((LockDefinition) at.path().key).isDerived()) {
      return isImplied(world, at.path(), (LockDefinition) at.path().key, 0);
    }
    return isOuterOfHeld(world, at.path());
  }

  /** The canonical locks inside whose exclusive hold an exclusive hold of this lock exists. */
  List<Path> outer(World world, Path lock) {
    if (lock.kind != Kind.LOCK || ((LockDefinition) lock.key).within().isEmpty()) {
      return List.of();
    }
    Set<Path> result = new LinkedHashSet<>();
    outer(world, lock, result, DEEPEST);
    return List.copyOf(result);
  }

  private void outer(World world, Path lock, Set<Path> result, int levels) {
    if (lock.kind != Kind.LOCK || levels == 0) {
      return;
    }
    for (LockRef ref : ((LockDefinition) lock.key).within()) {
      Path bound = identity.bind(ref, lock.base, List.of(), null);
      Path at = identity.lock(world, bound, null).path();
      if (result.add(at)) {
        outer(world, at, result, levels - 1);
      }
    }
  }

  /** Whether a thread that holds the lock may take it again. */
  boolean isReentrant(Path lock) {
    if (lock.kind == Kind.LOCK) {
      return ((LockDefinition) lock.key).reentrant;
    }
    if (lock.kind == Kind.MONITOR) {
      return true;
    }
    LockDefinition definition = contracts.lockTypeOf(env.typeElement(lock));
    return definition == null || definition.reentrant;
  }

  /** Whether the lock has a read mode of its own. */
  boolean isShared(Path lock) {
    if (lock.kind == Kind.LOCK) {
      return ((LockDefinition) lock.key).shared;
    }
    LockDefinition definition =
        lock.kind == Kind.MONITOR ? null : contracts.lockTypeOf(env.typeElement(lock));
    return definition != null && definition.shared;
  }

  /** Whether some derived lock of the value is held. */
  boolean isAnyDerivedHeld(World world, Path value) {
    TypeElement type = env.typeElement(value.type);
    if (type == null) {
      return false;
    }
    for (LockDefinition definition : contracts.definitions(type).values()) {
      if (definition.isDerived() && isHeld(world, pool.lock(value, definition), Mode.READ)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the value's type has a derived lock, so that a reference to it can go stale. */
  boolean canGoStale(Path value) {
    TypeElement type = value.type == null ? null : env.typeElement(value.type);
    if (type == null) {
      return false;
    }
    for (LockDefinition definition : contracts.definitions(type).values()) {
      if (definition.isDerived()) {
        return true;
      }
    }
    return false;
  }

  /** The locks that are surely held in all these worlds, by view where not exclusively. */
  Set<Path> inAll(List<World> worlds) {
    return inAll(worlds, (lock, at) -> lock);
  }

  /**
   * The locks that are held in the first world, and by the name that is given for each world in
   * that one; null is none.
   */
  Set<Path> inAll(List<World> worlds, BiFunction<Path, Integer, Path> names) {
    Set<Path> result = new LinkedHashSet<>();
    if (worlds.isEmpty()) {
      return result;
    }
    worlds
        .get(0)
        .holds
        .forEach(
            (id, hold) -> {
              Path lock = pool.byId(id);
              for (int i = 0; i < worlds.size(); i++) {
                Path name = names.apply(lock, i);
                if (name == null || !isHeld(worlds.get(i), name, hold.mode())) {
                  return;
                }
              }
              result.add(hold.mode() == Mode.WRITE ? lock : pool.readView(lock, null));
            });
    return result;
  }
}
