package dev.holdfast.checker.flow;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.holdfast.checker.contract.Clause;
import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockDefinition;
import dev.holdfast.checker.contract.LockRef;
import dev.holdfast.checker.contract.Mode;
import dev.holdfast.checker.contract.Origin;
import dev.holdfast.checker.contract.When;
import dev.holdfast.checker.path.Path;
import dev.holdfast.checker.path.Path.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.lang.model.type.TypeKind;

/** What a helper needs of its callers, gathered from its body. */
final class Inference {
  /**
   * A need of a helper, in a mode or, where that is null, in one of both; the place that needs it,
   * the object whose guarded fields are all that it is for, or null, and what is told to callers.
   */
  record Inferred(Path lock, Mode mode, Tree site, boolean foreign, Path of, String text) {
    Inferred(Path lock, Mode mode, Tree site, boolean foreign) {
      this(lock, mode, site, foreign, null, Origin.NEEDED);
    }

    /** The same for the guarded fields of that object. */
    Inferred of(Path object) {
      return new Inferred(lock, mode, site, foreign, object, text);
    }

    /** The same with another name for the object. */
    Inferred of(UnaryOperator<Path> name) {
      return of == null ? this : of(name.apply(of));
    }

    /** The same in that mode. */
    Inferred in(Mode other) {
      return new Inferred(lock, other, site, foreign, of, text);
    }

    /** Whether callers are asked for more than by another. */
    boolean asksMoreThan(Inferred other) {
      return other == null
          || other.mode == Mode.READ && mode == Mode.WRITE
          || other.of != null && of != other.of;
    }

    /** What it takes to meet both, for the reason of the first. */
    Inferred and(Inferred other) {
      Mode both = other.mode == Mode.WRITE ? Mode.WRITE : mode;
      return new Inferred(lock, both, site, other.foreign, of == other.of ? of : null, text);
    }
  }

  /** What the callers of this helper will be asked for, by lock. */
  final Map<Path, Inferred> inferred = new LinkedHashMap<>();

  /** Locks that this body releases without having taken them, with the place. */
  final Map<Path, Tree> releasedUnheld = new LinkedHashMap<>();

  /** The acquisitions of locks that the caller could hold already, each at its first place. */
  final Map<Path, Inferred> taken = new LinkedHashMap<>();

  private final Set<Path> mixed = new HashSet<>();

  /** The locks of every element of collections of the callers, to which it adds what it locks. */
  final Map<Path, Mode> kept = new LinkedHashMap<>();

  /** What must not be held at calls in this body, where the caller could; at its first place. */
  final Map<Path, Inferred> excluded = new LinkedHashMap<>();

  /** What this body was found to need, and is analysed as if it held. */
  final Set<Path> assumed = new LinkedHashSet<>();

  /**
   * Places that need locks which no caller can name, or another one again and again: what they need
   * is reported there.
   */
  final Set<Tree> unnamed = new HashSet<>();

  /** Places that need what is assumed already. */
  final Set<Tree> asked = new HashSet<>();

  /** Locks that this body takes against the order where its callers hold what it needs. */
  final Set<Path> outOfOrder = new LinkedHashSet<>();

  /** What the contract says is not held on entry, or the body tried to take: asked of no caller. */
  final Set<Path> barred = new HashSet<>();

  /** By call, its tests by the locks' names here; null for one that has not one name throughout. */
  private final Map<Tree, Map<Clause, Clause>> tested = new HashMap<>();

  private final Identity identity;
  private final Locks locks;
  private final Explainer explainer;
  private final Predicate<Path> captured;

  /** The object that the body makes: no caller has it before. */
  private Path made;

  /** {@code captured} says of a local whether it is one of the code around the body. */
  Inference(Identity identity, Locks locks, Explainer explainer, Predicate<Path> captured) {
    this.captured = captured;
    this.identity = identity;
    this.locks = locks;
    this.explainer = explainer;
  }

  /** Takes note that the body makes the object. */
  void setMade(Path object) {
    made = object;
  }

