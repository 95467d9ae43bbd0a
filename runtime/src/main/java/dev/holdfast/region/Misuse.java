package dev.holdfast.region;

/** The exceptions for misuse that is found whatever the assertion mode. */
final class Misuse {
  private Misuse() {}

  /**
   * For example {@code region [0x0, 0x10) of space `a` cannot be changed by thread `main`, which
   * …}.
   */
  static IllegalMonitorStateException region(Region region, String what, String why) {
    AddressSpace space = region.currentSpace();
    return new IllegalMonitorStateException(
        "%s %s by thread `%s`, which %s; mmap lock: %s"
            .formatted(
                region,
                what,
                Thread.currentThread().getName(),
                why,
                space == null ? "none" : space.lock().holders()));
  }

  /** Refuses a range that is empty or inverted. */
  static void checkRange(long start, long end) {
    if (end <= start) {
      throw new IllegalArgumentException(
          "the range [0x%x, 0x%x) is %s"
              .formatted(start, end, start == end ? "empty" : "inverted"));
    }
  }

  /** A range that overlaps a region. */
  static IllegalArgumentException overlap(long start, long end, Region other) {
    return new IllegalArgumentException(
        "the range [0x%x, 0x%x) overlaps %s".formatted(start, end, other));
  }
}
