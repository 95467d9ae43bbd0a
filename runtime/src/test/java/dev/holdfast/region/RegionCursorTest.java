package dev.holdfast.region;

import static dev.holdfast.region.RegionCursor.Step.END;
import static dev.holdfast.region.RegionCursor.Step.INTERRUPTED;
import static dev.holdfast.region.RegionCursor.Step.LIMIT;
import static dev.holdfast.region.RegionCursor.Step.LOCKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

final class RegionCursorTest {
  @Kills
  void visitsTheRegionsThatOverlapTheRangeInOrder(TestParts parts) {
    AddressSpace space = parts.space("s");
    mapAll(space, 0, 10, 20, 30, 40, 50);
    try (RegionCursor cursor = space.cursor(5, 41)) {
      List<Long> starts = new ArrayList<>();
      while (cursor.next() == LOCKED) {
        cursor.region().assertLocked();
        starts.add(cursor.region().start());
      }
      assertThat(starts).containsExactly(0L, 20L, 40L);
      assertThat(cursor.region()).isNull();
    }
  }

  @Kills
  void keepsOneRegionLockedAtATime(TestParts parts) {
    AddressSpace space = parts.space("s");
    List<Region> regions = mapAll(space, 0, 10, 10, 20);
    RegionCursor cursor = space.cursor(0, 20);
    assertThat(cursor.next()).isEqualTo(LOCKED);
    assertThat(cursor.next()).isEqualTo(LOCKED);
    assertThat(regions.get(0).count()).isEqualTo(1);
    assertThat(regions.get(1).count()).isEqualTo(2);
    cursor.close();
    cursor.close();
    assertThat(regions.get(1).count()).isEqualTo(1);
    assertThat(cursor.next()).isEqualTo(END);
  }

  /** A region is mapped into the gap after the look-up and before the lock. */
  @Kills(Mutant.NO_GAP_CHECK)
  void gapThatWasFilledDuringTheLookUpIsNotBelieved(TestParts parts) {
    AddressSpace space = parts.space("s");
    mapAll(space, 20, 30);
    parts.onceAfterLookUp(() -> mapAll(space, 5, 10));
    try (RegionCursor cursor = space.cursor(0, 100)) {
      assertThat(cursor.next()).isEqualTo(LOCKED);
      assertThat(cursor.region().start()).isEqualTo(5);
      assertThat(cursor.next()).isEqualTo(LOCKED);
      assertThat(cursor.region().start()).isEqualTo(20);
    }
    assertThat(space.stats().retries()).isEqualTo(1);
  }

  @Kills
  void emptyRangeEndsAtOnce(TestParts parts) {
    AddressSpace space = parts.space("s");
    try (RegionCursor cursor = space.cursor(0, 100)) {
      assertThat(cursor.next()).isEqualTo(END);
    }
    assertThatThrownBy(() -> space.cursor(5, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Kills
  void limitIsToldFromTheEndAndCanBeTriedAgain(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = mapAll(space, 0, 10).get(0);
    region.forceCount(RegionState.LIMIT);
    try (RegionCursor cursor = space.cursor(0, 100)) {
      assertThat(cursor.next()).isEqualTo(LIMIT);
      region.forceCount(RegionState.ATTACHED);
      assertThat(cursor.next()).isEqualTo(LOCKED);
    }
  }

  @Kills
  void interruptIsToldFromTheEndAndCanBeTriedAgain(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = mapAll(space, 0, 10).get(0);
    space.lockWrite();
    region.lockWrite();
    Actor walker =
        Actor.start(
            () -> {
              try (RegionCursor cursor = space.cursor(0, 100)) {
                assertThat(cursor.next()).isEqualTo(INTERRUPTED);
                assertThat(cursor.region()).isNull();
                assertThat(Thread.interrupted()).isTrue();
                assertThat(cursor.next()).isEqualTo(LOCKED);
              }
            });
    walker.awaitBlocked().interrupt();
    walker.awaitBlocked();
    space.unlockWrite();
    walker.join();
  }

  @Kills
  void detachedRegionsArePassedOver(TestParts parts) {
    AddressSpace space = parts.space("s");
    List<Region> regions = mapAll(space, 0, 10, 10, 20);
    try (WriteHold hold = space.write()) {
      regions.get(0).lockWrite();
      regions.get(0).markDetached();
    }
    try (RegionCursor cursor = space.cursor(0, 100)) {
      assertThat(cursor.next()).isEqualTo(LOCKED);
      assertThat(cursor.region()).isSameAs(regions.get(1));
    }
  }

  @Kills
  void iteratorWalksTheMapAsItWas(TestParts parts) {
    AddressSpace space = parts.space("s");
    mapAll(space, 0, 10, 20, 30);
    try (WriteHold hold = space.write()) {
      var iterator = space.regions(0, 100).iterator();
      space.map(12, 15);
      assertThat(iterator).toIterable().hasSize(2);
      assertThat(space.regions(0, 100)).hasSize(3);
      assertThat(space.regions(13, 14)).hasSize(1);
    }
  }

  private static List<Region> mapAll(AddressSpace space, long... bounds) {
    List<Region> regions = new ArrayList<>();
    try (WriteHold hold = space.write()) {
      for (int i = 0; i < bounds.length; i += 2) {
        regions.add(space.map(bounds[i], bounds[i + 1]));
      }
    }
    return regions;
  }
}
