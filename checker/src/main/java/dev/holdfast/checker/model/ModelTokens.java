package dev.holdfast.checker.model;

import java.util.List;

/** The tokens of a model file with a place among them, and the errors found so far. */
final class ModelTokens {

  private final String file;
  private final List<ModelToken> tokens;
  private final List<ModelError> errors;
  private int position;

  /** Starts at the first of the tokens. Errors are added to the given list. */
  ModelTokens(String file, List<ModelToken> tokens, List<ModelError> errors) {
    this.file = file;
    this.errors = errors;
    this.tokens = tokens;
  }

  /** A declaration that cannot be read, with the token at which that became clear. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
    private final transient ModelToken place;

    private Malformed(ModelToken place, String message) {
      super(message, null, false, false);
      this.place = place;
    }
  }

  String file() {
    return file;
  }

  ModelToken peek() {
    return peek(0);
  }

  /** A token further on; the end, where there are not so many. */
  ModelToken peek(int ahead) {
    return tokens.get(Math.min(position + ahead, tokens.size() - 1));
  }

  boolean at(String word) {
    return peek().is(word);
  }

  boolean atEnd() {
    return peek().kind() == ModelToken.Kind.END;
  }

  /** Returns the current token and moves on; never beyond the end. */
  ModelToken next() {
    ModelToken token = peek();
    if (!atEnd()) {
      position++;
    }
    return token;
  }

  /** Moves on if the current token is the given one; returns whether it was. */
  boolean accept(String word) {
    boolean found = at(word);
    if (found) {
      next();
    }
    return found;
  }

  void expect(String word) throws Malformed {
    if (!accept(word)) {
      throw malformed("expected '" + word + "'");
    }
  }

  /**
   * As {@link #expect}, but where the token is missing this only reports it, and nothing is lost.
   */
  void expectSoftly(String word) {
    if (!accept(word)) {
      report(malformed("expected '" + word + "'"));
    }
  }

  ModelToken name(String what) throws Malformed {
    if (peek().kind() != ModelToken.Kind.NAME) {
      throw malformed("expected " + what);
    }
    return next();
  }

  String qualifiedName(String what) throws Malformed {
    StringBuilder name = new StringBuilder(name(what).text());
    while (accept(".")) {
      name.append('.').append(name(what).text());
    }
    return name.toString();
  }

  /** An error at the current token, which the message names. */
  Malformed malformed(String expectation) {
    return new Malformed(peek(), expectation + ", found " + peek().described());
  }

  void report(Malformed malformed) {
    report(malformed.place, malformed.getMessage());
  }

  void report(ModelToken place, String message) {
    errors.add(new ModelError(file, place.line(), place.column(), message));
  }

  /**
   * Skips what is left of a declaration: up to and including a semicolon or a balanced block. Stops
   * before the brace that closes the type around it.
   */
  void skipDeclaration() {
    int depth = 0;
    while (!atEnd()) {
      if (depth == 0 && at("}")) {
        return;
      }
      ModelToken skipped = next();
      depth += skipped.is("{") ? 1 : skipped.is("}") ? -1 : 0;
      if (depth == 0 && (skipped.is(";") || skipped.is("}"))) {
        return;
      }
    }
  }

  /**
   * Skips to behind the parenthesis that closes the current one, or to the end of the declaration.
   */
  void skipParenthesis() {
    int depth = 1;
    while (!atEnd() && !at(";")) {
      ModelToken skipped = next();
      depth += skipped.is("(") ? 1 : skipped.is(")") ? -1 : 0;
      if (depth == 0) {
        return;
      }
    }
  }
}
