package dev.holdfast.checker.model;

/**
 * A word of a model file.
 *
 * @param kind what it is
 * @param text its text; of a string, what it means
 * @param line 1-based line
 * @param column 1-based column in UTF-16 units
 */
record ModelToken(Kind kind, String text, int line, int column) {

  /** The kinds of token. */
  enum Kind {
    NAME,
    STRING,
    SYMBOL,
    END
  }

  /** Whether this is the given symbol or word, and not a string of that text. */
  boolean is(String word) {
    return kind != Kind.STRING && kind != Kind.END && text.equals(word);
  }

  /** How a message speaks of it. */
  String described() {
    return switch (kind) {
      case END -> "end of file";
      case STRING -> "string \"" + text + "\"";
      case NAME, SYMBOL -> "'" + text + "'";
    };
  }
}
