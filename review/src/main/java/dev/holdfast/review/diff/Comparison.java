package dev.holdfast.review.diff;

import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractKind;
import dev.holdfast.review.source.SourceMember;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Compares the contracts of one member at base and at head. */
final class Comparison {
  private static final Set<ContractKind> EFFECTS =
      EnumSet.of(
          ContractKind.ACQUIRES,
          ContractKind.ACQUIRES_IF,
          ContractKind.RELEASES,
          ContractKind.RELEASES_IF,
          ContractKind.DOWNGRADES,
          ContractKind.MAY_RELEASE,
          ContractKind.ESTABLISHES,
          ContractKind.ENDS,
          ContractKind.LOCK_SCOPE);
  private static final Set<ContractKind> PROMISES =
      EnumSet.of(
          ContractKind.ENSURES,
          ContractKind.ENSURES_IF,
          ContractKind.ASSERTS_HELD,
          ContractKind.TESTS_HELD,
          ContractKind.RETURNS,
          ContractKind.SAME_OBJECT,
          ContractKind.RUNS_INLINE);
  private static final Set<ContractKind> ORDERS =
      EnumSet.of(ContractKind.ACQUIRED_BEFORE, ContractKind.ACQUIRED_AFTER);

  private final SourceMember base;
  private final SourceMember head;
  private final List<Contract> gone;
  private final List<Contract> come;
  private final List<ContractChange> changes = new ArrayList<>();

  /**
   * For one member.
   *
   * @param base with names as they are at head
   * @param head as it is
   */
  Comparison(SourceMember base, SourceMember head) {
    this.base = base;
    this.head = head;
    gone = new ArrayList<>(base.contracts());
    come = new ArrayList<>(head.contracts());
  }

  /** Every change, none if both say the same. */
  List<ContractChange> changes() {
    dropUnchanged();
    restated();
    inherited();
    requirements();
    exclusions();
    guards();
    definitions();
    family(EFFECTS, ChangeKind.EFFECT_ADDED, ChangeKind.EFFECT_DROPPED, ChangeKind.EFFECT_CHANGED);
    family(
        PROMISES, ChangeKind.PROMISE_ADDED, ChangeKind.PROMISE_DROPPED, ChangeKind.PROMISE_CHANGED);
    family(ORDERS, ChangeKind.ORDER_ADDED, ChangeKind.ORDER_DROPPED, ChangeKind.ORDER_CHANGED);
    family(
        EnumSet.of(ContractKind.UNCHECKED),
        ChangeKind.UNCHECKED_ADDED,
        ChangeKind.UNCHECKED_REMOVED,
        ChangeKind.REASON_CHANGED);
    rest(
        Set.of(ContractKind.SUPPRESSES),
        ChangeKind.SUPPRESSION_ADDED,
        ChangeKind.SUPPRESSION_REMOVED);
    return changes;
  }

  private void dropUnchanged() {
    pairs((b, h) -> b.toString().equals(h.toString()), (b, h) -> {});
    pairs((b, h) -> sameMeaning(b, h) && sameOrigin(b, h), (b, h) -> {});
  }

  /** The same said in other words: one change, however many contracts it is. */
  private void restated() {
    List<Contract> before = new ArrayList<>();
    List<Contract> after = new ArrayList<>();
    pairs(
        (b, h) -> sameMeaning(b, h) || sameDemand(b, h),
        (b, h) -> {
          before.add(b);
          after.add(h);
        });
    if (!before.isEmpty()) {
      add(ChangeKind.CONTRACT_RESTATED, before, after);
    }
  }

  private static boolean sameMeaning(Contract b, Contract h) {
    return withoutPlace(b).equals(withoutPlace(h));
  }

  private static Contract withoutPlace(Contract contract) {
    Contract meaning = contract.meaning();
    return meaning.kind() == ContractKind.SUPPRESSES
        ? Contract.of(ContractKind.SUPPRESSES, meaning.locks().toArray(String[]::new))
        : meaning;
  }

  /** An annotation whose name could not be resolved on one side is the same annotation. */
  private static boolean sameOrigin(Contract b, Contract h) {
    return b.origin().equals(h.origin())
        || b.origin().startsWith("@?")
        || h.origin().startsWith("@?");
  }

