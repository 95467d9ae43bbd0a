package dev.holdfast.checker.message;

/**
 * Makes code comparable: comments dropped, white space dropped or folded to one space between two
 * words. Literals are left alone.
 */
public final class Folding {
  private Folding() {}

  /** The code without what formatting can change. */
  public static String fold(String code) {
    StringBuilder out = new StringBuilder(code.length());
    boolean gap = false;
    int i = 0;
    while (i < code.length()) {
      char c = code.charAt(i);
      if (Character.isWhitespace(c)) {
        gap = true;
        i++;
      } else if (code.startsWith("//", i)) {
        int end = code.indexOf('\n', i);
        i = end < 0 ? code.length() : end;
      } else if (code.startsWith("/*", i)) {
        int end = code.indexOf("*/", i + 2);
        i = end < 0 ? code.length() : end + 2;
        gap = true;
      } else {
        int end = c == '"' || c == '\'' ? endOfLiteral(code, i) : i + 1;
        if (gap && !out.isEmpty() && isWord(out.charAt(out.length() - 1)) && isWord(c)) {
          out.append(' ');
        }
        gap = false;
        out.append(code, i, end);
        i = end;
      }
    }
    return out.toString();
  }

  /** The place after the comment or literal that begins there; the place itself if none does. */
  public static int afterCommentOrLiteral(String code, int at) {
    char c = code.charAt(at);
    if (c == '"' || c == '\'') {
      return endOfLiteral(code, at);
    }
    if (code.startsWith("//", at)) {
      int end = code.indexOf('\n', at);
      return end < 0 ? code.length() : end;
    }
    if (code.startsWith("/*", at)) {
      int end = code.indexOf("*/", at + 2);
      return end < 0 ? code.length() : end + 2;
    }
    return at;
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
