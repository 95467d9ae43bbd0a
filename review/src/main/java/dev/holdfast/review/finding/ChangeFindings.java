package dev.holdfast.review.finding;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.message.FindingKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * What a change does to the findings: matched without lines, so that moved code is not new.
 *
 * @param introduced at head alone, in source order
 * @param kept on both sides, as they are at head
 * @param fixed at base alone, in source order
 */
public record ChangeFindings(
    List<Diagnostic> introduced, List<Diagnostic> kept, List<Diagnostic> fixed) {

  /** Nothing on either side. */
  public static final ChangeFindings NONE = new ChangeFindings(List.of(), List.of(), List.of());

  /** Copies and sorts. */
  public ChangeFindings {
    introduced = introduced.stream().sorted().toList();
    kept = kept.stream().sorted().toList();
    fixed = fixed.stream().sorted().toList();
  }

  /**
   * Matches.
   *
   * @param base the findings before
   * @param head the findings after
   * @param renaming what a member at base is called at head
   */
  public static ChangeFindings between(
      Collection<Diagnostic> base, Collection<Diagnostic> head, UnaryOperator<String> renaming) {
    TreeMap<FindingKey, Diagnostic> gone = new TreeMap<>(FindingKey.of(base, renaming));
    TreeMap<FindingKey, Diagnostic> come = new TreeMap<>(FindingKey.of(head));
    List<Diagnostic> kept = new ArrayList<>();
    for (FindingKey key : List.copyOf(come.keySet())) {
      if (gone.remove(key) != null) {
        kept.add(come.remove(key));
      }
    }
    take(gone, come, kept, ChangeFindings::movedToAnotherType);
    take(gone, come, kept, ChangeFindings::movedWithinType);
    return new ChangeFindings(new ArrayList<>(come.values()), kept, new ArrayList<>(gone.values()));
  }

  private static void take(
      Map<FindingKey, Diagnostic> gone,
      Map<FindingKey, Diagnostic> come,
      List<Diagnostic> kept,
      BiPredicate<FindingKey, FindingKey> same) {
    for (FindingKey key : List.copyOf(come.keySet())) {
      FindingKey match =
          gone.keySet().stream().filter(k -> same.test(k, key)).findFirst().orElse(null);
      if (match != null) {
        gone.remove(match);
        kept.add(come.remove(key));
      }
    }
  }

  private static boolean movedToAnotherType(FindingKey base, FindingKey head) {
    return alike(base, head)
        && base.member().contains("#")
        && afterType(base.member()).equals(afterType(head.member()));
  }

  private static boolean movedWithinType(FindingKey base, FindingKey head) {
    return alike(base, head)
        && !base.expression().isEmpty()
        && type(base.member()).equals(type(head.member()));
  }

  private static boolean alike(FindingKey base, FindingKey head) {
    return base.rule().equals(head.rule()) && base.expression().equals(head.expression());
  }

  private static String afterType(String member) {
    return member.substring(member.lastIndexOf('#') + 1);
  }

  private static String type(String member) {
    int hash = member.lastIndexOf('#');
    return hash < 0 ? member : member.substring(0, hash);
  }
}
