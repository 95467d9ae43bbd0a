package dev.holdfast.review.diff;

import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.source.SourceMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One comparison of two sets of declarations. */
final class DiffWork {
  private static final Pattern PLACEHOLDER = Pattern.compile("#(\\d+)");

  private final List<ContractChange> changes = new ArrayList<>();
  private final Map<String, String> renames = new HashMap<>();
  private final Map<SourceMember, String> formerNames = new HashMap<>();
  private final TypeRenames types;
  private final MemberMatch match;
  private final FieldRenames fields;
  private final Set<String> changedAliases = new HashSet<>();

  DiffWork(Collection<SourceMember> base, Collection<SourceMember> head) {
    types = TypeRenames.find(base, head);
    List<SourceMember> renamed = new ArrayList<>();
    for (SourceMember member : base) {
      SourceMember applied = types.applied(member);
      renamed.add(applied);
      if (!applied.name().equals(member.name())) {
        formerNames.put(applied, member.name());
        renames.put(member.name(), applied.name());
      }
    }
    match = new MemberMatch(renamed, head);
    fields = new FieldRenames(match);
  }

  ContractDiff diff() {
    for (MemberMatch.Pair pair : match.pairs()) {
      if (!pair.sameName()) {
        renames.put(former(pair.base()), pair.head().name());
      }
      noteAlias(pair);
    }
    typeRenames();
    match.pairs().forEach(this::pair);
    gone();
    match.come().stream().filter(m -> !m.contracts().isEmpty()).forEach(this::come);
    return new ContractDiff(changes, renames);
  }

  private String former(SourceMember base) {
    return formerNames.getOrDefault(base, base.name());
  }

  private void noteAlias(MemberMatch.Pair pair) {
    boolean alias = pair.head().kind() == SourceMember.Kind.ANNOTATION;
    if (alias && !meanings(pair.base()).equals(meanings(pair.head()))) {
      changedAliases.add(pair.head().name());
    }
  }

  private static List<String> meanings(SourceMember member) {
    return member.contracts().stream().map(c -> c.meaning().toString()).sorted().toList();
  }

  /** One change for a type, outermost first, whatever it takes along. */
  private void typeRenames() {
    Set<String> reported = new TreeSet<>();
    for (Map.Entry<String, String> type : new TreeMap<>(types.types()).entrySet()) {
      boolean inner = reported.stream().anyMatch(outer -> type.getKey().startsWith(outer + "."));
      List<Contract> carried = new ArrayList<>();
      SourceMember at = null;
      for (MemberMatch.Pair pair : match.pairs()) {
        String name = pair.head().name();
        boolean within =
            name.equals(type.getValue())
                || name.startsWith(type.getValue() + "#")
                || name.startsWith(type.getValue() + ".");
        if (within && formerNames.containsKey(pair.base())) {
          carried.addAll(pair.base().contracts());
        }
        at = name.equals(type.getValue()) ? pair.head() : at;
      }
      if (!inner && at != null && !carried.isEmpty()) {
        reported.add(type.getKey());
        add(ChangeKind.CONTRACT_MOVED, at, type.getKey(), List.of(), List.of(), false);
      }
    }
  }

  private void pair(MemberMatch.Pair pair) {
    SourceMember head = pair.head();
    SourceMember base = parametersOf(pair.base(), head);
    SourceMember renamed = fields.applied(base);
    if (!renamed.contracts().equals(base.contracts())) {
      lockRenamed(base, renamed, head);
    }
    base = withoutChangedAliases(renamed, head);
    SourceMember compared = withoutChangedAliases(head, renamed);
    if (pair.sameName()) {
      changes.addAll(new Comparison(base, compared).changes());
      return;
    }
    if (!base.contracts().isEmpty() && compared.contracts().isEmpty()) {
      add(ChangeKind.CONTRACT_LOST, head, former(pair.base()), base.contracts(), List.of(), false);
      return;
    }
    if (!base.contracts().isEmpty()) {
      add(ChangeKind.CONTRACT_MOVED, head, former(pair.base()), List.of(), base.contracts(), false);
    }
    changes.addAll(new Comparison(base, compared).changes());
  }

