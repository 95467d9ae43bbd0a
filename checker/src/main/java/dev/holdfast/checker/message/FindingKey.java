package dev.holdfast.checker.message;

import dev.holdfast.checker.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What makes a finding the same one after its code was moved or formatted anew: no path, no line.
 *
 * @param rule the rule's id
 * @param member the enclosing member
 * @param expression the offending expression, folded
 * @param occurrence which one of several like it in the member, from 1, in source order
 */
public record FindingKey(String rule, String member, String expression, int occurrence)
    implements Comparable<FindingKey> {

  private static final int FINGERPRINT_BYTES = 16;

  /**
   * The key of each finding, in source order.
   *
   * @param findings in any order
   */
  public static Map<FindingKey, Diagnostic> of(Collection<Diagnostic> findings) {
    return of(findings, name -> name);
  }

  /** The same, with each member called what the function says. */
  public static Map<FindingKey, Diagnostic> of(
      Collection<Diagnostic> findings, UnaryOperator<String> renaming) {
    List<Diagnostic> sorted = new ArrayList<>(findings);
    sorted.sort(null);
    Map<FindingKey, Integer> counts = new HashMap<>();
    Map<FindingKey, Diagnostic> keys = new LinkedHashMap<>();
    for (Diagnostic finding : sorted) {
      String member = finding.member() == null ? "" : renaming.apply(finding.member());
      String expression = finding.expression() == null ? "" : finding.expression();
      FindingKey first = new FindingKey(finding.rule(), member, Folding.fold(expression), 0);
      int occurrence = counts.merge(first, 1, Integer::sum);
      keys.put(first.at(occurrence), finding);
    }
    return keys;
  }

  /** The same finding once more in the member. */
  public FindingKey next() {
    return at(occurrence + 1);
  }

  private FindingKey at(int newOccurrence) {
    return new FindingKey(rule, member, expression, newOccurrence);
  }

  /** A stable text of 32 hexadecimal digits, for tools that track findings. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String all = String.join("\0", rule, member, expression, Integer.toString(occurrence));
      byte[] hash = digest.digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int compareTo(FindingKey other) {
    int byMember = member.compareTo(other.member);
    if (byMember != 0) {
      return byMember;
    }
    int byRule = rule.compareTo(other.rule);
    if (byRule != 0) {
      return byRule;
    }
    int byExpression = expression.compareTo(other.expression);
    return byExpression != 0 ? byExpression : Integer.compare(occurrence, other.occurrence);
  }
}
