package dev.holdfast.review.contract;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One contract of a member in canonical form. Pure data: two contracts that say the same are equal
 * but for {@link #origin()}.
 *
 * <p>Expressions are canonical, too: see {@code docs/contracts-format.md}. A name that could not be
 * resolved begins with {@code ?}.
 *
 * @param kind what it says
 * @param locks the expressions, sorted; several are alternatives (for {@link
 *     ContractKind#SAME_OBJECT}: all the same)
 * @param attributes further properties by name, a flag with the value {@code ""}
 * @param origin how it was written, if not with the contract language's own annotation: {@code
 *     @com.acme.RequiresShard(#1)}; empty otherwise
 */
public record Contract(
    ContractKind kind, List<String> locks, SortedMap<String, String> attributes, String origin)
    implements Comparable<Contract> {

  /** The attributes whose values are lock expressions. */
  private static final List<String> EXPRESSIONS =
      List.of("after", "excludes", "implied-by", "needs", "read", "same-as", "within", "write");

  private static final Comparator<Contract> ORDER =
      Comparator.comparing(Contract::origin)
          .thenComparing(Contract::kind)
          .thenComparing(Contract::body);

  /** Copies and sorts. */
  public Contract {
    locks = locks.stream().distinct().sorted().toList();
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** A contract in the language's own words. */
  public static Contract of(ContractKind kind, String... locks) {
    return new Contract(kind, List.of(locks), new TreeMap<>(), "");
  }

  /** The same with one more attribute. */
  public Contract with(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(attributes);
    more.put(name, value);
    return new Contract(kind, locks, more, origin);
  }

  /** The same, written another way. */
  public Contract from(String newOrigin) {
    return new Contract(kind, locks, attributes, newOrigin);
  }

  /** The same as another kind. */
  public Contract as(ContractKind newKind) {
    return new Contract(newKind, locks, attributes, origin);
  }

  /** The meaning alone: without the way in which it was written and without marks of doubt. */
  public Contract meaning() {
    return mapped(text -> text.replace("?", "")).from("");
  }

  /** The same with every expression and the origin changed by the function. */
  public Contract mapped(UnaryOperator<String> change) {
    SortedMap<String, String> changed = new TreeMap<>(attributes);
    for (String name : EXPRESSIONS) {
      changed.computeIfPresent(name, (key, value) -> each(value, change));
    }
    String changedOrigin = origin.isEmpty() ? "" : change.apply(origin);
    return new Contract(kind, locks.stream().map(change).toList(), changed, changedOrigin);
  }

  private static String each(String value, UnaryOperator<String> change) {
    String separator = value.contains(" & ") ? " & " : " | ";
    return Stream.of(value.split(Pattern.quote(separator)))
        .map(change)
        .sorted()
        .collect(Collectors.joining(separator));
  }

  /** The value of an attribute, empty where it has none. */
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  /** Whether the flag or attribute is there. */
  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** The contract without its origin, for example {@code requires(rw.readLock())}. */
  public String body() {
    StringBuilder text = new StringBuilder(String.join(kind.separator(), locks));
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      text.append(text.isEmpty() ? "" : "; ").append(attribute.getKey());
      if (!attribute.getValue().isEmpty()) {
        text.append('=').append(attribute.getValue());
      }
    }
    return kind.word() + "(" + text + ")";
  }

  /** For people: as written where there is another way, and without package names. */
  public String display() {
    String shown = origin.isEmpty() ? body() : origin;
    return withoutPackages(shown);
  }

  /** Drops the package from every qualified type name in the text, literals left alone. */
  public static String withoutPackages(String text) {
    return text.lines()
        .map(line -> line.replaceAll("(?<![\\w.\"])(?:[a-z_][\\w]*\\.)+(?=[A-Z])", ""))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public int compareTo(Contract other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return origin.isEmpty() ? body() : origin + "{" + body() + "}";
  }
}
