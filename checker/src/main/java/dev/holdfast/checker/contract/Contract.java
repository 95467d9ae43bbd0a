package dev.holdfast.checker.contract;

import dev.holdfast.checker.path.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that is declared of one method or constructor, inherited contracts included. */
public final class Contract {
  /** A method of which nothing is said. */
  public static final Contract NONE = new Contract();

  /** What the model says of stamps. */
  public enum StampRole {
    NONE,
    /** The result is the stamp of what the call acquires. */
    STAMPED,
    /** The result is an optimistic stamp. */
    OPTIMISTIC,
    /** The result says whether the stamp is still valid. */
    VALIDATES,
    /** The result is the stamp of the converted hold, or zero. */
    CONVERTS,
    /** The result says which kind of stamp it is. */
    TESTS_KIND
  }

  /** An object that is an element of a collection when a call ends. */
  public record Kept(LockRef object, LockRef collection) {}

  /** Two expressions that name one object. */
  public record Same(Path left, Path right, Origin origin) {}

  final List<Clause> clauses = new ArrayList<>();
  final List<Same> same = new ArrayList<>();
  final List<Clause> meanwhile = new ArrayList<>();
  final List<Kept> kept = new ArrayList<>();
  final Map<Integer, String> deferredTo = new HashMap<>();
  final BitSet emptied = new BitSet();
  final Map<Integer, List<LockRef>> holding = new HashMap<>();
  final Map<Integer, List<LockRef>> heldForCallback = new HashMap<>();
  final Map<Integer, List<LockRef>> lostForCallback = new HashMap<>();
  final Map<Integer, List<LockRef>> givenToCallback = new HashMap<>();
  LockRef returns;
  Origin returnsOrigin;
  String uncheckedReason;
  boolean fromModel;
  boolean modelled;
  StampRole stampRole = StampRole.NONE;
  Mode stampMode;
  int stampParameter = -1;
  When whenNonNull;
  int nullTested = -1;

  /** What each trait is of: the method at 0, its parameters behind that. */
  private final Map<Trait, BitSet> traits = new EnumMap<>(Trait.class);

  Contract() {}

  /** Adds a trait, of the parameter at that index, or of the method where that is -1. */
  void add(Trait trait, int parameter) {
    traits.computeIfAbsent(trait, each -> new BitSet()).set(parameter + 1);
  }

  private boolean has(Trait trait, int parameter) {
    BitSet of = traits.get(trait);
    return of != null && of.get(parameter + 1);
  }

  private boolean has(Trait trait) {
    return has(trait, -1);
  }

  /**
   * The contract with what a body was seen to do.
   *
   * @param more further clauses
   * @param meanwhile the acquisitions of locks that are held for a while in each call
   * @param emptied the parameters that are collections without elements when a call ends
   * @param kept what is an element of a collection then, all of whose elements' locks are held
   */
  public static Contract withClauses(
      Contract base, List<Clause> more, List<Clause> meanwhile, BitSet emptied, List<Kept> kept) {
    Contract result = new Contract();
    result.inherit(base, Set.of());
    result.uncheckedReason = base.uncheckedReason;
    result.clauses.addAll(more);
    result.meanwhile.addAll(meanwhile);
    result.emptied.or(emptied);
    result.kept.addAll(kept);
    return result;
  }

  /**
   * The contract with the locks that a body was seen to hold where it runs its callbacks, those of
   * its callers that it has given up there, and what it gives them.
   */
  public static Contract withCallbacks(
      Contract base,
      Map<Integer, List<LockRef>> held,
      Map<Integer, List<LockRef>> lost,
      Map<Integer, List<LockRef>> given) {
    Contract result = withClauses(base, List.of(), base.meanwhile, base.emptied, base.kept);
    result.modelled = base.modelled;
    result.heldForCallback.putAll(held);
    result.lostForCallback.putAll(lost);
    result.givenToCallback.putAll(given);
    return result;
  }

