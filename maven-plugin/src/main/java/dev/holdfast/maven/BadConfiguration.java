package dev.holdfast.maven;

/** A parameter that cannot be used; the message is for people and says what would be accepted. */
final class BadConfiguration extends Exception {
  private static final long serialVersionUID = 1L;

  BadConfiguration(String message) {
    super(message);
  }

  BadConfiguration(String message, Throwable cause) {
    super(message, cause);
  }
}
