package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** Look-ups without a lock, and what happens between finding a region and pinning it. */
final class LookupTest {
  @Kills(Mutant.LOOK_UP_OFF_BY_ONE)
  void findsFromTheFirstByteToTheLast(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space, 10, 20);
    assertThat(space.tryLockRegion(9)).isNull();
    assertThat(space.tryLockRegion(20)).isNull();
    for (long address : new long[] {10, 19}) {
      assertThat(space.tryLockRegion(address)).isSameAs(region);
      region.unlockRead();
    }
    assertThat(space.stats().aborts(AbortReason.NOT_FOUND)).isEqualTo(2);
  }

  @Kills(Mutant.NO_RANGE_CHECK)
  void regionThatShrankBeforeThePinIsOutOfRange(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space, 10, 20);
    parts.onceAfterLookUp(
        () -> {
          space.lockWrite();
          region.lockWrite();
          region.setEnd(15);
          space.unlockWrite();
        });
    assertThat(space.tryLockRegion(17)).isNull();
    assertThat(space.stats().aborts(AbortReason.OUT_OF_RANGE)).isEqualTo(1);
    assertThat(region.count()).isEqualTo(1);
  }

  @Kills({Mutant.NO_OWNER_CHECK, Mutant.IDENTITY_BEFORE_PIN})
  void regionThatWasRecycledIntoAnotherSpaceIsForeign(TestParts parts) {
    RegionPool pool = RegionPool.create();
    AddressSpace space = parts.space("s", pool);
    AddressSpace other = parts.space("other", pool);
    Region region = map(space, 10, 20);
    parts.onceAfterLookUp(() -> moveTo(space, other, region));
    assertThat(space.tryLockRegion(15)).isNull();
    assertThat(space.stats().aborts(AbortReason.FOREIGN_OWNER)).isEqualTo(1);
    assertThat(region.count()).isEqualTo(1);
  }

  /** The failed reader must wake the writer of the space that the region belongs to by now. */
  @Kills({Mutant.WRONG_WAKE_TARGET, Mutant.NO_WAKE})
  void failedReaderOfAForeignRegionWakesItsWriter(TestParts parts) {
    RegionPool pool = RegionPool.create();
    AddressSpace space = parts.space("s", pool);
    AddressSpace other = parts.space("other", pool);
    Region region = map(space, 10, 20);
    moveTo(space, other, region);
    ReaderExclusion searched = space.exclusion();
    /* The searching thread has pinned the region, and looks at its owner now. */
    region.pin();
    Actor writer =
        Actor.start(
            () -> {
              other.lockWrite();
              region.lockWrite();
              other.unlockWrite();
            });
    writer.awaitBlocked();
    assertThat(searched.identify(region, 15)).isEqualTo(ReadAttempt.FOREIGN_OWNER);
    searched.backOut(region);
    writer.join();
  }

  @Kills(Mutant.STRICT_IDENTITY)
  void regionThatWasRecycledAndIsCorrectAgainIsGranted(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space, 10, 20);
    parts.onceAfterLookUp(
        () -> {
          space.lockWrite();
          space.unmap(10, 20);
          assertThat(space.map(5, 25)).isSameAs(region);
          space.unlockWrite();
        });
    assertThat(space.tryLockRegion(15)).isSameAs(region);
    assertThat(region.start()).isEqualTo(5);
    region.unlockRead();
  }

  @Kills({Mutant.RETRY_LOST, Mutant.RETRY_WITHOUT_RESET})
  void regionThatWasReplacedIsMissedOnceAndFound(TestParts parts) {
    AddressSpace space = parts.space("s", RegionPool.create(0));
    map(space, 10, 20);
    AtomicReference<Region> replacement = new AtomicReference<>();
    parts.onceAfterLookUp(
        () -> {
          space.lockWrite();
          space.unmap(10, 20);
          replacement.set(space.map(10, 20));
          space.unlockWrite();
        });
    assertThat(space.tryLockRegion(15)).isNotNull().isSameAs(replacement.get());
    assertThat(space.stats().misses()).isEqualTo(1);
    replacement.get().unlockRead();
  }

  @Kills
  void detachedRegionThatIsStillMappedEndsInABoundedNumberOfRetries(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space, 10, 20);
    detach(space, region);
    assertThat(space.tryLockRegion(15)).isNull();
    LookupStats stats = space.stats();
    assertThat(stats.aborts(AbortReason.DETACHED)).isEqualTo(1);
    assertThat(stats.misses()).isEqualTo(RegionFinder.MAX_RETRIES);
  }

  @Kills
  void gapIsNeverSeenWhereThereIsNone(TestParts parts) {
    AddressSpace space = parts.space("s");
    map(space, 0, 100);
    parts.afterEachLookUp(
        () -> {
          space.lockWrite();
          Region whole = space.find(50);
          whole.lockWrite();
          if (whole.end() == 100 && whole.start() == 0) {
            whole.split(50);
          } else {
            Region lower = space.find(0);
            lower.lockWrite();
            lower.mergeWithNext();
          }
          space.unlockWrite();
        });
    for (int i = 0; i < 50; i++) {
      Region region = space.tryLockRegion(70);
      if (region != null) {
        assertThat(region.end()).isEqualTo(100);
        region.unlockRead();
      }
    }
    assertThat(space.stats().aborts(AbortReason.NOT_FOUND)).isZero();
  }

  @Kills
  void countersBalanceOverARandomScript(TestParts parts) {
    Random random = new Random(20261121);
    AddressSpace space = parts.space("s");
    int granted = 0;
    for (int i = 0; i < 2_000; i++) {
      long at = random.nextInt(64);
      space.lockWrite();
      if (random.nextBoolean()) {
        space.unmap(at, at + 1 + random.nextInt(8));
      } else if (space.find(at) == null) {
        space.map(at, at + 1);
      }
      Region found = space.find(random.nextInt(64));
      if (found != null) {
        found.lockWrite();
      }
      granted += lookUp(space, random.nextInt(64));
      space.unlockWrite();
      granted += lookUp(space, random.nextInt(64));
    }
    LookupStats stats = space.stats();
    assertThat(stats.attempts()).isEqualTo(4_000).isEqualTo(stats.granted() + stats.aborted());
    assertThat(stats.granted()).isPositive().isEqualTo(granted);
    assertThat(stats.aborts(AbortReason.NOT_FOUND)).isPositive();
    assertThat(stats.aborts(AbortReason.WRITE_LOCKED)).isPositive();
    assertThat(stats.misses()).isLessThanOrEqualTo(stats.retries());
  }

  /** One if a region was granted, which is released. */
  private static int lookUp(AddressSpace space, long address) {
    Region region = space.tryLockRegion(address);
    if (region == null) {
      return 0;
    }
    region.unlockRead();
    return 1;
  }

  private static Region map(AddressSpace space, long start, long end) {
    try (WriteHold hold = space.write()) {
      return space.map(start, end);
    }
  }

  private static void detach(AddressSpace space, Region region) {
    try (WriteHold hold = space.write()) {
      region.lockWrite();
      region.markDetached();
    }
  }

  private static void moveTo(AddressSpace from, AddressSpace to, Region region) {
    try (WriteHold hold = from.write()) {
      from.unmap(10, 20);
    }
    try (WriteHold hold = to.write()) {
      assertThat(to.map(10, 20)).isSameAs(region);
    }
  }
}
