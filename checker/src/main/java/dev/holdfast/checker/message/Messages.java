package dev.holdfast.checker.message;

import dev.holdfast.checker.rule.Finding;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/**
 * Puts findings into words: one clause, lower case where it may be, code in quotes, no full stop.
 */
public final class Messages {
  private Messages() {}

  /** The message of a finding. */
  public static String of(Finding finding) {
    String lock = finding.lock();
    String detail = finding.detail();
    return switch (finding.rule()) {
      case LOCK_NOT_HELD -> finding.subject() + " needs " + lock + why(finding);
      case UNGUARDED_ACCESS -> finding.subject() + " needs " + lock + why(finding);
      case LOCK_EXCLUDED ->
          detail.isEmpty()
              ? finding.subject() + " must not be called with " + lock + " held" + besides(finding)
              : finding.subject() + " excludes " + lock + ", but " + detail;
      case DOUBLE_ACQUIRE -> finding.subject() + " takes " + lock + ", but " + detail;
      case INCONSISTENT_LOCKING -> finding.subject() + " takes " + lock + ", but " + detail;
      case RELEASE_NOT_HELD ->
          finding.subject() + " releases " + lock + ", but " + orElse(detail, "it is not held");
      case LOCK_LEAK ->
          lock
              + " is still held where the method returns"
              + (detail.isEmpty() ? "" : "; " + detail);
      case LOCK_LEAK_ON_THROW ->
          lock
              + " stays held if an exception leaves "
              + (finding.subject().isEmpty()
                  ? "the method"
                  : "here; the caller counts on " + finding.subject());
      case BROKEN_CONTRACT ->
          "contract broken: " + finding.subject() + ", but " + lock + " " + detail;
      case INCOMPATIBLE_OVERRIDE -> finding.subject() + " " + detail;
      case LOCK_ORDER ->
          finding.subject() + " takes " + lock + " against the lock order: " + detail;
      case UNCHECKED_TRY_LOCK ->
          "the result of " + finding.subject() + " is ignored, so " + lock + " may not be held";
      case UNSTABLE_LOCK ->
          (lock.equals(finding.subject())
                  ? "the lock " + lock + " is a field that"
                  : lock + " runs through " + finding.subject() + ", which")
              + (finding.cause() instanceof ExecutableElement
                  ? " may give another object each time; declare @Returns on it"
                  : " can change; make it final");
      case INVALID_CONTRACT -> finding.subject() + ": " + detail;
    };
  }

  private static String why(Finding finding) {
    if (!finding.detail().isEmpty()) {
      return "; " + finding.detail();
    }
    return finding.held().isEmpty()
        ? "; nothing is held"
        : "; held: " + String.join(", ", finding.held());
  }

  private static String besides(Finding finding) {
    List<String> held = finding.held();
    return held.size() > 1 ? "; held: " + String.join(", ", held) : "";
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
