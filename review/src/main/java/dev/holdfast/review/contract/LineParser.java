package dev.holdfast.review.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the canonical text of a line. Brackets inside string literals do not count. */
final class LineParser {
  private static final List<String> FLAGS =
      List.of("blocking", "idempotent", "racy-reads", "reentrant");

  private final String text;
  private int at;

  LineParser(String text) {
    this.text = text.strip();
  }

  ContractLine line() {
    int space = text.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("a member without a contract: '" + text + "'");
    }
    at = space;
    List<Contract> contracts = new ArrayList<>();
    while (skipSpace()) {
      if (text.charAt(at) == '@') {
        group(contracts);
      } else {
        contracts.add(contract(""));
      }
    }
    return new ContractLine(text.substring(0, space), contracts);
  }

  private void group(List<Contract> into) {
    int start = at;
    at = find('{');
    String origin = text.substring(start, at++);
    while (skipSpace() && text.charAt(at) != '}') {
      into.add(contract(origin));
    }
    if (at >= text.length()) {
      throw expected("'}'");
    }
    at++;
  }

  private Contract contract(String origin) {
    int open = find('(');
    String word = text.substring(at, open);
    ContractKind kind =
        ContractKind.ofWord(word)
            .orElseThrow(() -> new IllegalArgumentException("unknown contract '" + word + "'"));
    at = open + 1;
    int close = find(')');
    String body = text.substring(at, close);
    at = close + 1;
    List<String> locks = List.of();
    SortedMap<String, String> attributes = new TreeMap<>();
    List<String> parts = split(body, "; ");
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      int equals = attributeEnd(part);
      if (equals > 0) {
        attributes.put(part.substring(0, equals), part.substring(equals + 1));
      } else if (i == 0 && !part.isEmpty()) {
        locks = split(part, kind.separator());
      } else if (FLAGS.contains(part)) {
        attributes.put(part, "");
      } else if (!part.isEmpty()) {
        throw new IllegalArgumentException("unknown attribute '" + part + "'");
      }
    }
    return new Contract(kind, locks, attributes, origin);
  }

  private static int attributeEnd(String part) {
    int equals = part.indexOf('=');
    return equals > 0 && part.substring(0, equals).matches("[a-z-]+") ? equals : -1;
  }

  private boolean skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length();
  }

  /** The next place of that character outside brackets and literals. */
  private int find(char wanted) {
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (depth == 0 && c == wanted) {
        return i;
      }
      i = c == '"' ? endOfLiteral(text, i) : i;
      depth += depthChange(c);
    }
    throw expected("'" + wanted + "'");
  }

  private static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (depth == 0 && text.startsWith(separator, i)) {
        parts.add(text.substring(start, i));
        start = i + separator.length();
        i = start - 1;
        continue;
      }
      i = c == '"' ? endOfLiteral(text, i) : i;
      depth += depthChange(c);
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static int depthChange(char c) {
    return switch (c) {
      case '(', '[', '{' -> 1;
      case ')', ']', '}' -> -1;
      default -> 0;
    };
  }

  private static int endOfLiteral(String text, int quote) {
    int i = quote + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, text.length() - 1);
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException(
        "expected " + what + " after '" + text.substring(0, Math.min(at, text.length())) + "'");
  }
}
