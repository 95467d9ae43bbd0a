package dev.holdfast.checker.contract;

import java.util.ArrayList;
import java.util.List;

/** Parses lock expressions. */
public final class LockExprParser {
  /** The expression is not one. */
  public static final class SyntaxError extends Unresolved {
    private static final long serialVersionUID = 1L;

    SyntaxError(String message) {
      super(message);
    }
  }

  /** More parts than a person would write; what follows the parts one by one can count on it. */
  private static final int MAX_PARTS = 100;

  private static final int MAX_QUOTED = 200;

  private final String text;
  private int at;
  private int parts;

  private LockExprParser(String text) {
    this.text = text;
  }

  /**
   * Parses one expression.
   *
   * @throws SyntaxError if the text is not a lock expression; the message says where and why
   */
  public static LockExpr parse(String text) throws SyntaxError {
    LockExprParser parser = new LockExprParser(text);
    LockExpr result = parser.expression();
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.error("unexpected '" + text.charAt(parser.at) + "'");
    }
    return result;
  }

  private LockExpr expression() throws SyntaxError {
    LockExpr result = primary();
    while (true) {
      if (take('.')) {
        countPart();
        String name = name();
        result =
            take('(')
                ? new LockExpr.Call(result, name, arguments())
                : new LockExpr.Select(result, name);
      } else if (take('[')) {
        LockExpr index = expression();
        expect(']');
        result = new LockExpr.Index(result, index);
      } else {
        return result;
      }
    }
  }

  private void countPart() throws SyntaxError {
    if (++parts > MAX_PARTS) {
      throw error("there are more than " + MAX_PARTS + " parts");
    }
  }

  private LockExpr primary() throws SyntaxError {
    countPart();
    if (take('#')) {
      return new LockExpr.Parameter(Math.max(0, number()));
    }
    if (take('(')) {
      LockExpr inner = expression();
      expect(')');
      return inner;
    }
    if (take('"')) {
      return string();
    }
    skipSpace();
    if (at < text.length() && Character.isDigit(text.charAt(at))) {
      return new LockExpr.Literal(number());
    }
    String name = name();
    return switch (name) {
      case "this" -> new LockExpr.This();
      case "super" -> new LockExpr.Super();
      case "return" -> new LockExpr.Result();
      case "true", "false" -> new LockExpr.Literal(Boolean.valueOf(name));
      default -> take('(') ? new LockExpr.Call(null, name, arguments()) : new LockExpr.Name(name);
    };
  }

  private List<LockExpr> arguments() throws SyntaxError {
    List<LockExpr> result = new ArrayList<>();
    if (take(')')) {
      return result;
    }
    do {
      result.add(expression());
    } while (take(','));
    expect(')');
    return result;
  }

  private LockExpr string() throws SyntaxError {
    int start = at;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      at = start;
      throw error("the string is not closed");
    }
    String value = text.substring(start, at++);
    try {
      return new LockExpr.Literal(value.translateEscapes());
    } catch (IllegalArgumentException e) {
      at = start;
      throw error("the string has an escape that Java does not know");
    }
  }

  private int number() throws SyntaxError {
    int start = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    try {
      return Integer.parseInt(text.substring(start, at));
    } catch (NumberFormatException e) {
      throw error("a number is expected");
    }
  }

  private String name() throws SyntaxError {
    skipSpace();
    int start = at;
    if (at < text.length() && Character.isJavaIdentifierStart(text.charAt(at))) {
      at++;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }
    throw error(
        at < text.length()
            ? "a name is expected, not '" + text.charAt(at) + "'"
            : "a name is expected");
  }

  private void expect(char c) throws SyntaxError {
    if (!take(c)) {
      throw error("'" + c + "' is expected");
    }
  }

  private boolean take(char c) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private SyntaxError error(String what) {
    return new SyntaxError(what + " at column " + (at + 1) + " of \"" + quoted(text) + "\"");
  }

  /** The expression as a message quotes it: whole, unless no person wrote it. */
  static String quoted(String text) {
    return text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "…" : text;
  }
}