  private static boolean sameDemand(Contract b, Contract h) {
    boolean both = demands(b) && demands(h);
    if (both && !b.locks().isEmpty() && !h.locks().isEmpty()) {
      boolean restated = b.kind() == h.kind() || assertionForRequirement(b, h);
      return restated && equivalent(b, h);
    }
    if (excludes(b) && excludes(h) && !b.locks().isEmpty()) {
      return excludesAsMuch(b, h) && excludesAsMuch(h, b);
    }
    return b.kind() == ContractKind.GUARDED_BY
        && h.kind() == ContractKind.GUARDED_BY
        && Guard.of(b.meaning()).implies(Guard.of(h.meaning()))
        && Guard.of(h.meaning()).implies(Guard.of(b.meaning()));
  }

  private static boolean excludes(Contract contract) {
    return contract.kind() == ContractKind.EXCLUDES || contract.kind() == ContractKind.ASSERTS_NOT;
  }

  private static boolean assertionForRequirement(Contract b, Contract h) {
    return b.kind() == ContractKind.ASSERTS && h.kind() == ContractKind.REQUIRES
        || b.kind() == ContractKind.REQUIRES && h.kind() == ContractKind.ASSERTS;
  }

  private static boolean demands(Contract contract) {
    return contract.kind() == ContractKind.REQUIRES || contract.kind() == ContractKind.ASSERTS;
  }

  private static boolean equivalent(Contract b, Contract h) {
    return implies(b, h) && implies(h, b);
  }

  private static boolean implies(Contract held, Contract needed) {
    return LockMode.anyImplies(held.meaning().locks(), needed.meaning().locks());
  }

  /** An empty contract drops what is inherited of its kind. */
  private void inherited() {
    Predicate<Contract> empty =
        c -> c.locks().isEmpty() && c.attributes().isEmpty() && c.kind() != ContractKind.LOCK_SCOPE;
    each(come, empty, c -> one(ChangeKind.INHERITED_DROPPED, null, c));
    each(gone, empty, c -> one(ChangeKind.INHERITED_RESTORED, c, null));
  }

  private void requirements() {
    assertions(ContractKind.ASSERTS, Comparison::demands);
    pairs(
        (b, h) -> demands(b) && demands(h) && implies(h, b),
        (b, h) -> one(ChangeKind.REQUIREMENT_STRENGTHENED, b, h));
    pairs(
        (b, h) -> demands(b) && demands(h) && implies(b, h),
        (b, h) -> one(ChangeKind.REQUIREMENT_WEAKENED, b, h));
    one(Comparison::demands, ChangeKind.REQUIREMENT_CHANGED);
    each(come, Comparison::demands, c -> one(ChangeKind.REQUIREMENT_ADDED, null, c));
    each(gone, Comparison::demands, c -> one(ChangeKind.REQUIREMENT_DROPPED, c, null));
  }

  private void exclusions() {
    Predicate<Contract> excludes = Comparison::excludes;
    assertions(ContractKind.ASSERTS_NOT, excludes);
    pairs(
        (b, h) -> excludes.test(b) && excludes.test(h) && excludesAsMuch(h, b),
        (b, h) -> one(ChangeKind.EXCLUSION_STRENGTHENED, b, h));
    pairs(
        (b, h) -> excludes.test(b) && excludes.test(h) && excludesAsMuch(b, h),
        (b, h) -> one(ChangeKind.EXCLUSION_WEAKENED, b, h));
    one(excludes, ChangeKind.EXCLUSION_CHANGED);
    each(come, excludes, c -> one(ChangeKind.EXCLUSION_ADDED, null, c));
    each(gone, excludes, c -> one(ChangeKind.EXCLUSION_DROPPED, c, null));
  }

  private static boolean excludesAsMuch(Contract one, Contract other) {
    return one.meaning().locks().stream()
        .allMatch(
            lock ->
                other.meaning().locks().stream().anyMatch(o -> LockMode.excludesAsMuch(lock, o)));
  }

  /** An assertion that comes or goes while an annotation says the same changes the check alone. */
  private void assertions(ContractKind kind, Predicate<Contract> family) {
    each(
        come,
        c -> c.kind() == kind && saidBy(base, c, family) && saidBy(head, c, family),
        c -> one(ChangeKind.ASSERTION_ADDED, null, c));
    each(
        gone,
        c -> c.kind() == kind && saidBy(head, c, family) && saidBy(base, c, family),
        c -> one(ChangeKind.ASSERTION_REMOVED, c, null));
  }

