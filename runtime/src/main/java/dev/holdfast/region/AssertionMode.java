package dev.holdfast.region;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How much the assertions of {@link AddressSpace} and {@link Region} know. Chosen once for a JVM,
 * with {@code -Dholdfast.assertions=off|state|ownership}.
 */
public enum AssertionMode {
  /** Assertions do nothing and cost nothing. */
  OFF,
  /**
   * Assertions look at counters and owners: they may miss a mistake about a region read lock, and
   * never accuse wrongly.
   */
  STATE,
  /**
   * Assertions know what each thread holds: they are exact. Every acquisition is recorded, which
   * costs.
   */
  OWNERSHIP;

  /** The system property that chooses the mode. */
  public static final String PROPERTY = "holdfast.assertions";

  /** The mode of this JVM. */
  public static AssertionMode current() {
    return Assertions.MODE;
  }

  /**
   * The mode of that name; {@link #OFF} for null.
   *
   * @throws IllegalArgumentException for any other name, with the accepted ones
   */
  static AssertionMode parse(String name) {
    if (name == null) {
      return OFF;
    }
    return Arrays.stream(values())
        .filter(mode -> mode.option().equals(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String unknown(String name) {
    String accepted =
        Arrays.stream(values()).map(AssertionMode::option).collect(Collectors.joining(", "));
    return "`-D%s=%s` is not a mode of assertions; accepted are %s"
        .formatted(PROPERTY, name, accepted);
  }
}
