package dev.holdfast.review.diff;

import dev.holdfast.review.contract.Contract;
import dev.holdfast.review.contract.ContractLine;
import dev.holdfast.review.source.SourceMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The difference between the lock contracts of two sets of declarations.
 *
 * @param changes gravest first, then by member
 * @param renames new member name by name at base, for every member that was renamed or moved
 */
public record ContractDiff(List<ContractChange> changes, Map<String, String> renames) {
  /** Sorts the changes. */
  public ContractDiff {
    changes = changes.stream().distinct().sorted().toList();
    renames = Map.copyOf(renames);
  }

  /**
   * Compares.
   *
   * @param base the declarations before, those without contracts too
   * @param head the declarations after, those without contracts too
   */
  public static ContractDiff of(Collection<SourceMember> base, Collection<SourceMember> head) {
    return new DiffWork(base, head).diff();
  }

  /**
   * Compares a list of contracts, which knows no members without, with declarations. A member that
   * was renamed counts as one removed and one added.
   *
   * @param path what to call the list where a change can be shown nowhere else
   * @param base the list
   * @param head the declarations, those without contracts too
   */
  public static ContractDiff ofList(
      String path, Collection<ContractLine> base, Collection<SourceMember> head) {
    Map<String, List<Contract>> listed = new TreeMap<>();
    for (ContractLine line : base) {
      listed.computeIfAbsent(line.member(), m -> new ArrayList<>()).addAll(line.contracts());
    }
    List<SourceMember> members = new ArrayList<>();
    for (SourceMember member : head) {
      List<Contract> contracts = listed.remove(member.name());
      members.add(member.withContracts(contracts == null ? List.of() : contracts));
    }
    List<ContractChange> changes = new ArrayList<>(of(members, head).changes());
    listed.forEach(
        (name, contracts) ->
            changes.add(
                new ContractChange(
                    ChangeKind.MEMBER_REMOVED,
                    ChangeKind.MEMBER_REMOVED.verdict(),
                    name,
                    "",
                    contracts,
                    List.of(),
                    new ContractChange.Place(path, 1),
                    true,
                    false,
                    List.of())));
    return new ContractDiff(changes, Map.of());
  }

  /** What a member at base is called at head; its own name where nothing is known. */
  public UnaryOperator<String> renaming() {
    return name -> renames.getOrDefault(name, name);
  }
}
