package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Guard;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.flow.Identity.Lock;
import dev.holdfast.checker.flow.World.Ended;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Lock and state facts of one world: what is held, and what taking, releasing and downgrading does
 * to it. Knows derived locks, hierarchies ({@code within}), states, and references that go stale.
 */
final class Locks {
  /** Declarations that lead from instance to instance, as to a parent, are followed this far. */
  private static final int DEEPEST = 8;

  private final Env env;
  private final Contracts contracts;
  private final PathPool pool;
  private final Identity identity;

  private final Renaming renaming;
  final Elements elements;
  private final Set<Path> guardedReads = new LinkedHashSet<>();

  Locks(Env env, Contracts contracts, PathPool pool, Identity identity, Renaming renaming) {
    this.renaming = renaming;
    this.env = env;
    this.contracts = contracts;
    this.pool = pool;
    this.identity = identity;
    this.elements = new Elements(pool, renaming);
  }

  // ---- questions

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
    Path byCalls = identity.byCalls(at);
    Path[] found = {lock};
    world.holds.forEach(
        (id, hold) -> {
          Path held = pool.byId(id);
          if (held.isDefinite() && identity.byCalls(held) == byCalls) {
            found[0] = held;
          }
        });
    return found[0];
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
    LockDefinition definition = contracts.lockTypeOf(env.typeElement(lock.type));
    return definition == null || definition.reentrant;
  }

  /** Whether the lock has a read mode of its own. */
  boolean isShared(Path lock) {
    if (lock.kind == Kind.LOCK) {
      return ((LockDefinition) lock.key).shared;
    }
    LockDefinition definition =
        lock.kind == Kind.MONITOR ? null : contracts.lockTypeOf(env.typeElement(lock.type));
    return definition != null && definition.shared;
  }

  // ---- changes

  /** The world after the lock was taken once more. */
  World acquire(World world, Path lock, Mode mode, Path stamp, Tree site) {
    World result = world.copy();
    Hold hold = world.holds.get(lock.id);
    Hold next = hold == null ? Hold.of(mode, stamp, site) : hold.again(mode, site);
    result.holds = world.holds.put(lock.id, next);
    result.ended = world.ended.remove(lock.id);
    return result;
  }

  /** The world after a lock that was given up without being held here was taken back. */
  World takeBack(World world, Path lock, Mode mode, Path stamp, Tree site) {
    World result = acquire(world, lock, mode, stamp, site);
    result.holds = result.holds.put(lock.id, result.holds.get(lock.id).asOnEntry());
    return result;
  }

  /** The world in which the lock is held by contract on entry. */
  World holdOnEntry(World world, Path lock, Mode mode) {
    World result = world.copy();
    Hold hold = world.holds.get(lock.id);
    if (hold == null || hold.write() == 0 && mode == Mode.WRITE) {
      result.holds = world.holds.put(lock.id, Hold.onEntry(mode));
    }
    return result;
  }

  /** The world after one hold in that mode was given up. */
  World release(World world, Path lock, Mode mode, Tree site) {
    Hold own = world.holds.get(lock.id);
    boolean inMode = own != null && (mode == Mode.WRITE ? own.write() : own.read()) > 0;
    if (!inMode && elements.holdOfEvery(world, lock) != null) {
      return elements.releaseOne(world, lock, hold(world, lock).less(mode), site);
    }
    return own == null ? world : change(world, lock, own, own.less(mode), site);
  }

  /** The world after a release that should have been of this lock was reported. */
  World excuse(World world, Path lock) {
    Path held = world.holds.has(lock.id) ? lock : elements.ofEvery(world, lock);
    Hold hold = held == null ? null : world.holds.get(held.id);
    if (hold == null || hold.excused()) {
      return world;
    }
    World result = world.copy();
    result.holds = world.holds.put(held.id, hold.excuse());
    return result;
  }

  /** The world after every hold of the lock was given up. */
  World releaseAll(World world, Path lock, Tree site) {
    Hold hold = world.holds.get(lock.id);
    return hold == null ? world : change(world, lock, hold, null, site);
  }

  /** The world after the exclusive hold became a shared one. */
  World downgrade(World world, Path lock, Tree site) {
    Hold hold = world.holds.get(lock.id);
    return hold == null ? world : change(world, lock, hold, hold.downgraded(), site);
  }

  /**
   * The world after the lock was perhaps dropped and retaken: what depended on the hold is lost.
   */
  World interrupt(World world, Path lock, Mode mode, Tree site) {
    Hold hold = world.holds.get(lock.id);
    if (hold == null) {
      return world;
    }
    Hold without = mode == Mode.WRITE && hold.read() > 0 ? hold.less(Mode.WRITE) : null;
    World dropped = change(world, lock, hold, without, site);
    World result = dropped.copy();
    result.holds = dropped.holds.put(lock.id, hold);
    result.ended = dropped.ended.remove(lock.id);
    return result;
  }

  /** The world with a lock's hold in another mode, under another stamp, or without it. */
  World convert(World world, Path lock, Mode mode, Path stamp, Tree site) {
    Hold hold = world.holds.get(lock.id);
    return change(world, lock, hold, mode == null ? null : hold.inMode(mode, stamp, site), site);
  }

  private World change(World world, Path lock, Hold before, Hold after, Tree site) {
    List<Path> alive = derivedAlive(world);
    World result = world.copy();
    if (after == null) {
      result.holds = world.holds.remove(lock.id);
      result.ended = world.ended.put(lock.id, new Ended(site, lock, before.since()));
    } else {
      result.holds = world.holds.put(lock.id, after);
    }
    if (before.write() > 0 && (after == null || after.write() == 0)) {
      endInner(world, result, lock, site);
    }
    forgetStates(result);
    for (Path value : alive) {
      if (!isAnyDerivedHeld(result, value)) {
        result.stale = result.stale.put(value.id, true);
      }
    }
    return after == null || before.write() > 0 && after.write() == 0
        ? forgetGuarded(result, lock)
        : result;
  }

  /** Takes note of a field that may change and whose guard decides for how long it does not. */
  void noteGuarded(Path field) {
    guardedReads.add(field);
  }

  /**
   * Without its guard a field may hold another object; what it named so far goes by an older name.
   */
  private World forgetGuarded(World world, Path lock) {
    World result = world;
    for (Path field : guardedReads) {
      Guard guard = contracts.guard((VariableElement) field.key);
      for (LockRef ref : guard.write()) {
        Path bound = identity.bind(ref, field.base, List.of(), null);
        if (bound != null && identity.lock(result, bound, null).path() == lock) {
          result = renaming.age(result, field);
          break;
        }
      }
    }
    return result;
  }

  private void endInner(World before, World result, Path outer, Tree site) {
    before.holds.forEach(
        (id, hold) -> {
          Path inner = pool.byId(id);
          if (hold.write() > 0 && inner != outer && outer(before, inner).contains(outer)) {
            Hold left = hold.shared();
            result.holds = left == null ? result.holds.remove(id) : result.holds.put(id, left);
            result.ended = result.ended.put(id, new Ended(site, outer, hold.since()));
          }
        });
  }

  private void forgetStates(World world) {
    world.states.forEach(
        (id, established) -> {
          Path state = pool.byId(id);
          LockDefinition definition = (LockDefinition) state.key;
          if (definition.needs().isEmpty()) {
            return;
          }
          for (LockRef need : definition.needs()) {
            Path lock = identity.bind(need, state.base, List.of(), null);
            if (isHeld(world, lock, need.mode() == null ? Mode.READ : need.mode())) {
              return;
            }
          }
          world.states = world.states.remove(id);
        });
  }

  /** The values that calls returned and that a derived lock holds now. */
  private List<Path> derivedAlive(World world) {
    if (world.born.isEmpty()) {
      return List.of();
    }
    List<Path> result = new ArrayList<>();
    world.born.forEach(
        (id, value) -> {
          if (!world.stale.has(id) && isAnyDerivedHeld(world, value)) {
            result.add(value);
          }
        });
    return result;
  }

  private boolean isAnyDerivedHeld(World world, Path value) {
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

  /** The world in which a lock or state is taken to be held because somebody checked. */
  World believe(World world, Path lock, LockRef ref) {
    Identity.Lock at = identity.lock(world, lock, ref.mode());
    if (at.path().kind == Kind.LOCK && ((LockDefinition) at.path().key).state) {
      return establish(world, at.path());
    }
    if (isHeld(world, lock, at.mode() == null ? ref.requiredMode() : at.mode())) {
      return world;
    }
    World next = world;
    if (world.stale.has(at.path().base == null ? -1 : at.path().base.id)) {
      next = world.copy();
      next.stale = world.stale.remove(at.path().base.id);
    }
    return holdOnEntry(next, at.path(), at.mode() == null ? ref.requiredMode() : at.mode());
  }

  /** The world in which a state has begun; those it excludes have ended. */
  World establish(World world, Path state) {
    World result = world.copy();
    result.states = world.states.put(state.id, true);
    for (LockRef excluded : ((LockDefinition) state.key).excludes()) {
      Path other = identity.canonical(world, identity.bind(excluded, state.base, List.of(), null));
      result.states = result.states.put(other.id, false);
    }
    return result;
  }

  /** The world in which a state has ended. */
  World end(World world, Path state) {
    World result = world.copy();
    result.states = world.states.put(state.id, false);
    return result;
  }
}
