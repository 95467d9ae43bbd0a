package dev.holdfast.review.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every contract of one member as one line: {@code member contract contract…}. The same member and
 * the same contracts give the same text, however they were formatted, ordered or imported.
 *
 * <pre>
 * com.acme.Cache#get(Object) requires(rw.readLock())
 * com.acme.Pager#touch(Region) &#64;com.acme.RequiresShard(#1){requires(#1.lock)}
 * </pre>
 *
 * <p>Contracts in the language's own words come first, by kind and text; then those of each alias
 * or foreign annotation, by its name. Lines are ordered by member.
 *
 * @param member {@code pkg.Type.Nested}, {@code pkg.Type#field} or {@code
 *     pkg.Type#name(ErasedParam,…)}
 * @param contracts sorted, without duplicates
 */
public record ContractLine(String member, List<Contract> contracts)
    implements Comparable<ContractLine> {

  /** Sorts the contracts and drops duplicates. */
  public ContractLine {
    contracts = contracts.stream().distinct().sorted().toList();
  }

  /** The canonical text, without a line end. */
  public String print() {
    StringBuilder text = new StringBuilder(member);
    String open = "";
    for (Contract contract : contracts) {
      if (!open.isEmpty() && contract.origin().equals(open)) {
        text.append(' ').append(contract.body());
        continue;
      }
      text.append(open.isEmpty() ? " " : "} ");
      open = contract.origin();
      text.append(open.isEmpty() ? "" : open + "{").append(contract.body());
    }
    return text.append(open.isEmpty() ? "" : "}").toString();
  }

  /** All lines in order, each with a line end. */
  public static String print(Collection<ContractLine> lines) {
    return lines.stream().sorted().map(line -> line.print() + "\n").collect(Collectors.joining());
  }

  /**
   * Reads what {@link #print()} wrote.
   *
   * @throws IllegalArgumentException if the text is no such line; the message says where
   */
  public static ContractLine parse(String text) {
    return new LineParser(text).line();
  }

  /**
   * Reads a list of lines. Blank lines and lines that begin with {@code #} are skipped.
   *
   * @throws IllegalArgumentException if a line is none; the message gives its number
   */
  public static List<ContractLine> parseAll(String text) {
    List<ContractLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        lines.add(parse(line));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
      }
    }
    return lines;
  }

  @Override
  public int compareTo(ContractLine other) {
    return member.compareTo(other.member);
  }

  @Override
  public String toString() {
    return print();
  }
}
