package dev.holdfast.review.source;

/** A source that is no Java. The message is a clause about the file. */
final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  SyntaxException(String message) {
    super(message);
  }
}
