package dev.holdfast.review.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lock expression taken apart: a head and what follows it.
 *
 * @param head {@code this}, {@code return}, {@code #n} or a name
 * @param steps {@code .name}, {@code .name(…)} or {@code […]}, white space folded; where the head
 *     itself is called the first step is {@code (…)}
 */
record LockPath(String head, List<String> steps) {

  /** Takes a text apart; empty if it is no such expression. */
  static Optional<LockPath> parse(String text) {
    return new Parser(text.strip()).path();
  }

  /** Whether the head is a method's name. */
  boolean isCall() {
    return !steps.isEmpty() && steps.get(0).startsWith("(");
  }

  /** The text of the steps. */
  String rest() {
    return String.join("", steps);
  }

  /** The plain names that follow the head, up to the first call or index. */
  List<String> leadingNames() {
    List<String> names = new ArrayList<>();
    for (String step : steps) {
      if (!step.startsWith(".") || step.endsWith(")")) {
        break;
      }
      names.add(step.substring(1));
    }
    return names;
  }

  /** The same without the first steps. */
  LockPath skip(int count) {
    return new LockPath(head, steps.subList(count, steps.size()));
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    Optional<LockPath> path() {
      String head = head();
      if (head.isEmpty()) {
        return Optional.empty();
      }
      List<String> steps = new ArrayList<>();
      space();
      if (peek() == '(') {
        String call = bracketed('(', ')');
        if (call == null) {
          return Optional.empty();
        }
        steps.add(call);
        space();
      }
      while (at < text.length()) {
        String step = step();
        if (step == null) {
          return Optional.empty();
        }
        steps.add(step);
        space();
      }
      return Optional.of(new LockPath(head, steps));
    }

    private String head() {
      int start = at;
      if (peek() == '#') {
        at++;
        while (Character.isDigit(peek())) {
          at++;
        }
        return at - start > 1 ? text.substring(start, at) : "";
      }
      return identifier();
    }

    private String step() {
      if (peek() == '[') {
        return bracketed('[', ']');
      }
      if (peek() != '.') {
        return null;
      }
      at++;
      space();
      String name = identifier();
      if (name.isEmpty()) {
        return null;
      }
      space();
      if (peek() != '(') {
        return "." + name;
      }
      String call = bracketed('(', ')');
      return call == null ? null : "." + name + call;
    }

    private String identifier() {
      int start = at;
      while (Character.isJavaIdentifierPart(peek()) && peek() != 0) {
        at++;
      }
      boolean starts = at > start && Character.isJavaIdentifierStart(text.charAt(start));
      return starts ? text.substring(start, at) : "";
    }

    /** From an opening bracket to its match; null if there is none. */
    private String bracketed(char open, char close) {
      int start = at;
      int depth = 0;
      for (; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
          int end = endOfLiteral(c);
          if (!isText(text.substring(at + 1, Math.min(end, text.length())))) {
            return null;
          }
          at = end;
        } else if (c == open) {
          depth++;
        } else if (c == close && --depth == 0) {
          at++;
          return open + text.substring(start + 1, at - 1).strip() + close;
        }
      }
      return null;
    }

    private static boolean isText(String literal) {
      try {
        literal.translateEscapes();
        return true;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    private int endOfLiteral(char quote) {
      int i = at + 1;
      while (i < text.length() && text.charAt(i) != quote) {
        i += text.charAt(i) == '\\' ? 2 : 1;
      }
      return i;
    }

    private void space() {
      while (Character.isWhitespace(peek())) {
        at++;
      }
    }

    private char peek() {
      return at < text.length() ? text.charAt(at) : 0;
    }
  }
}