  /**
   * Takes note of needs that are not met in these worlds; false where the caller could not meet
   * one.
   */
  boolean inferAll(Tree site, List<World> bad, Function<World, List<Need>> needs, boolean foreign) {
    if (unnamed.contains(site)) {
      return false;
    }
    List<Inferred> found = new ArrayList<>();
    for (World world : bad) {
      List<Need> wanted = needs.apply(world);
      if (wanted.size() == 1 && isBeyondCallers(world, site, wanted.get(0).lock())) {
        unnamed.add(site);
        inferred.values().removeIf(need -> need.site == site);
        return false;
      }
      if (wanted.size() != 1 || !canInfer(world, wanted.get(0).lock())) {
        return false;
      }
      Path lock = entryName(world, wanted.get(0).lock());
      Mode mode = lockMode(world, wanted.get(0));
      Path of = entryObject(world, wanted.get(0).of());
      String text = explainer.needed(world, wanted.get(0));
      found.add(new Inferred(lock, mode, site, foreign, of, text));
    }
    for (Inferred each : found) {
      Inferred old = inferred.get(each.lock);
      if (each.asksMoreThan(old)) {
        inferred.put(each.lock, old == null ? each : old.and(each));
      }
    }
    return true;
  }

  /** Takes note of what a need is for that is met by what the callers hold. */
  void noteMet(Tree site, World world, Need need) {
    Path lock = assumed.isEmpty() || need.lock() == null ? null : entryName(world, need.lock());
    if (assumed.contains(lock)) {
      Inferred known = inferred.get(lock);
      Inferred met = new Inferred(lock, Mode.READ, site, false).of(entryObject(world, need.of()));
      inferred.put(lock, known == null ? met : known.and(met));
    }
  }

  /**
   * Takes note of the locks of what is put into a collection of the callers, whose elements' locks
   * they are to hold likewise.
   */
  void noteKept(Tree site, Path every, Mode mode) {
    inferred.putIfAbsent(every, new Inferred(every, mode, site, false));
    kept.put(every, mode);
  }

  /** Takes note that the body puts something unlocked into a collection of the callers. */
  void noteUnlocked(Path collection) {
    mixed.add(collection);
  }

  /** Whether all that it puts into the collection of such elements is locked. */
  boolean isKeptLocked(Path every) {
    return mixed.stream().noneMatch(every::contains);
  }

  /** Takes note of an acquisition that would wait for a lock if the caller held it. */
  void noteTaken(
      Tree site, List<World> worlds, Function<World, Path> lockOf, Function<World, Mode> mode) {
    for (World world : worlds) {
      Path lock = entryName(world, lockOf.apply(world));
      if (isHeldByCallersOnly(world, lock) || canInfer(world, lock)) {
        taken.putIfAbsent(lock, new Inferred(lock, mode.apply(world), site, false));
      }
    }
  }

  /** Takes note of a call that excludes a lock; no mode means any. */
  void noteExcluded(Tree site, List<World> worlds, Function<World, Path> lockOf, Mode mode) {
    for (World world : worlds) {
      Path lock = lockOf.apply(world);
      Path named = lock == null ? null : entryName(world, lock);
      if (lock != null && (isHeldByCallersOnly(world, named) || canInfer(world, lock))) {
        excluded.putIfAbsent(named, new Inferred(named, mode, site, false));
      }
    }
  }

  /**
   * Whether the lock is held only as callers are to hold it: what that hold is in the way of is
   * their mistake, and told to them.
   */
  boolean isHeldByCallersOnly(World world, Path lock) {
    Hold hold = assumed.contains(lock) ? locks.hold(world, lock) : null;
    return hold != null && hold.isOnlyOnEntry();
  }

  private Mode lockMode(World world, Need need) {
    Mode mode = identity.lock(world, need.lock(), need.mode()).mode();
    return mode == null ? Mode.READ : mode;
  }

