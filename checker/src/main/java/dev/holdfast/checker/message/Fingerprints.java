package dev.holdfast.checker.message;

import dev.holdfast.checker.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names findings by what moving and formatting code leaves alone: the rule, the member, the
 * expression without comments and white space, and which one of several like it.
 */
public final class Fingerprints {
  private static final int BYTES = 16;

  private Fingerprints() {}

  /** The fingerprint of each finding, 32 hexadecimal digits; by identity. */
  public static Map<Diagnostic, String> of(Collection<Diagnostic> findings) {
    Map<List<String>, Integer> counts = new HashMap<>();
    Map<Diagnostic, String> result = new IdentityHashMap<>();
    for (Diagnostic finding : findings.stream().sorted().toList()) {
      String member = finding.member() == null ? "" : finding.member();
      String expression = finding.expression() == null ? "" : folded(finding.expression());
      int occurrence = counts.merge(List.of(finding.rule(), member, expression), 1, Integer::sum);
      result.put(
          finding,
          hash(String.join("\0", finding.rule(), member, expression, String.valueOf(occurrence))));
    }
    return result;
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Drops comments, and white space but for one space between two words. */
  static String folded(String code) {
    StringBuilder result = new StringBuilder(code.length());
    boolean gap = false;
    for (int i = 0; i < code.length(); ) {
      char c = code.charAt(i);
      int end = endOfGap(code, i);
      if (end > i) {
        gap |= !code.startsWith("//", i);
        i = end;
        continue;
      }
      end = c == '"' || c == '\'' ? endOfLiteral(code, i) : i + 1;
      if (gap && !result.isEmpty() && isWord(result.charAt(result.length() - 1)) && isWord(c)) {
        result.append(' ');
      }
      gap = false;
      result.append(code, i, end);
      i = end;
    }
    return result.toString();
  }

  private static int endOfGap(String code, int start) {
    if (Character.isWhitespace(code.charAt(start))) {
      return start + 1;
    }
    if (code.startsWith("//", start)) {
      int end = code.indexOf('\n', start);
      return end < 0 ? code.length() : end;
    }
    if (code.startsWith("/*", start)) {
      int end = code.indexOf("*/", start + 2);
      return end < 0 ? code.length() : end + 2;
    }
    return start;
  }

  private static boolean isWord(char c) {
    return Character.isJavaIdentifierPart(c) || c == '"' || c == '@';
  }

  private static int endOfLiteral(String code, int start) {
    String quote = code.startsWith("\"\"\"", start) ? "\"\"\"" : code.substring(start, start + 1);
    int i = start + quote.length();
    while (i < code.length() && !code.startsWith(quote, i)) {
      if (quote.length() == 1 && code.charAt(i) == '\n') {
        return i;
      }
      i += code.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + quote.length(), code.length());
  }
}
