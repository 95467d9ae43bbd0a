package dev.holdfast.evaluation;

/**
 * Something the evaluation needs is missing or failed; the message is for the person who ran it.
 */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception whose message is shown as it stands. */
  public EvaluationException(String message) {
    super(message);
  }

  /** Creates an exception with the failure behind it. */
  public EvaluationException(String message, Throwable cause) {
    super(message, cause);
  }
}