  /**
   * The caller could hold it: it is named by what the caller knows, and this body has not touched
   * it.
   */
  boolean canInfer(World world, Path lock) {
    Path at = entryName(world, lock);
    return isKnownOnEntry(at)
        && !barred.contains(at)
        && mayGoOn(world, at)
        && mayGoOn(world, identity.lock(world, lock, null).path())
        && (!isHeld(world, at) || isAssumedForReading(world, at))
        && !Identity.isUnknownGhost(at)
        && !(at.kind == Kind.LOCK && ((LockDefinition) at.key).state);
  }

  /** Whether the body has given up no hold of the lock so far. */
  boolean isUntouched(World world, Path lock) {
    return locks.ending(world, entryName(world, lock)) == null
        && locks.ending(world, identity.lock(world, lock, null).path()) == null;
  }

  /** Whether a hold that callers had before would go on: the body gave up but one of its own. */
  private boolean mayGoOn(World world, Path lock) {
    World.Ended ended = locks.ending(world, lock);
    return ended == null
        || ended.since() != null && ended.with() == lock && locks.isReentrant(lock);
  }

  /**
   * Whether callers cannot name the lock, or name but one of ever more that the place needs, or
   * would find it held here by that name.
   */
  private boolean isBeyondCallers(World world, Tree site, Path needed) {
    Path lock = entryName(world, needed);
    boolean another = asked.contains(site) && !assumed.contains(lock);
    return !isKnownOnEntry(lock)
        || another && lock.repeatsStep()
        || explainer.isAnotherHeld(world, needed);
  }

  /** Whether the path is one at the entry of the body, its indices included. */
  private boolean isKnownOnEntry(Path path) {
    Path root = path.root();
    boolean known =
        switch (root.kind) {
          case THIS, PARAM, CLASS -> true;
          case FIELD -> root.base == null;
          case LOCAL -> captured.test(root);
          default -> false;
        };
    return known
        && root != made
        && path.isDefinite()
        && !path.any(
            step -> step.kind == Kind.VALUE || step.kind == Kind.LOCAL && !captured.test(step));
  }

  /** Whether reading is all that this body was found to need it for up to now. */
  private boolean isAssumedForReading(World world, Path lock) {
    Hold hold = locks.hold(world, lock);
    return hold != null && assumed.contains(lock) && hold.entry() && hold.mode() == Mode.READ;
  }

  /** Whether the lock is in the way of what this body needs, or what it needs in the lock's. */
  boolean isInTheWay(Path lock) {
    return assumed.contains(lock) || outOfOrder.contains(lock);
  }

  /** What the lock is called at the entry of the body. */
  Path entryName(World world, Path lock) {
    return locks.elements.ofAll(identity.lock(world, lock, null).path());
  }

  /** What the object is called at the entry of the body; null where it has no name there. */
  private Path entryObject(World world, Path object) {
    Path at = object == null ? null : identity.canonical(world, object);
    return at != null && isKnownOnEntry(at) ? at : null;
  }

  private boolean isHeld(World world, Path lock) {
    return locks.hold(world, lock) != null || locks.elements.isOfSome(world, lock);
  }

  /** Takes note of a release of what only the caller can have taken; false where it cannot. */
  boolean inferRelease(Tree site, List<World> worlds, Function<World, Path> lockOf, Mode mode) {
    boolean any = false;
    for (World world : worlds) {
      Path lock = identity.lock(world, lockOf.apply(world), null).path();
      if (isHeld(world, lock)) {
        continue;
      }
      if (!canInfer(world, locks.elements.ofAllBefore(world, lock))) {
        return false;
      }
      any = true;
    }
    if (!any) {
      return false;
    }
    for (World world : worlds) {
      Path lock = identity.lock(world, lockOf.apply(world), null).path();
      if (!isHeld(world, lock)) {
        lock = entryName(world, locks.elements.ofAllBefore(world, lock));
        inferred.putIfAbsent(
            lock, new Inferred(lock, mode == null ? Mode.WRITE : mode, site, false));
        releasedUnheld.put(lock, site);
      }
    }
    return true;
  }

