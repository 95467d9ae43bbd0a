package dev.holdfast.region;

/**
 * The mode of assertions of this JVM, as constants: where a mode is off, the compiler drops
 * everything behind the test, field loads included.
 */
final class Assertions {
  /** The mode. */
  static final AssertionMode MODE = AssertionMode.parse(System.getProperty(AssertionMode.PROPERTY));

  /** Whether assertions are made at all. */
  static final boolean ENABLED = MODE != AssertionMode.OFF;

  /** Whether it is recorded what each thread holds. */
  static final boolean TRACKING = MODE == AssertionMode.OWNERSHIP;

  private Assertions() {}
}
