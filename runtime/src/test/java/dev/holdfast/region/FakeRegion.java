package dev.holdfast.region;

/** A state word with an owner and nothing else, for tests of the lower layers. */
final class FakeRegion extends RegionState {
  private final ReaderExclusion owner;
  int first;
  int second;

  FakeRegion(ReaderExclusion owner) {
    this.owner = owner;
  }

  /** An attached region, in a write cycle or not. */
  static FakeRegion attached(ReaderExclusion owner) {
    FakeRegion region = new FakeRegion(owner);
    region.publish();
    return region;
  }

  @Override
  ReaderExclusion owner() {
    return owner;
  }

  @Override
  boolean covers(long address) {
    return true;
  }
}
