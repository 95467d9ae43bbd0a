package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.Guard;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.flow.World.Ended;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import dev.holdfast.checker.path.PathPool;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/**
 * What taking, releasing and downgrading a lock does to a world: to its holds, to those inside
 * them, to states, and to references that go stale.
 */
final class Locks extends HeldLocks {
  private final Renaming renaming;
  private final Set<Path> guardedReads = new LinkedHashSet<>();

  Locks(
      Env env,
      Contracts contracts,
      PathPool pool,
      Identity identity,
      Renaming renaming,
      Elements elements) {
    super(env, contracts, pool, identity, elements);
    this.renaming = renaming;
  }

  /** The world after the lock was taken once more. */
  World acquire(World world, Path lock, Mode mode, Path stamp, Tree site) {
    World result = world.copy();
    Hold hold = world.holds.get(lock.id);
    Hold next = hold == null ? Hold.of(mode, stamp, site) : hold.again(mode, site);
    result.holds = world.holds.put(lock.id, next);
    result.ended = world.ended.remove(lock.id);
    Path several = Elements.several(lock);
    if (several != null) {
      result.facts = KeptElements.withoutEmptiness(pool, result.facts, several.base);
    }
    return result;
  }

  /** The world after a lock that was given up without being held here was taken back. */
  World takeBack(World world, Path lock, Mode mode, Path stamp, Tree site) {
    World result = acquire(world, lock, mode, stamp, site);
    result.holds = result.holds.put(lock.id, result.holds.get(lock.id).asOnEntry());
    return result;
  }

  /** The world in which the lock is held by contract on entry; no mode means that either may be. */
  World holdOnEntry(World world, Path lock, Mode mode) {
    World result = world.copy();
    if (mode == null) {
      result.holds =
          world.holds.put(lock.id, Hold.onEntry(Mode.READ).and(Hold.onEntry(Mode.WRITE)));
      return result;
    }
    Hold hold = world.holds.get(lock.id);
    if (hold == null || hold.write() == 0 && mode == Mode.WRITE) {
      Hold known = Hold.onEntry(mode);
      result.holds = world.holds.put(lock.id, hold == null ? known : hold.besides(known));
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
