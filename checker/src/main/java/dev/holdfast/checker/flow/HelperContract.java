package dev.holdfast.checker.flow;

import com.sun.source.tree.Tree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Contract;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.path.IntMap;
import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads off an analysed helper what its callers may go by, beyond what it declares. */
final class HelperContract {
  private final BodyAnalyzer body;
  private final Inference inference;
  private final Prefixes prefixes;
  private final SurelyRun surely;
  private final List<Clause> effects = new ArrayList<>();
  private List<World> exits = List.of();

  /** What the analysis of a body tells. */
  HelperContract(BodyAnalyzer body) {
    this.body = body;
    this.inference = body.inference;
    this.prefixes = body.locks.elements.prefixes;
    this.surely = new SurelyRun(body.memberTree);
  }

  /** The world with the locks of each element that others hold, where there is no element. */
  private World withLocksOfNone(World world) {
    World result = world.copy();
    for (World other : body.normalExits) {
      other.holds.forEach(
          (id, hold) -> {
            Path step = Elements.several(body.pool.byId(id));
            if (step != null
                && !world.holds.has(id)
                && prefixes.isOfNone(world, body.pool.byId(id))) {
              result.holds = result.holds.put(id, hold);
            }
          });
    }
    return result;
  }

  /** The declared contract with what the body needs, excludes, takes and leaves. */
  Contract with(Map<Path, Inference.Inferred> needs, Contract declared) {
    List<Clause> clauses = new ArrayList<>();
    needs.forEach(
        (template, need) ->
            clauses.add(
                new Clause(
                    Clause.Kind.REQUIRES,
                    List.of(new LockRef(template, need.mode(), "")),
                    null,
                    false,
                    Origin.inferred(need.site(), need.of(), need.text()))));
    clauses.addAll(surely(inference.excluded, Clause.Kind.EXCLUDES));
    for (Clause effect : effects) {
      Inference.Inferred need = needs.get(effect.lock().lock());
      boolean reads =
          effect.kind() == Clause.Kind.RELEASES
              && need != null
              && need.mode() == Mode.READ
              && body.locks.isShared(effect.lock().lock());
      clauses.add(
          reads
              ? clause(effect.kind(), new LockRef(effect.lock().lock(), Mode.READ, ""), null)
              : effect);
    }
    List<Clause> meanwhile = surely(inference.taken, Clause.Kind.ACQUIRES);
    BitSet emptied = emptied();
    Contract result =
        clauses.isEmpty() && meanwhile.isEmpty() && emptied.isEmpty()
            ? declared
            : Contract.withClauses(declared, clauses, meanwhile, emptied, kept());
    return withCallbacks(body, result);
  }

  /** The parameters that are collections without elements at each exit. */
  private BitSet emptied() {
    BitSet result = new BitSet();
    List<Path> parameters = body.parameters();
    for (int i = 0; i < parameters.size() && !exits.isEmpty(); i++) {
      Path collection = parameters.get(i);
      result.set(
          i, exits.stream().allMatch(world -> KeptElements.isEmpty(body.pool, world, collection)));
    }
    return result;
  }

  /**
   * What is an element, at each exit, of a collection of the callers, or of the one that results,
   * while the locks of all its elements are held.
   */
  private List<Contract.Kept> kept() {
    if (body.normalExits.isEmpty() || !body.pool.has(Path.Kind.EVERY)) {
      return List.of();
    }
    List<Contract.Kept> result = new ArrayList<>();
    World first = body.normalExits.get(0);
    first.equal.forEach(
        (id, name) -> {
          Path object = body.pool.byId(id);
          Path collection = name.kind == Path.Kind.INDEX ? known(first, name.base) : null;
          Path template = collection == null ? null : body.toTemplate(object);
          if (template != null
              && !body.isUnstable(object)
              && body.normalExits.stream().allMatch(exit -> isKeptIn(exit, object, collection))) {
            result.add(
                new Contract.Kept(
                    new LockRef(template, null, ""),
                    new LockRef(body.toTemplate(collection), null, "")));
          }
        });
    return result;
  }

  private boolean isKeptIn(World exit, Path object, Path collection) {
    Path name = body.identity.canonical(exit, object);
    return name.kind == Path.Kind.INDEX
        && known(exit, name.base) == collection
        && body.locks.elements.isHeldOf(exit, name.base, true);
  }

  /** A collection as callers know it: a parameter, or the result; null if it is neither. */
  private Path known(World exit, Path collection) {
    if (collection.kind == Path.Kind.PARAM) {
      return collection;
    }
    boolean isResult = exit.val != null && body.identity.canonical(exit, exit.val) == collection;
    return isResult ? body.pool.result(body.method.getReturnType()) : null;
  }

