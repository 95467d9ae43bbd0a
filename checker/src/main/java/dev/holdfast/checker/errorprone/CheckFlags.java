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
  private static final List<String> KNOWN =
      List.of("Only", "Exclude", "Models", "IgnoreGuardedBySuppressions");

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
    return Options.parse(words);
  }

  private static String word(String name, String value) throws Options.BadOption {
    if (!KNOWN.contains(name)) {
      throw new Options.BadOption(
          Options.unknown("-XepOpt:" + PREFIX + name, String.join(", ", KNOWN)));
    }
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "=" + value;
  }
}
