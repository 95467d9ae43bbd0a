package dev.holdfast.region;

/** Parts that let a test act between a look-up without a lock and what follows. */
class TestParts extends SpaceParts {
  private Runnable afterLookUp = () -> {};

  /** Does something, once, after the next look-up. */
  final void onceAfterLookUp(Actor.Action action) {
    afterLookUp =
        () -> {
          afterLookUp = () -> {};
          Actor.run(action);
        };
  }

  /** Does something after every look-up. */
  final void afterEachLookUp(Actor.Action action) {
    afterLookUp = () -> Actor.run(action);
  }

  final AddressSpace space(String name) {
    return space(name, RegionPool.create());
  }

  final AddressSpace space(String name, RegionPool pool) {
    return new AddressSpace(name, pool, this);
  }

  final void lookedUp() {
    afterLookUp.run();
  }

  @Override
  RegionFinder finder(AddressSpace space, LookupCounters counters) {
    return new Finder(this, space, counters);
  }

  /** A finder that reports look-ups. */
  static class Finder extends RegionFinder {
    private final TestParts parts;
    private final AddressSpace space;

    Finder(TestParts parts, AddressSpace space, LookupCounters counters) {
      super(space, counters);
      this.parts = parts;
      this.space = space;
    }

    final AddressSpace space() {
      return space;
    }

    @Override
    RegionMap.Mapping lookUp(long address) {
      RegionMap.Mapping found = super.lookUp(address);
      parts.lookedUp();
      return found;
    }

    @Override
    RegionMap.Mapping lookUpNext(RegionMap map, long position) {
      RegionMap.Mapping found = super.lookUpNext(map, position);
      parts.lookedUp();
      return found;
    }
  }
}