  private void lockRenamed(SourceMember base, SourceMember renamed, SourceMember head) {
    boolean kept = meanings(renamed).stream().anyMatch(meanings(head)::contains);
    if (kept) {
      List<Contract> before = new ArrayList<>(base.contracts());
      before.removeAll(renamed.contracts());
      List<Contract> after = new ArrayList<>(renamed.contracts());
      after.removeAll(base.contracts());
      add(ChangeKind.LOCK_RENAMED, head, "", before, after, false);
    }
  }

  /** Parameters by their place at head, told by their names. */
  private static SourceMember parametersOf(SourceMember base, SourceMember head) {
    List<String> before = base.parameters();
    List<String> after = head.parameters();
    if (base.name().equals(head.name()) || before.equals(after)) {
      return base;
    }
    UnaryOperator<String> moved =
        text ->
            PLACEHOLDER
                .matcher(text)
                .replaceAll(
                    m -> {
                      int from = Integer.parseInt(m.group(1)) - 1;
                      int to = from < before.size() ? after.indexOf(before.get(from)) : -1;
                      boolean gone = to < 0 && before.size() != after.size();
                      int index = to >= 0 ? to : from;
                      return Matcher.quoteReplacement(gone ? "#gone" : "#" + (index + 1));
                    });
    return base.withContracts(base.contracts().stream().map(c -> c.mapped(moved)).toList());
  }

  /** Where an alias means something else now, that is one change: at the alias. */
  private SourceMember withoutChangedAliases(SourceMember member, SourceMember other) {
    if (changedAliases.isEmpty()) {
      return member;
    }
    Set<String> elsewhere = new HashSet<>();
    other.contracts().forEach(c -> elsewhere.add(c.origin()));
    return member.withContracts(
        member.contracts().stream()
            .filter(
                c -> {
                  String alias = c.origin().replaceAll("^@|\\(.*", "");
                  boolean emptied = !elsewhere.contains(c.origin()) && emptied(alias);
                  return !changedAliases.contains(alias)
                      || !elsewhere.contains(c.origin()) && !emptied;
                })
            .toList());
  }

  private boolean emptied(String alias) {
    return match.pairs().stream()
        .anyMatch(
            p ->
                p.head().name().equals(alias)
                    && (p.head().contracts().isEmpty() || p.base().contracts().isEmpty()));
  }

  /** A type that is gone takes its members along: one change. */
  private void gone() {
    Set<String> goneTypes = new TreeSet<>();
    Map<String, List<Contract>> lost = new TreeMap<>();
    Map<String, SourceMember> at = new HashMap<>();
    for (SourceMember member : match.gone()) {
      boolean type =
          member.kind() == SourceMember.Kind.TYPE || member.kind() == SourceMember.Kind.ANNOTATION;
      if (type && goneTypes.stream().noneMatch(outer -> member.name().startsWith(outer + "."))) {
        goneTypes.add(member.name());
        at.put(member.name(), member);
      }
    }
    for (SourceMember member : match.gone()) {
      String owner =
          goneTypes.stream()
              .filter(
                  t ->
                      member.name().equals(t)
                          || member.name().startsWith(t + "#")
                          || member.name().startsWith(t + "."))
              .findFirst()
              .orElse(member.name());
      at.putIfAbsent(owner, member);
      lost.computeIfAbsent(owner, name -> new ArrayList<>()).addAll(member.contracts());
    }
    lost.forEach(
        (name, contracts) -> {
          if (!contracts.isEmpty()) {
            add(ChangeKind.MEMBER_REMOVED, at.get(name), "", contracts, List.of(), true);
          }
        });
  }

  private void come(SourceMember member) {
    List<Contract> unsafe = new ArrayList<>();
    List<Contract> rest = new ArrayList<>();
    for (Contract contract : member.contracts()) {
      switch (contract.kind()) {
        case UNCHECKED, SUPPRESSES -> unsafe.add(contract);
        default -> rest.add(contract);
      }
    }
    if (!rest.isEmpty()) {
      add(ChangeKind.MEMBER_ADDED, member, "", List.of(), rest, false);
    }
    SourceMember before = member.withContracts(List.of());
    changes.addAll(new Comparison(before, member.withContracts(unsafe)).changes());
  }

  private void add(
      ChangeKind kind,
      SourceMember at,
      String former,
      List<Contract> before,
      List<Contract> after,
      boolean atBase) {
    changes.add(
        new ContractChange(
            kind,
            kind.verdict(),
            at.name(),
            former,
            before,
            after,
            new ContractChange.Place(at.path(), at.line()),
            atBase,
            at.overridable(),
            at.parameters()));
  }
}
