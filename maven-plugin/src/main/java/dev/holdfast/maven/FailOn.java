package dev.holdfast.maven;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Severity;
import java.util.Collection;
import java.util.Locale;

/** Which findings fail a build. */
enum FailOn {
  /** Findings at error level. */
  ERROR,
  /** Any finding. */
  WARNING,
  /** No finding. */
  NONE;

  /**
   * The value of that name, in any case.
   *
   * @throws IllegalArgumentException if there is none; the message says which there are
   */
  static FailOn ofWord(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "error" -> ERROR;
      case "warning", "warn" -> WARNING;
      case "none", "never" -> NONE;
      default ->
          throw new IllegalArgumentException(
              "failOn is '" + word + "'; it may be error, warning or none");
    };
  }

  /** Whether one of the findings fails the build. */
  boolean fails(Collection<Diagnostic> findings) {
    return switch (this) {
      case ERROR -> findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
      case WARNING -> !findings.isEmpty();
      case NONE -> false;
    };
  }
}
