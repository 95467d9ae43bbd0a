package dev.holdfast.review.diff;

import dev.holdfast.review.contract.Contract;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One change of a contract. Pure data.
 *
 * @param kind what happened
 * @param verdict how it is judged here
 * @param member the member at head; at base where it is gone
 * @param formerMember its name at base where that was another; empty otherwise
 * @param before the contracts that were; empty for an addition
 * @param after the contracts that are; empty for a removal
 * @param place where it stands at head; at base where it is gone
 * @param atBase whether the place is one of base
 * @param implementers whether it binds overriding methods too
 * @param parameters the names of the member's parameters, for people
 */
public record ContractChange(
    ChangeKind kind,
    Verdict verdict,
    String member,
    String formerMember,
    List<Contract> before,
    List<Contract> after,
    Place place,
    boolean atBase,
    boolean implementers,
    List<String> parameters)
    implements Comparable<ContractChange> {

  private static final Pattern PLACEHOLDER = Pattern.compile("#\\d+");

  private static final Comparator<ContractChange> ORDER =
      Comparator.comparing(ContractChange::verdict)
          .thenComparing(ContractChange::member)
          .thenComparing(ContractChange::kind)
          .thenComparing(change -> change.before().toString())
          .thenComparing(change -> change.after().toString());

  /** Copies the lists. */
  public ContractChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
    parameters = List.copyOf(parameters);
  }

  /**
   * A line of a file.
   *
   * @param path the file
   * @param line 1-based
   */
  public record Place(String path, int line) {}

  /** What it means for callers. */
  public String callersMeaning() {
    return kind.callers();
  }

  /** What it means for overriding methods; empty where there can be none. */
  public String implementersMeaning() {
    return implementers ? kind.implementers() : "";
  }

  /** The member without packages, for people. */
  public String shownMember() {
    return Contract.withoutPackages(member);
  }

  /** One clause for people: {@code requirement dropped: requires(rw.readLock())}. */
  public String summary() {
    String from = shown(before);
    String to = shown(after);
    String what =
        from.isEmpty() || to.isEmpty() || from.equals(to)
            ? from.isEmpty() ? to : from
            : from + " → " + to;
    String was =
        formerMember.isEmpty() ? "" : " (was " + Contract.withoutPackages(formerMember) + ")";
    return kind.title() + (what.isEmpty() ? "" : ": " + what) + was;
  }

  /** The contracts for people: without packages, parameters by name. */
  public String shown(List<Contract> contracts) {
    String text =
        contracts.stream().map(Contract::display).distinct().collect(Collectors.joining(" "));
    return PLACEHOLDER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(named(m.group())));
  }

  private String named(String placeholder) {
    int index = Integer.parseInt(placeholder.substring(1)) - 1;
    return index >= 0 && index < parameters.size() ? parameters.get(index) : placeholder;
  }

  @Override
  public int compareTo(ContractChange other) {
    return ORDER.compare(this, other);
  }
}
