package dev.holdfast.review.source;

import java.io.IOException;

/** A file that is there but whose contents are no text to be parsed. The message says why. */
public final class UnreadableSourceException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With the reason, as a clause about the file: {@code is binary}. */
  public UnreadableSourceException(String reason) {
    super(reason);
  }
}
