package dev.holdfast.review.source;

import com.github.javaparser.Position;
import dev.holdfast.checker.message.Folding;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a source with local enums one that the parser takes.
 *
 * <p>XXX: JavaParser does not know local enums. One becomes an empty local class of the same name,
 * on as many lines; contracts inside it are not seen.
 */
final class LocalEnums {
  private static final Pattern HEAD = Pattern.compile("\\benum(\\s+[\\w$]+)[^{};]*\\{");

  private LocalEnums() {}

  /**
   * The source without the local enum that the parser stumbled over.
   *
   * @param at the place that it named
   * @return empty if no enum is there
   */
  static Optional<String> without(String text, Position at) {
    int offset = offset(text, at);
    int from = Math.max(text.lastIndexOf(';', offset), text.lastIndexOf('}', offset - 1));
    from = Math.max(from, text.lastIndexOf('{', offset - 1));
    Matcher head = HEAD.matcher(text);
    if (!head.find(Math.max(0, from)) || head.start() > offset) {
      return Optional.empty();
    }
    int close = close(text, head.end());
    if (close < 0) {
      return Optional.empty();
    }
    String body = text.substring(head.end(), close).replaceAll("[^\\n]", " ");
    String replaced = "class" + head.group(1) + " {" + body;
    return Optional.of(text.substring(0, head.start()) + replaced + text.substring(close));
  }

  private static int offset(String text, Position at) {
    int offset = 0;
    for (int line = 1; line < at.line; line++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return Math.min(text.length(), offset + at.column);
  }

  /** The brace that closes one opened before; comments and literals do not count. */
  private static int close(String text, int start) {
    int depth = 1;
    int i = start;
    while (i < text.length()) {
      int next = Folding.afterCommentOrLiteral(text, i);
      if (next > i) {
        i = next;
        continue;
      }
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
      i++;
    }
    return -1;
  }
}