  /** Takes note of a test by a call, by the names that the locks have in a world. */
  void noteTest(CallSite site, Clause clause, World world) {
    List<LockRef> refs =
        clause.locks().stream()
            .map(ref -> new LockRef(entryName(world, site.bind(world, ref)), ref.mode(), ""))
            .toList();
    Map<Clause, Clause> ofCall = tested.computeIfAbsent(site.tree, each -> new HashMap<>());
    Clause known = ofCall.putIfAbsent(clause, test(refs, clause.when()));
    if (known != null && !known.locks().equals(refs)) {
      ofCall.put(clause, null);
    }
  }

  private static Clause test(List<LockRef> refs, When when) {
    return new Clause(Clause.Kind.TESTS_HELD, refs, when, false, Origin.inferred(null));
  }

  /**
   * The tests that a method is: its whole body returns what a test says, the contrary, or whether
   * one of several is true. What says more than that is true in fewer cases, or in more.
   */
  Collection<Clause> testedBy(Tree member) {
    if (!(member instanceof MethodTree method)
        || method.getReturnType() instanceof PrimitiveTypeTree type
            && type.getPrimitiveTypeKind() != TypeKind.BOOLEAN
        || Env.returned(method) == null) {
      return List.of();
    }
    Collection<Clause> plain = tests(Env.returned(method), null);
    return plain.isEmpty() ? tests(Env.returned(method), When.FALSE) : plain;
  }

  /** The tests that find the locks held where the condition has that outcome; null is true. */
  private Collection<Clause> tests(ExpressionTree condition, When outcome) {
    ExpressionTree plain = Env.plain(condition);
    When opposite = outcome == null ? When.FALSE : null;
    if (plain instanceof UnaryTree not && plain.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return tests(not.getExpression(), opposite).stream()
          .map(test -> test(test.locks(), outcome))
          .toList();
    }
    if (plain instanceof BinaryTree both) {
      Tree.Kind either = outcome == null ? Tree.Kind.CONDITIONAL_OR : Tree.Kind.CONDITIONAL_AND;
      return plain.getKind() == either
          ? oneOf(
              tests(both.getLeftOperand(), outcome),
              tests(both.getRightOperand(), outcome),
              outcome)
          : counted(both, outcome);
    }
    return of(plain, outcome);
  }

  /** Whether one of two tests is true; none where one of them is more than a test of one lock. */
  private static Collection<Clause> oneOf(
      Collection<Clause> first, Collection<Clause> second, When outcome) {
    if (first.size() != 1 || second.size() != 1) {
      return List.of();
    }
    Set<LockRef> refs = new LinkedHashSet<>(first.iterator().next().locks());
    refs.addAll(second.iterator().next().locks());
    Set<Path> locks = new HashSet<>();
    refs.forEach(ref -> locks.add(ref.lock()));
    // In one mode or the other is to be held for reading at least.
    return List.of(
        test(
            locks.size() == 1 && refs.size() > 1
                ? List.of(new LockRef(locks.iterator().next(), Mode.READ, ""))
                : List.copyOf(refs),
            outcome));
  }

  /** The tests of a comparison of a count with none. */
  private Collection<Clause> counted(BinaryTree compared, When outcome) {
    boolean isZero = LoopHeads.isNumber(compared.getRightOperand(), 0);
    boolean fits =
        switch (compared.getKind()) {
          case GREATER_THAN, NOT_EQUAL_TO -> isZero && outcome == null;
          case GREATER_THAN_EQUAL ->
              LoopHeads.isNumber(compared.getRightOperand(), 1) && outcome == null;
          case EQUAL_TO -> isZero && outcome != null;
          default -> false;
        };
    return fits
        ? of(Env.plain(compared.getLeftOperand()), null).stream()
            .map(test -> test(test.locks(), outcome))
            .toList()
        : List.of();
  }

  /** The tests of a call that finds the locks held with that outcome. */
  private Collection<Clause> of(ExpressionTree call, When outcome) {
    Map<Clause, Clause> ofCall = tested.get(call);
    return ofCall == null
            || ofCall.containsValue(null)
            || ofCall.values().stream().anyMatch(test -> test.when() != outcome)
        ? List.of()
        : ofCall.values();
  }
}