  /**
   * Takes over what another contract says and this one does not say itself.
   *
   * @param declared the groups of clauses that this one replaces
   */
  void inherit(Contract from, Set<Clause.Group> declared) {
    for (Clause clause : from.clauses) {
      if (!declared.contains(clause.kind().group) && !clauses.contains(clause)) {
        clauses.add(clause);
      }
    }
    if (returns == null) {
      returns = from.returns;
      returnsOrigin = from.returnsOrigin;
    }
    if (stampRole == StampRole.NONE) {
      stampRole = from.stampRole;
      stampMode = from.stampMode;
      stampParameter = from.stampParameter;
    }
    if (whenNonNull == null) {
      whenNonNull = from.whenNonNull;
      nullTested = from.nullTested;
    }
    same.addAll(from.same);
    from.holding.forEach(holding::putIfAbsent);
    deferredTo.putAll(from.deferredTo);
    from.traits.forEach((key, of) -> traits.computeIfAbsent(key, each -> new BitSet()).or(of));
    fromModel |= from.fromModel;
  }

  /** Whether the argument is a collection that has no elements any more when a call ends. */
  public boolean empties(int parameter) {
    return emptied.get(parameter);
  }

  /** What is an element of a collection when a call ends, all of whose elements' locks are held. */
  public List<Kept> kept() {
    return kept;
  }

  /** All clauses, in the order in which they were declared. */
  public List<Clause> clauses() {
    return clauses;
  }

  /** The clauses of one kind. */
  public List<Clause> clauses(Clause.Kind kind) {
    if (clauses.isEmpty()) {
      return List.of();
    }
    List<Clause> result = new ArrayList<>();
    for (Clause clause : clauses) {
      if (clause.kind() == kind) {
        result.add(clause);
      }
    }
    return result;
  }

