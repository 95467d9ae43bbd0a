package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Contracts;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.flow.World.Owned;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Objects that own what they took, when they were made or later, until they are closed. */
final class Scopes {
  private final Env env;
  private final Contracts contracts;
  private final Results results;
  private final Identity identity;
  private final Locks locks;

  Scopes(Env env, Contracts contracts, Results results, Identity identity, Locks locks) {
    this.env = env;
    this.contracts = contracts;
    this.results = results;
    this.identity = identity;
    this.locks = locks;
  }

  /** Whether the call gives a scope that did not exist before. */
  boolean makesScope(CallSite site) {
    TypeMirror type =
        site.isConstruction()
            ? site.method.getEnclosingElement().asType()
            : site.method.getReturnType();
    return isScope(env.typeElement(type));
  }

  boolean isScope(TypeElement type) {
    return type != null && contracts.isScope(type);
  }

  /** What a scope takes belongs to it: by its constructor, its factory or a method of its own. */
  World own(World world, CallSite site, LockRef ref, Mode mode) {
    Path scope = makesScope(site) ? scope(world, site) : called(world, site);
    if (scope == null) {
      return world;
    }
    Owned hold = new Owned(identity.lock(world, site.bind(world, ref), null).path(), mode);
    World next = owning(world, scope, hold);
    if (!makesScope(site)) {
      // What it takes again and again, as in a loop, it gives up once.
      List<Owned> all = next.owned.get(scope.id);
      next.owned = next.owned.put(scope.id, List.copyOf(new LinkedHashSet<>(all)));
    }
    return next;
  }

  /** The scope that a method of its own is called on; null if there is none. */
  private Path called(World world, CallSite site) {
    Path receiver = site.receiver(world);
    return receiver == null || Env.isStatic(site.method) || !isScope(Env.enclosingType(site.method))
        ? null
        : identity.canonical(world, receiver);
  }

  /**
   * A scope that took one lock gives up that one, where nothing tells what the field refers to by
   * which its method names the lock.
   */
  World released(World world, CallSite site, LockRef ref) {
    Path scope = called(world, site);
    List<Owned> owned = scope == null ? null : world.owned.get(scope.id);
    Path named = owned == null ? null : site.bind(world, ref);
    if (named == null || owned.stream().map(Owned::lock).distinct().count() != 1) {
      return world;
    }
    Path lock = identity.lock(world, named, null).path();
    return lock.kind == Path.Kind.FIELD && lock.base == scope && !world.holds.has(lock.id)
        ? identity.unite(world, lock, owned.get(0).lock())
        : world;
  }

  /** The scope that a call gives: a new one, or the object that its contract says. */
  private Path scope(World world, CallSite site) {
    Path named = results.known(world, site);
    return named == null ? site.result : identity.canonical(world, named);
  }

  /** The world in which a scope has taken that lock. */
  static World owning(World world, Path scope, Owned hold) {
    List<Owned> old = world.owned.get(scope.id);
    List<Owned> all = old == null ? new ArrayList<>() : new ArrayList<>(old);
    all.add(hold);
    World next = world.copy();
    next.owned = world.owned.put(scope.id, List.copyOf(all));
    return next;
  }

  /**
   * The world after a scope was closed: what it took is released; closing it again does nothing. An
   * object that every call gives again has taken a lock once for each of them.
   */
  World close(World world, Path scope, Tree site) {
    if (scope == null) {
      return world;
    }
    Path key = identity.canonical(world, scope);
    List<Owned> owned = world.owned.get(key.id);
    if (owned == null) {
      return world;
    }
    World next = world;
    List<Owned> left = new ArrayList<>(owned);
    Collection<Owned> ends = owned;
    if (key.kind != Path.Kind.VALUE) {
      ends = new LinkedHashSet<>(owned);
    }
    for (Owned each : ends) {
      left.remove(each);
      Hold hold = next.holds.get(each.lock().id);
      if (hold != null) {
        Mode mode =
            hold.satisfies(each.mode())
                    && (each.mode() == Mode.WRITE ? hold.write() > 0 : hold.read() > 0)
                ? each.mode()
                : hold.mode();
        next = locks.release(next, each.lock(), mode, site);
      }
    }
    World result = next == world ? world.copy() : next;
    result.owned =
        left.isEmpty() ? result.owned.remove(key.id) : result.owned.put(key.id, List.copyOf(left));
    return result;
  }

  /** What a scope promises of an object it hands out ends with the scope. */
  World whileOpen(World world, Path scope, CallSite site, LockRef ref) {
    if (scope == null || !isScope(Env.enclosingType(site.method))) {
      return world;
    }
    Path lock = identity.bind(ref, null, List.of(), site.result);
    if (lock == null) {
      return world;
    }
    Path held = identity.lock(world, lock, null).path();
    return world.holds.has(held.id)
        ? owning(world, identity.canonical(world, scope), new Owned(held, Mode.READ))
        : world;
  }
}