  /** The contract with what is held where the body runs its callbacks, and given to them. */
  static Contract withCallbacks(BodyAnalyzer body, Contract declared) {
    Map<Integer, List<LockRef>> held = refs(body, body.givenCallbacks.held);
    Map<Integer, List<LockRef>> lost = refs(body, body.givenCallbacks.lost);
    Map<Integer, List<LockRef>> given = given(body);
    return held.isEmpty() && lost.isEmpty() && given.isEmpty()
        ? declared
        : Contract.withCallbacks(declared, held, lost, given);
  }

  private static Map<Integer, List<LockRef>> given(BodyAnalyzer body) {
    Map<Integer, List<LockRef>> result = new HashMap<>();
    body.givenCallbacks.given.forEach(
        (index, arguments) -> {
          List<LockRef> given = new ArrayList<>();
          for (Path argument : arguments) {
            Path template = argument == null ? null : body.toTemplate(argument);
            given.add(template == null ? null : new LockRef(template, null, ""));
          }
          if (given.stream().anyMatch(Objects::nonNull)) {
            result.put(index, given);
          }
        });
    return result;
  }

  private static Map<Integer, List<LockRef>> refs(
      BodyAnalyzer body, Map<Integer, Set<Path>> ofCallbacks) {
    Map<Integer, List<LockRef>> result = new HashMap<>();
    ofCallbacks.forEach(
        (index, locks) -> {
          for (Path lock : locks) {
            boolean reads = lock.kind == Path.Kind.READ_VIEW;
            Path template = body.toTemplate(reads ? lock.base : lock);
            if (template != null) {
              result
                  .computeIfAbsent(index, each -> new ArrayList<>())
                  .add(new LockRef(template, reads ? Mode.READ : Mode.WRITE, ""));
            }
          }
        });
    return result;
  }

  /** What holds of each call of the method, under no condition; of what it needs, under any. */
  private List<Clause> surely(Map<Path, Inference.Inferred> found, Clause.Kind kind) {
    List<Clause> result = new ArrayList<>();
    found.forEach(
        (lock, each) -> {
          Path template = body.toTemplate(lock);
          boolean counts = inference.isInTheWay(lock) || surely.contains(each.site());
          if (template != null && counts) {
            result.add(clause(kind, new LockRef(template, each.mode(), ""), each.site()));
          }
        });
    return result;
  }

  /**
   * Reads what the body leaves behind: its callers go on as it behaves, and what they cannot name
   * is reported.
   */
  void readEffects() {
    exits =
        body.pool.has(Path.Kind.EVERY)
            ? body.normalExits.stream().map(this::withLocksOfNone).toList()
            : body.normalExits;
    if (exits.isEmpty()) {
      return;
    }
    IntMap<Hold> alike = heldAtEachExit(exits);
    Map<Path, Path> given = new LinkedHashMap<>();
    exits = exits.stream().map(world -> withNamesByResult(world, alike, given)).toList();
    exits = exits.stream().map(world -> withNoneGiven(world, given)).toList();
    IntMap<Hold> common = given.isEmpty() ? alike : heldAtEachExit(exits);
    Map<Path, When> byResult = heldByResult(common);
    body.leaks.reportLeft(
        left -> {
          Path lock = given.getOrDefault(left, left);
          return (common.has(lock.id) || byResult.containsKey(lock))
              && body.toTemplate(lock) != null;
        });
    byResult.forEach(
        (lock, when) ->
            addEffect(Clause.Kind.ACQUIRES_IF, lock, holdAtExit(lock).mode(), when, false));
    common.forEach(
        (id, hold) -> {
          Path lock = body.pool.byId(id);
          if (isTaken(lock, hold)) {
            addEffect(Clause.Kind.ACQUIRES, lock, hold.mode(), null, true);
          }
        });
    inference.kept.forEach(
        (lock, mode) -> {
          if (inference.isKeptLocked(lock)) {
            addEffect(Clause.Kind.ACQUIRES, lock, mode, null, true);
          }
        });
    for (Path lock : inference.assumed) {
      if (exits.stream().noneMatch(world -> isKept(world, lock))) {
        addEffect(Clause.Kind.RELEASES, lock, null, null, false);
        body.leaks.reportLeftByThrow(lock);
      }
    }
    if (!body.contract.has(Clause.Kind.TESTS_HELD)) {
      for (Clause test : inference.testedBy(body.memberTree)) {
        List<LockRef> refs = new ArrayList<>();
        for (LockRef ref : test.locks()) {
          Path template = body.toTemplate(ref.lock());
          if (template != null) {
            refs.add(ref.at(template));
          }
        }
        if (refs.size() == test.locks().size()) {
          effects.add(new Clause(test.kind(), refs, test.when(), false, test.origin()));
        }
      }
    }
  }

