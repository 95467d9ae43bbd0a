package dev.holdfast.region;

/**
 * What a space is made of. Not final, so that tests can make spaces with a planted defect, or step
 * in between.
 */
class SpaceParts {
  /** The region protocol of a new space. */
  ReaderExclusion exclusion() {
    return new ReaderExclusion();
  }

  /** The mmap lock of a new space. */
  SpaceLock lock(String name) {
    return new SpaceLock(name);
  }

  /** The look-ups of a new space. */
  RegionFinder finder(LookupCounters counters) {
    return new RegionFinder(counters);
  }
}
