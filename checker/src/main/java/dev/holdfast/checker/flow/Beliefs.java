package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.flow.World.Fact;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What calls tell of locks and states by contract: tests, assertions, promises of the result. */
final class Beliefs {
  private final Checks checks;
  private final Identity identity;
  private final Locks locks;
  private final Scopes scopes;

  /** A lock that a call surely finds held, and whether it says so by being false. */
  private record Found(Path lock, boolean negated) {}

  /** By call, what they surely find that test locks. */
  private final Map<Tree, Found> surely = new HashMap<>();

  Beliefs(Checks checks, Scopes scopes) {
    this.checks = checks;
    this.identity = checks.identity;
    this.locks = checks.locks;
    this.scopes = scopes;
  }

  void testsHeld(CallSite site, Clause clause) {
    if (checks.st.isEmpty()
        || clause.locks().stream().anyMatch(ref -> site.bind(checks.st.get(0), ref) == null)) {
      return;
    }
    boolean counts = site.method.getReturnType().getKind() != TypeKind.BOOLEAN;
    boolean negated = clause.when() == When.FALSE;
    Fact yes = counts ? Fact.POSITIVE : negated ? Fact.FALSE : Fact.TRUE;
    Fact no = counts ? Fact.ZERO : yes.opposite();
    List<World> result = new ArrayList<>();
    boolean own = clause.locks().stream().anyMatch(ref -> isTakenOnSomePath(site, ref));
    surely.put(site.tree, new Found(site.bind(checks.st.get(0), clause.lock()), negated));
    for (World world : checks.st) {
      checks.inference.noteTest(site, clause, world);
      World found = world.withFact(site.result, yes);
      if (clause.locks().stream().anyMatch(ref -> isFound(world, site, ref))) {
        result.add(found);
        continue;
      }
      surely.remove(site.tree);
      if (!own) {
        for (LockRef ref : clause.locks()) {
          result.add(locks.believe(found, site.bind(world, ref), ref));
        }
      }
      result.add(world.withFact(site.result, no));
    }
    checks.st = result;
  }

  /**
   * Whether some of the paths that lead here have taken the lock, others not: the test tells them
   * apart, as no contract says that callers hold it.
   */
  private boolean isTakenOnSomePath(CallSite site, LockRef ref) {
    return checks.st.stream()
        .filter(world -> isFound(world, site, ref))
        .map(world -> locks.hold(world, identity.lock(world, site.bind(world, ref), null).path()))
        .anyMatch(hold -> hold != null && !hold.entry());
  }

  private boolean isFound(World world, CallSite site, LockRef ref) {
    return locks.isHeld(world, site.bind(world, ref), ref.mode() == null ? Mode.READ : ref.mode());
  }

  /**
   * The lock that a call tested when it was last evaluated, if it was surely held and the call
   * cannot have had that outcome; else null.
   */
  Path heldAgainst(Tree call, boolean outcome) {
    Found found = surely.get(call);
    return found != null && found.negated == outcome ? found.lock : null;
  }

  void believed(CallSite site, Clause clause) {
    if (CallSite.mentionsResult(clause.lock().lock())) {
      return;
    }
    List<World> result = new ArrayList<>();
    for (World world : checks.st) {
      if (clause.locks().size() > 1 && isOneHeld(world, site, clause)) {
        result.add(world);
        continue;
      }
      for (LockRef ref : clause.locks()) {
        Path lock = site.bind(world, ref);
        result.add(lock == null ? world : locks.believe(world, lock, ref));
      }
    }
    checks.st = checks.merge.normalise(result, List.of(site.tree, clause));
  }

  /** Whether all that the call asserts is held already, so that it finds nothing wrong. */
  boolean isAsserted(World world, CallSite site) {
    return site.contract.clauses(Clause.Kind.ASSERTS_HELD).stream()
        .allMatch(clause -> isOneHeld(world, site, clause));
  }

  private boolean isOneHeld(World world, CallSite site, Clause clause) {
    for (LockRef ref : clause.locks()) {
      Path lock = site.bind(world, ref);
      if (lock != null && locks.isHeld(world, lock, ref.requiredMode())) {
        return true;
      }
    }
    return false;
  }

  void establishes(CallSite site, Clause clause) {
    checks.each(
        world -> {
          Path state = site.bind(world, clause.lock());
          return state == null ? world : locks.establish(world, identity.canonical(world, state));
        });
  }

  World stateEnds(World world, CallSite site, Clause clause) {
    Path state = site.bind(world, clause.lock());
    return state == null ? world : locks.end(world, identity.canonical(world, state));
  }

  /**
   * What the contract promises of the result, once it is the value at hand; the operands are still
   * there.
   */
  void promises(CallSite site) {
    if (checks.st.isEmpty()) {
      return;
    }
    TypeMirror type = site.method.getReturnType();
    boolean reference = !type.getKind().isPrimitive() && type.getKind() != TypeKind.VOID;
    if (reference && locks.canGoStale(site.result)) {
      checks.each(
          world -> {
            if (world.val != site.result) {
              return world;
            }
            World next = world.copy();
            next.born = world.born.put(site.result.id, site.result);
            next.stale = world.stale.remove(site.result.id);
            return next;
          });
    }
    if (!reference && !site.isConstruction()) {
      return;
    }
    if (!site.contract.same().isEmpty()) {
      checks.each(world -> promiseSame(world, site));
    }
    for (Clause clause : site.contract.clauses(Clause.Kind.ENSURES)) {
      if (CallSite.mentionsResult(clause.lock().lock())) {
        checks.each(
            world ->
                isNullHere(world)
                    ? world
                    : scopes.whileOpen(
                        promise(world, site, clause), site.receiver(world), site, clause.lock()));
      }
    }
    for (Clause clause : site.contract.clauses(Clause.Kind.ESTABLISHES)) {
      if (CallSite.mentionsResult(clause.lock().lock())) {
        checks.each(
            world -> {
              Path state = identity.bind(clause.lock(), null, List.of(), site.result);
              return state == null || isNullHere(world)
                  ? world
                  : locks.establish(world, identity.canonical(world, state));
            });
      }
    }
  }

  private static boolean isNullHere(World world) {
    return Conditions.isNull(world.val);
  }

  private World promiseSame(World world, CallSite site) {
    if (isNullHere(world)) {
      return world;
    }
    World united = world;
    Path result = result(world, site);
    for (Contract.Same same : site.contract.same()) {
      if (CallSite.mentionsResult(same.left())
          || CallSite.mentionsResult(same.right())
          || site.isConstruction()) {
        Path left = checks.pool.bind(same.left(), site.receiver(world), site.args(world), result);
        Path right = checks.pool.bind(same.right(), site.receiver(world), site.args(world), result);
        if (left != null && right != null) {
          united = identity.unite(united, left, right);
        }
      }
    }
    return united;
  }

  private World promise(World world, CallSite site, Clause clause) {
    Path lock = identity.bind(clause.lock(), null, List.of(), site.result);
    if (lock == null) {
      return world;
    }
    if (Boolean.TRUE.equals(checks.facts.isNull(world, site.result))) {
      return world;
    }
    return locks.believe(world, lock, clause.lock());
  }

  /** The result under the name that the contract gives it, if it does. */
  private Path result(World world, CallSite site) {
    Path receiver = site.receiver(world);
    Path canonical = receiver == null ? null : identity.canonical(world, receiver);
    Path named =
        checks.contracts.getterResult(site.method, canonical, site.args(world), checks.pool);
    return named == null ? site.result : named;
  }
}
