package dev.holdfast.review.diff;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a contract change is judged, gravest first. */
public enum Verdict {
  /** Code that was right may be wrong now: callers or overriding methods must change. */
  BREAKING,
  /** Safety is given up: nothing fails to compile, but less is proven than before. */
  RISKY,
  /** Nobody has to change, and no less is proven. */
  COMPATIBLE,
  /** Says the same as before, or came or went with its code. */
  INFORMATIONAL;

  /** The word used on the command line and in outputs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The verdict with that word.
   *
   * @throws IllegalArgumentException if there is none; the message lists them
   */
  public static Verdict ofWord(String word) {
    for (Verdict verdict : values()) {
      if (verdict.word().equals(word)) {
        return verdict;
      }
    }
    String known = Arrays.stream(values()).map(Verdict::word).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "unknown verdict '" + word + "' (known: " + known + ", none)");
  }
}
