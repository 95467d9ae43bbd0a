package dev.holdfast.region;

/**
 * A region of one space, with a payload that a reader must see either before or after a write,
 * never in between.
 */
final class StressRegion extends RegionState {
  static final long ADDRESS = 0x1800;

  private final ReaderExclusion owner;
  private long start = 0x1000;
  private long end = 0x2000;
  int first;
  int second;

  /** An attached region. */
  StressRegion(ReaderExclusion owner) {
    this.owner = owner;
    publish();
  }

  /** Moves the region away from {@link #ADDRESS}, as a new life may. */
  void move() {
    start = 0x5000;
    end = 0x6000;
  }

  @Override
  ReaderExclusion owner() {
    return owner;
  }

  @Override
  boolean covers(long address) {
    return start <= address && address < end;
  }
}
