package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Finding a region under the mmap lock: it is held on return exactly when there is a region. */
final class SlowPathTest {
  @Kills
  void hitKeepsTheMmapLock(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space, 10, 20, 0);
    assertThat(space.lockReadAndFind(15)).isSameAs(region);
    space.assertLocked();
    space.unlockRead();
  }

  @Kills(Mutant.LEAK_ON_FAILURE)
  void holeLeavesNothingHeld(TestParts parts) {
    AddressSpace space = parts.space("s");
    map(space, 10, 20, 0);
    assertThat(space.lockReadAndFind(25)).isNull();
    assertThat(space.lockReadAndFind(5)).isNull();
    assertFree(space);
  }

  @Kills
  void growsDownToTheAddress(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space, 100, 200, Region.GROWS_DOWN);
    assertThat(space.lockReadAndFind(60)).isSameAs(region);
    assertThat(region.start()).isEqualTo(60);
    assertThat(region.end()).isEqualTo(200);
    space.unlockRead();
    Region found = space.tryLockRegion(60);
    assertThat(found).isSameAs(region);
    found.unlockRead();
    assertThat(space.tryLockRegion(59)).isNull();
    assertFree(space);
  }

  @Kills
  void growthWaitsForReaders(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space, 100, 200, Region.GROWS_DOWN);
    assertThat(space.tryLockRegion(150)).isSameAs(region);
    Actor grower =
        Actor.start(
            () -> {
              space.lockReadAndFind(60);
              space.unlockRead();
            });
    grower.awaitBlocked();
    assertThat(region.start()).isEqualTo(100);
    region.unlockRead();
    grower.join();
  }

  @Kills
  void regionOfOtherSortCannotGrow(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region below = map(space, 10, 20, Region.GROWS_DOWN);
    map(space, 100, 200, 0);
    assertThat(space.lockReadAndFind(60)).isNull();
    assertThat(below.end()).isEqualTo(20);
    assertFree(space);
  }

  /** The writer that waits behind the slow path's read lock gets in before its write lock. */
  @Kills(Mutant.STALE_AFTER_UPGRADE)
  void regionThatVanishedBeforeTheWriteLockIsNotGrown(TestParts parts) {
    AddressSpace space = parts.space("s");
    map(space, 100, 200, Region.GROWS_DOWN);
    Region found = changeBeforeTheWriteLock(space, () -> space.unmap(100, 200), 60);
    assertThat(found).isNull();
    assertThat(space.regionCount()).isZero();
    assertFree(space);
  }

  @Kills
  void addressThatWasMappedBeforeTheWriteLockIsFound(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region stack = map(space, 100, 200, Region.GROWS_DOWN);
    Region found = changeBeforeTheWriteLock(space, () -> space.map(50, 70), 60);
    assertThat(found).isNotNull().isNotSameAs(stack);
    assertThat(stack.start()).isEqualTo(100);
    assertFree(space);
  }

  @Kills(Mutant.STALE_AFTER_UPGRADE)
  void regionThatMayNoLongerGrowStaysAsItIs(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region stack = map(space, 100, 200, Region.GROWS_DOWN);
    Region found =
        changeBeforeTheWriteLock(
            space,
            () -> {
              stack.lockWrite();
              stack.setFlags(0);
            },
            60);
    assertThat(found).isNull();
    assertThat(stack.start()).isEqualTo(100);
    assertFree(space);
  }

  @Kills
  void interruptWhileWaitingForTheReadLockLeavesNothingHeld(TestParts parts) {
    AddressSpace space = parts.space("s");
    map(space, 10, 20, 0);
    space.lockWrite();
    Actor finder = Actor.start(() -> space.lockReadAndFindInterruptibly(15)).awaitBlocked();
    finder.interrupt();
    assertThat(finder.end()).isInstanceOf(InterruptedException.class);
    space.unlockWrite();
    assertFree(space);
  }

  @Kills
  void interruptWhileWaitingForTheWriteLockLeavesNothingHeld(TestParts parts) {
    AddressSpace space = parts.space("s");
    map(space, 100, 200, Region.GROWS_DOWN);
    space.lockRead();
    Actor finder = Actor.start(() -> space.lockReadAndFindInterruptibly(60)).awaitBlocked();
    finder.interrupt();
    assertThat(finder.end()).isInstanceOf(InterruptedException.class);
    space.unlockRead();
    assertFree(space);
  }

  @Kills
  void stabiliseTakesTheRegionLockIfItCan(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space, 10, 20, 0);
    try (Stabilised stabilised = space.stabilise(15)) {
      assertThat(stabilised.region()).isSameAs(region);
      region.assertLocked();
      assertThatThrownBy(space::assertLocked).isInstanceOf(AssertionError.class);
    }
    assertThatThrownBy(region::assertStabilised).isInstanceOf(AssertionError.class);
    assertThat(space.stats().slowPaths()).isZero();
  }

  @Kills
  void stabiliseFallsBackToTheMmapLock(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space, 10, 20, 0);
    region.forceCount(RegionState.LIMIT);
    Stabilised stabilised = space.stabilise(15);
    assertThat(stabilised.region()).isSameAs(region);
    space.assertLocked();
    region.assertStabilised();
    stabilised.close();
    stabilised.close();
    assertThat(space.stats().slowPaths()).isEqualTo(1);
    assertFree(space);
  }

  @Kills
  void stabiliseOverAHoleHoldsNothing(TestParts parts) {
    AddressSpace space = parts.space("s");
    try (Stabilised stabilised = space.stabilise(15)) {
      assertThat(stabilised.region()).isNull();
      assertFree(space);
    }
  }

  /**
   * Lets a change happen between the read lock and the write lock of the slow path. The lock is
   * fair, so the order in which they queue is the order in which they get it.
   */
  private static Region changeBeforeTheWriteLock(
      AddressSpace space, Runnable change, long address) {
    Region[] found = new Region[1];
    space.lockWrite();
    Actor finder =
        Actor.start(
            () -> {
              found[0] = space.lockReadAndFind(address);
              if (found[0] != null) {
                space.unlockRead();
              }
            });
    finder.awaitBlocked();
    Actor changer =
        Actor.start(
            () -> {
              space.lockWrite();
              change.run();
              space.unlockWrite();
            });
    changer.awaitBlocked();
    space.unlockWrite();
    changer.join();
    finder.join();
    return found[0];
  }

  private static Region map(AddressSpace space, long start, long end, long flags) {
    try (WriteHold hold = space.write()) {
      return space.map(start, end, flags);
    }
  }

  private static void assertFree(AddressSpace space) {
    Actor.run(
        () -> {
          assertThat(space.tryLockWrite()).isTrue();
          space.unlockWrite();
        });
  }
}