  /** Adds what is done to a lock, if callers can name that. */
  private void addEffect(Clause.Kind kind, Path lock, Mode mode, When when, boolean idempotent) {
    Path template = body.toTemplate(lock);
    if (template != null) {
      List<LockRef> locks = List.of(new LockRef(template, mode, ""));
      effects.add(new Clause(kind, locks, when, idempotent, Origin.inferred(null)));
    }
  }

  /** Whether the body took a lock that it leaves held, and did so for its callers. */
  private boolean isTaken(Path lock, Hold hold) {
    return !hold.entry()
        && !inference.assumed.contains(lock)
        && lock.isDefinite()
        && exits.stream().noneMatch(world -> body.acquisitions.isExcused(world, lock));
  }

  /** Whether the hold that there was on entry goes on, the lock may have got another name since. */
  private boolean isKept(World world, Path lock) {
    return world.holds.any(
        (id, hold) ->
            id == lock.id || hold.entry() && body.pool.latest(body.pool.byId(id)) == lock);
  }

  /**
   * The exit at which the locks of as many elements as the result says, or of all that it has, are
   * held by that name, which is noted for each.
   */
  private World withNamesByResult(World world, IntMap<Hold> alike, Map<Path, Path> given) {
    Path result = world.val == null ? null : body.identity.canonical(world, world.val);
    return result == null
        ? world
        : world.holds.fold(
            world,
            (found, id, hold) -> {
              Path lock = body.pool.byId(id);
              boolean isNamed = alike.has(id) && body.toTemplate(lock) != null;
              Path step = isNamed || hold.entry() ? null : Elements.several(lock);
              Path named = step == null ? null : namedByResult(world, lock, step, result);
              if (named == null) {
                return found;
              }
              given.put(lock, named);
              World next = found.copy();
              next.holds = next.holds.remove(id).put(named.id, hold);
              return next;
            });
  }

  private Path namedByResult(World world, Path lock, Path step, Path result) {
    Path given = body.pool.result(body.method.getReturnType());
    if (prefixes.isBound(world, step, result)) {
      return body.pool.replace(lock, step, prefixes.below(step, given));
    }
    return step.base == result ? body.pool.replace(lock, result, given) : null;
  }

  /** The same where there are none by the result. */
  private World withNoneGiven(World world, Map<Path, Path> given) {
    Path result = world.val == null ? null : body.identity.canonical(world, world.val);
    if (result == null
        || !prefixes.counting.hasNoneBelow(world, result) && !prefixes.isEmpty(world, result)) {
      return world;
    }
    World next = world.copy();
    for (Path lock : given.values()) {
      if (!next.holds.has(lock.id)) {
        next.holds = next.holds.put(lock.id, holdAtExit(lock));
      }
    }
    return next;
  }

  private static IntMap<Hold> heldAtEachExit(List<World> exits) {
    IntMap<Hold> common = null;
    for (World world : exits) {
      IntMap<Hold> holds = world.holds;
      common =
          common == null
              ? holds
              : IntMap.join(
                  common, holds, (key, a, b) -> a != null && b != null && a.equals(b) ? a : null);
    }
    return common;
  }

  /**
   * The locks, those of every element among them, that are held at each exit that gives one truth,
   * and at no other.
   */
  private Map<Path, When> heldByResult(IntMap<Hold> common) {
    Map<Path, When> result = new LinkedHashMap<>();
    Set<Path> candidates = new LinkedHashSet<>();
    for (World world : exits) {
      world.holds.forEach(
          (id, hold) -> {
            Path lock = body.pool.byId(id);
            if (!common.has(id)
                && !hold.entry()
                && lock.isDefinite()
                && body.toTemplate(lock) != null
                && !isDeclared(lock)) {
              candidates.add(lock);
            }
          });
    }
    for (Path lock : candidates) {
      for (When when : List.of(When.TRUE, When.FALSE)) {
        if (exits.stream().allMatch(world -> isHeldIf(world, lock, when))) {
          result.put(lock, when);
        }
      }
    }
    return result;
  }

  /** Whether the contract itself says what becomes of the lock. */
  private boolean isDeclared(Path lock) {
    return body.contract.clauses().stream()
        .filter(clause -> clause.kind().group == Clause.Group.EFFECT)
        .flatMap(clause -> clause.locks().stream())
        .anyMatch(ref -> body.bindHere(ref) == lock);
  }

  /** Whether the exit gives that truth if it holds the lock, and the other one if not. */
  private boolean isHeldIf(World world, Path lock, When result) {
    When without = holdAtExit(lock).equals(world.holds.get(lock.id)) ? result.opposite() : result;
    return body.facts.assume(world, world.val, without) == null;
  }

  /** How the first exit holds the lock that does. */
  private Hold holdAtExit(Path lock) {
    return exits.stream()
        .map(world -> world.holds.get(lock.id))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static Clause clause(Clause.Kind kind, LockRef ref, Tree site) {
    return new Clause(kind, List.of(ref), null, false, Origin.inferred(site));
  }
}
