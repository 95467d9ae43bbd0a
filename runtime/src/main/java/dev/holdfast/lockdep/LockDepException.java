package dev.holdfast.lockdep;

/**
 * Thrown instead of a log entry if {@code -Dholdfast.lockdep.fail=true} is set. The lock whose
 * acquisition threw it was not taken.
 */
public final class LockDepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Report report;

  LockDepException(Report report) {
    super(report.message());
    this.report = report;
  }

  /** The report; null after serialisation. */
  public Report report() {
    return report;
  }
}
