package dev.holdfast.lockdep;

import java.util.function.Function;

/**
 * How the validator was told to behave.
 *
 * @param fail whether a report throws, unless somebody consumes the reports
 */
record Config(boolean fail) {
  static final String FAIL = "holdfast.lockdep.fail";

  /**
   * Reads the options.
   *
   * @param property looks up a system property; null if it is not set
   * @throws IllegalArgumentException if a value is none of the accepted ones
   */
  static Config from(Function<String, String> property) {
    return new Config(flag(FAIL, property.apply(FAIL)));
  }

  private static boolean flag(String name, String value) {
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.isEmpty() || value.equals("true")) {
      return true;
    }
    throw new IllegalArgumentException(
        "`" + name + "` must be `true` or `false`, not `" + value + "`");
  }
}
