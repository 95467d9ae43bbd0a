package dev.holdfast.checker.model;

import java.util.ArrayList;
import java.util.List;

/** Splits a model file into tokens. Reports what is no token and goes on behind it. */
final class ModelLexer {

  private final String file;
  private final String text;
  private final List<ModelError> errors;
  private final List<ModelToken> tokens = new ArrayList<>();
  private int position;
  private int end;
  private int line = 1;
  private int lineStart;

  /** Makes a lexer that adds what it cannot read to the given errors. */
  ModelLexer(String file, String text, List<ModelError> errors) {
    this.file = file;
    this.text = text;
    this.errors = errors;
    this.end = text.length();
  }

  /**
   * Limits this lexer to a stretch of its text. Does not copy.
   *
   * @param start offset of its first character, which begins a line
   * @param limit offset after its last character
   * @param startLine the 1-based line of its first character
   * @return this
   */
  ModelLexer within(int start, int limit, int startLine) {
    position = start;
    lineStart = start;
    end = limit;
    line = startLine;
    return this;
  }

  /** All tokens, the last of which is the end. */
  List<ModelToken> tokens() {
    while (position < end) {
      char c = text.charAt(position);
      if (c == '\n' || c == '\r') {
        newLine(c);
      } else if (Character.isWhitespace(c) || c == '\uFEFF') {
        position++;
      } else if (text.startsWith("//", position)) {
        skipToEndOfLine();
      } else if (text.startsWith("/*", position)) {
        skipComment();
      } else if (c == '"') {
        string();
      } else if (Character.isJavaIdentifierStart(c)) {
        name();
      } else {
        symbol(c);
      }
    }
    add(ModelToken.Kind.END, "", position);
    return tokens;
  }

  private void newLine(char c) {
    position += c == '\r' && text.startsWith("\r\n", position) ? 2 : 1;
    line++;
    lineStart = position;
  }

  private boolean atLineEnd() {
    return position >= end || "\r\n".indexOf(text.charAt(position)) >= 0;
  }

  private void skipToEndOfLine() {
    while (!atLineEnd()) {
      position++;
    }
  }

  private void skipComment() {
    int errorLine = line;
    int errorColumn = position - lineStart + 1;
    position += 2;
    while (position < end && !text.startsWith("*/", position)) {
      char c = text.charAt(position);
      if (c == '\n' || c == '\r') {
        newLine(c);
      } else {
        position++;
      }
    }
    if (position >= end) {
      errors.add(new ModelError(file, errorLine, errorColumn, "the comment is not closed"));
    } else {
      position += 2;
    }
  }

  private void string() {
    int start = position++;
    StringBuilder meaning = new StringBuilder();
    while (!atLineEnd() && text.charAt(position) != '"') {
      char c = text.charAt(position++);
      meaning.append(c == '\\' && !atLineEnd() ? escaped() : c);
    }
    add(ModelToken.Kind.STRING, meaning.toString(), start);
    if (atLineEnd()) {
      report(start, "the string is not closed");
    } else {
      position++;
    }
  }

  private char escaped() {
    char c = text.charAt(position++);
    if (c != '"' && c != '\\') {
      report(position - 2, "unknown escape '\\" + c + "'; '\\\"' and '\\\\' are known");
    }
    return c;
  }

  private void name() {
    int start = position;
    while (position < end && Character.isJavaIdentifierPart(text.charAt(position))) {
      position++;
    }
    add(ModelToken.Kind.NAME, text.substring(start, position), start);
  }

  private void symbol(char c) {
    if (text.startsWith("...", position)) {
      add(ModelToken.Kind.SYMBOL, "...", position);
      position += 3;
      return;
    }
    if ("@(){}<>[],;.=?&".indexOf(c) >= 0) {
      add(ModelToken.Kind.SYMBOL, String.valueOf(c), position);
    } else {
      report(
          position,
          "unexpected character '" + Character.toString(text.codePointAt(position)) + "'");
    }
    position += Character.charCount(text.codePointAt(position));
  }

  private void add(ModelToken.Kind kind, String tokenText, int start) {
    tokens.add(new ModelToken(kind, tokenText, line, start - lineStart + 1));
  }

  private void report(int start, String message) {
    errors.add(new ModelError(file, line, start - lineStart + 1, message));
  }
}