  /** Whether there is a clause of that kind. */
  public boolean has(Clause.Kind kind) {
    for (Clause clause : clauses) {
      if (clause.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** The pairs of expressions that name one object. */
  public List<Same> same() {
    return same;
  }

  /** Acquisitions inside each call of a private method, whatever it leaves behind. */
  public List<Clause> meanwhile() {
    return meanwhile;
  }

  /** What the result is, or null. */
  public LockRef returns() {
    return returns;
  }

  /** Where {@link #returns} was declared. */
  public Origin returnsOrigin() {
    return returnsOrigin;
  }

  /** Whether the callback at that index runs before the method returns, on the calling thread. */
  public boolean runsInline(int parameter) {
    return has(Trait.RUNS_INLINE, parameter);
  }

  /** Whether any callback runs before the method returns. */
  public boolean runsAnyInline() {
    return traits.containsKey(Trait.RUNS_INLINE);
  }

  /** Whether the callback at that index runs when the result's pipeline is consumed. */
  public boolean defers(int parameter) {
    return has(Trait.DEFERRED, parameter);
  }

  /**
   * The method of the result that runs the callback at that index; empty if what consumes it does.
   */
  public String deferredTo(int parameter) {
    return deferredTo.getOrDefault(parameter, "");
  }

  /** Whether the pipelines that the callback at that index gives are consumed where it runs. */
  public boolean consumes(int parameter) {
    return has(Trait.RUNS_DEFERRED, parameter);
  }

  /** Whether the call writes the object that it is given at that index. */
  public boolean mutates(int parameter) {
    return has(Trait.MUTATES, parameter);
  }

  /** Whether the method returns normally only if the argument at that index is not null. */
  public boolean demandsNonNull(int parameter) {
    return has(Trait.NON_NULL, parameter);
  }

  /** The outcome that the method has exactly if {@link #nullTested} is not null; null if none. */
  public When whenNonNull() {
    return whenNonNull;
  }

  /** The index of the argument that is tested for null, or -1. */
  public int nullTested() {
    return nullTested;
  }

  /** The locks that are held whenever the callback at that index runs. */
  public List<LockRef> holding(int parameter) {
    return holding.getOrDefault(parameter, List.of());
  }

  /** The locks that each call holds where it runs the callback at that index, before it returns. */
  public List<LockRef> heldForCallback(int parameter) {
    return heldForCallback.getOrDefault(parameter, List.of());
  }

  /** The locks of its callers that some call has given up where it runs the callback there. */
  public List<LockRef> lostForCallback(int parameter) {
    return lostForCallback.getOrDefault(parameter, List.of());
  }

  /**
   * What each call of the callback at that index is given, argument by argument, null where that is
   * not known; empty if nothing is.
   */
  public List<LockRef> givenToCallback(int parameter) {
    return givenToCallback.getOrDefault(parameter, List.of());
  }

  /** Whether the pipeline that results runs its callbacks on other threads. */
  public boolean isParallel() {
    return has(Trait.PARALLEL);
  }

  /** Whether no callback is deferred. */
  public boolean deferredNone() {
    return !traits.containsKey(Trait.DEFERRED);
  }

  /** Whether the call consumes the receiver's pipeline. */
  public boolean runsDeferred() {
    return has(Trait.RUNS_DEFERRED);
  }

  /** Whether the body is not checked. */
  public boolean isUnchecked() {
    return uncheckedReason != null;
  }

  /** Why the body is not checked; null if it is. */
  public String uncheckedReason() {
    return uncheckedReason;
  }

  /** Whether the call is taken not to throw. */
  public boolean neverThrows() {
    return has(Trait.NEVER_THROWS);
  }

  /** Whether the call writes its receiver. */
  public boolean mutates() {
    return has(Trait.MUTATES);
  }

  /** Whether the result is a new object with the receiver's content. */
  public boolean isCopy() {
    return has(Trait.COPY);
  }

  /** Whether the object that it makes alone has what it is given. */
  public boolean keeps() {
    return has(Trait.KEEPS);
  }

  /** Whether other threads have the receiver from the call on. */
  public boolean publishes() {
    return has(Trait.PUBLISHES);
  }

  /** Whether the result is a live view of the argument. */
  public boolean isViewOf(int parameter) {
    return has(Trait.VIEW, parameter);
  }

  /** Whether the result is a live view of the receiver. */
  public boolean isView() {
    return has(Trait.VIEW);
  }

  /** Whether the result is a pipeline that has each element of the receiver once. */
  public boolean givesEach() {
    return has(Trait.EACH);
  }

  /** Whether it gives one that has each element of anything. */
  public boolean givesAny() {
    return traits.containsKey(Trait.EACH);
  }

  /** Whether it is one that has each element of the array that is given at that index. */
  public boolean givesEach(int parameter) {
    return has(Trait.EACH, parameter);
  }

  /** Whether the call takes a lock, be it in some cases only. */
  public boolean acquiresAny() {
    return has(Clause.Kind.ACQUIRES) || has(Clause.Kind.ACQUIRES_IF);
  }

  /** Whether the call gives up a lock, be it for a while. */
  public boolean releasesAny() {
    return has(Trait.RELEASES_ALL)
        || has(Clause.Kind.RELEASES)
        || has(Clause.Kind.RELEASES_IF)
        || has(Clause.Kind.MAY_RELEASE)
        || has(Clause.Kind.DOWNGRADES);
  }

  /** Whether every hold may be lost in the call. */
  public boolean releasesAll() {
    return has(Trait.RELEASES_ALL);
  }

  /** Whether the method itself has a model, and not only one that it overrides. */
  public boolean isModelled() {
    return modelled;
  }

  /** Whether the effects come from a model and not from a declaration of the user's. */
  public boolean fromModel() {
    return fromModel;
  }

  /** What the call does with stamps. */
  public StampRole stampRole() {
    return stampRole;
  }

  /** The mode converted to or tested; null for optimistic. */
  public Mode stampMode() {
    return stampMode;
  }

  /** The index of the stamp argument, or -1. */
  public int stampParameter() {
    return stampParameter;
  }

  /** Whether it says which object the result, or an argument, has to be. */
  public boolean identifies() {
    return !same.isEmpty() || returns != null && !fromModel;
  }

  /** Whether a body that implements the method can break it. */
  public boolean bindsBodies() {
    return !clauses.isEmpty() || identifies();
  }

  /**
   * Whether a call of it can change or needs a lock fact; else it matters only as an ordinary call.
   */
  public boolean concernsLocks() {
    return !clauses.isEmpty()
        || stampRole != StampRole.NONE
        || has(Trait.RELEASES_ALL)
        || !same.isEmpty()
        || !meanwhile.isEmpty();
  }
}