  private static boolean saidBy(
      SourceMember member, Contract assertion, Predicate<Contract> family) {
    return member.contracts().stream()
        .filter(c -> family.test(c) && c.kind() != assertion.kind() && !c.locks().isEmpty())
        .anyMatch(c -> implies(c, assertion));
  }

  private void guards() {
    Predicate<Contract> guard = c -> c.kind() == ContractKind.GUARDED_BY;
    pairs(
        (b, h) -> guard.test(b) && guard.test(h),
        (b, h) -> {
          Guard before = Guard.of(b.meaning());
          Guard after = Guard.of(h.meaning());
          boolean stronger = after.implies(before);
          boolean weaker = before.implies(after);
          ChangeKind kind = stronger ? ChangeKind.GUARD_STRENGTHENED : ChangeKind.GUARD_CHANGED;
          one(weaker ? ChangeKind.GUARD_WEAKENED : kind, b, h);
        });
    rest(Set.of(ContractKind.GUARDED_BY), ChangeKind.GUARD_ADDED, ChangeKind.GUARD_DROPPED);
  }

  private void definitions() {
    Set<ContractKind> kinds = EnumSet.of(ContractKind.DEFINES_LOCK, ContractKind.DEFINES_STATE);
    pairs(
        (b, h) -> kinds.contains(b.kind()) && b.kind() == h.kind() && b.locks().equals(h.locks()),
        (b, h) ->
            Definitions.changes(b, h)
                .forEach(c -> add(c.kind(), c.verdict(), List.of(b), List.of(h))));
    rest(kinds, ChangeKind.LOCK_DEFINED, ChangeKind.LOCK_UNDEFINED);
  }

  private void family(
      Set<ContractKind> kinds, ChangeKind added, ChangeKind dropped, ChangeKind changed) {
    for (ContractKind kind : kinds) {
      one(c -> c.kind() == kind, changed);
    }
    one(c -> kinds.contains(c.kind()) && EFFECTS.contains(c.kind()), changed);
    rest(kinds, added, dropped);
  }

  private void rest(Set<ContractKind> kinds, ChangeKind added, ChangeKind dropped) {
    each(come, c -> kinds.contains(c.kind()), c -> one(added, null, c));
    each(gone, c -> kinds.contains(c.kind()), c -> one(dropped, c, null));
  }

  /** Exactly one gone and one come: one became the other. */
  private void one(Predicate<Contract> family, ChangeKind changed) {
    List<Contract> before = gone.stream().filter(family).toList();
    List<Contract> after = come.stream().filter(family).toList();
    if (before.size() == 1 && after.size() == 1) {
      gone.remove(before.get(0));
      come.remove(after.get(0));
      one(changed, before.get(0), after.get(0));
    }
  }

  private interface Pair {
    void of(Contract before, Contract after);
  }

  private void pairs(BiPredicate<Contract, Contract> match, Pair found) {
    for (Contract b : List.copyOf(gone)) {
      for (Contract h : List.copyOf(come)) {
        if (match.test(b, h)) {
          gone.remove(b);
          come.remove(h);
          found.of(b, h);
          break;
        }
      }
    }
  }

  private interface Single {
    void of(Contract contract);
  }

  private static void each(List<Contract> from, Predicate<Contract> which, Single found) {
    for (Contract contract : List.copyOf(from)) {
      if (which.test(contract)) {
        from.remove(contract);
        found.of(contract);
      }
    }
  }

  private void one(ChangeKind kind, Contract before, Contract after) {
    add(
        kind,
        before == null ? List.of() : List.of(before),
        after == null ? List.of() : List.of(after));
  }

  private void add(ChangeKind kind, List<Contract> before, List<Contract> after) {
    add(kind, Judgement.of(kind, before, after, head), before, after);
  }

  private void add(ChangeKind kind, Verdict verdict, List<Contract> before, List<Contract> after) {
    changes.add(
        new ContractChange(
            kind,
            verdict,
            head.name(),
            "",
            before,
            after,
            new ContractChange.Place(head.path(), head.line()),
            false,
            head.overridable(),
            head.parameters()));
  }
}
