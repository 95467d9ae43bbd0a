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

  /** Does something after every look-up, on the thread that looks up. */
  final void afterLookUps(Runnable action) {
    afterLookUp = action;
  }

  /**
   * How often a test that depends on chance tries: once if the parts are right, until it is caught
   * if not.
   */
  int rounds() {
    return 1;
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
  RegionFinder finder(LookupCounters counters) {
    return new Finder(this, counters);
  }

  /** A finder that reports look-ups. */
  static class Finder extends RegionFinder {
    private final TestParts parts;

    Finder(TestParts parts, LookupCounters counters) {
      super(counters);
      this.parts = parts;
    }

    @Override
    RegionMap.Mapping lookUp(AddressSpace space, long address) {
      RegionMap.Mapping found = super.lookUp(space, address);
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
