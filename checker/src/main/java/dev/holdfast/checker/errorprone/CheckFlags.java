package dev.holdfast.checker.errorprone;

import com.google.errorprone.ErrorProneFlags;
import dev.holdfast.checker.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code -XepOpt:Holdfast:Only=PKG,…}, {@code Exclude}, {@code Models} and {@code
 * IgnoreGuardedBySuppressions}. Severities are Error Prone's own: {@code -Xep:RULE:WARN}.
 */
final class CheckFlags {
  private static final String PREFIX = "Holdfast:";
  private static final Map<String, String> KNOWN =
      Map.of(
          "Only", "only",
          "Exclude", "exclude",
          "Models", "models",
          "IgnoreGuardedBySuppressions", "ignoreGuardedBySuppressions");

  private CheckFlags() {}

  /**
   * The options that the flags stand for.
   *
   * @throws Options.BadOption naming the flag that cannot be used
   */
  static Options options(ErrorProneFlags flags) throws Options.BadOption {
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, String> flag : new TreeMap<>(flags.getFlagsMap()).entrySet()) {
      if (flag.getKey().startsWith(PREFIX)) {
        words.add(word(flag.getKey().substring(PREFIX.length()), flag.getValue()));
      }
    }
    words.removeIf(String::isEmpty);
    return Options.parse(words);
  }

  private static String word(String name, String value) {
    boolean isSwitch = name.equals("IgnoreGuardedBySuppressions");
    if (isSwitch && value.toLowerCase(Locale.ROOT).equals("false")) {
      return "";
    }
    String key = KNOWN.getOrDefault(name, "-XepOpt:" + PREFIX + name);
    return isSwitch ? key : key + "=" + value;
  }
}
