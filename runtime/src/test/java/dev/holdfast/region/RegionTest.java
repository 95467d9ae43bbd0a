package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Locking, attaching and detaching through the public layer. */
final class RegionTest {
  @Kills
  void mappedRegionIsAttachedAndNotWriteLocked(TestParts parts) {
    AddressSpace space = parts.space("s");
    space.lockWrite();
    Region region = space.map(10, 20);
    region.assertAttached();
    assertThatThrownBy(region::assertWriteLocked).isInstanceOf(AssertionError.class);
    assertThat(region.space()).isSameAs(space);
    assertThat(region.start()).isEqualTo(10);
    assertThat(region.end()).isEqualTo(20);
    assertThat(region.flags()).isZero();
    space.unlockWrite();
  }

  @Kills
  void writtenFieldsAreReadUnderTheRegionLock(TestParts parts) {
    AddressSpace space = parts.space("s");
    space.lockWrite();
    Region region = space.map(10, 20);
    region.lockWrite();
    region.setFlags(7);
    space.unlockWrite();
    Region found = space.tryLockRegion(12);
    assertThat(found).isSameAs(region);
    assertThat(found.flags()).isEqualTo(7);
    found.unlockRead();
  }

  @Kills
  void attachOfAttachedAndDetachOfDetachedAreRefused(TestParts parts) {
    AddressSpace space = parts.space("s");
    space.lockWrite();
    Region region = space.map(10, 20);
    region.lockWrite();
    assertThatThrownBy(region::markAttached).isInstanceOf(AssertionError.class);
    region.markDetached();
    region.assertDetached();
    assertThatThrownBy(region::markDetached).isInstanceOf(AssertionError.class);
    region.markAttached();
    region.assertAttached();
    assertThat(region.count()).isEqualTo(1);
    space.unlockWrite();
  }

  @Kills
  void attachAndDetachNeedTheWriteLock(TestParts parts) {
    AddressSpace space = parts.space("s");
    space.lockWrite();
    Region region = space.map(10, 20);
    assertThatThrownBy(region::markDetached).isInstanceOf(AssertionError.class);
    region.lockWrite();
    region.markDetached();
    region.unlockWrite();
    assertThatThrownBy(region::markAttached).isInstanceOf(AssertionError.class);
    space.unlockWrite();
    assertThat(region.count()).isZero();
  }

  @Kills
  void readLockUnderTheMmapLockOutlivesIt(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space);
    space.lockRead();
    assertThat(region.tryLockRead()).isTrue();
    space.unlockRead();
    region.assertLocked();
    region.unlockRead();
  }

  @Kills
  void callerReleasesTheFirstOfTwoRegionsWhenTheSecondIsAtItsLimit(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region first = map(space);
    Region second = mapAt(space, 30, 40);
    second.forceCount(RegionState.LIMIT);
    space.lockRead();
    assertThat(first.tryLockRead()).isTrue();
    assertThat(second.tryLockRead()).isFalse();
    first.unlockRead();
    space.unlockRead();
    assertThat(first.count()).isEqualTo(1);
    assertThat(second.count()).isEqualTo(RegionState.LIMIT);
  }

  @Kills
  void tryLockReadOfDetachedFails(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space);
    try (WriteHold hold = space.write()) {
      region.lockWrite();
      region.markDetached();
    }
    space.lockRead();
    assertThat(region.tryLockRead()).isFalse();
    assertThat(space.find(15)).isNull();
    space.unlockRead();
  }

  @Kills(Mutant.NO_BULK_RELEASE)
  void unlockEndsEveryRegionWriteLock(TestParts parts) {
    AddressSpace space = parts.space("s");
    space.lockWrite();
    Region one = space.map(10, 20);
    Region other = space.map(20, 30);
    one.lockWrite();
    other.lockWrite();
    space.unlockWrite();
    for (long address : new long[] {10, 20}) {
      Region region = space.tryLockRegion(address);
      assertThat(region).isNotNull();
      region.unlockRead();
    }
  }

  @Kills({Mutant.DOWNGRADE_WITHOUT_END, Mutant.NO_BULK_RELEASE})
  void downgradeEndsEveryRegionWriteLockAndKeepsTheSpaceReadLocked(TestParts parts) {
    AddressSpace space = parts.space("s");
    space.lockWrite();
    Region region = space.map(10, 20);
    region.lockWrite();
    space.downgradeToRead();
    space.assertLocked();
    assertThatThrownBy(space::assertWriteLocked).isInstanceOf(AssertionError.class);
    assertThatThrownBy(region::assertWriteLocked).isInstanceOf(AssertionError.class);
    Actor.run(
        () -> {
          Region found = space.tryLockRegion(10);
          assertThat(found).isNotNull();
          found.unlockRead();
          assertThat(space.tryLockWrite()).isFalse();
        });
    space.unlockRead();
  }

  /** A callee that ends the cycle and begins another has ended its caller's region lock too. */
  @Kills(Mutant.NO_BULK_RELEASE)
  void endOfTheCycleInACalleeInvalidatesTheCallersRegionLock(TestParts parts) {
    AddressSpace space = parts.space("s");
    space.lockWrite();
    Region region = space.map(10, 20);
    region.lockWrite();
    space.unlockWrite();
    space.lockWrite();
    assertThatThrownBy(region::assertWriteLocked).isInstanceOf(AssertionError.class);
    space.unlockWrite();
  }

  @Kills(Mutant.INCREMENT_ON_FAILURE)
  void numberIsOddExactlyWhileTheSpaceIsWriteLocked(TestParts parts) {
    AddressSpace space = parts.space("s");
    SpaceSequence sequence = space.exclusion().sequence();
    assertThat(SpaceSequence.isWriteCycle(sequence.get())).isFalse();
    space.lockRead();
    Actor failed = Actor.start(space::lockWriteInterruptibly).awaitBlocked();
    failed.interrupt();
    assertThat(failed.end()).isInstanceOf(InterruptedException.class);
    assertThat(SpaceSequence.isWriteCycle(sequence.get())).isFalse();
    space.unlockRead();
    space.lockWrite();
    assertThat(SpaceSequence.isWriteCycle(sequence.get())).isTrue();
    space.downgradeToRead();
    assertThat(SpaceSequence.isWriteCycle(sequence.get())).isFalse();
    space.unlockRead();
    assertThat(space.tryLockWrite()).isTrue();
    assertThat(SpaceSequence.isWriteCycle(sequence.get())).isTrue();
    space.unlockWrite();
    assertThat(SpaceSequence.isWriteCycle(sequence.get())).isFalse();
  }

  @Kills({Mutant.NO_UNDO, Mutant.NO_EXCLUSION})
  void interruptedRegionWriteKeepsTheSpaceAndEarlierRegions(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region earlier = map(space);
    Region region = mapAt(space, 30, 40);
    assertThat(space.tryLockRegion(30)).isSameAs(region);
    Actor writer =
        Actor.start(
            () -> {
              space.lockWrite();
              earlier.lockWrite();
              assertThatThrownBy(region::lockWriteInterruptibly)
                  .isInstanceOf(InterruptedException.class)
                  .hasMessageContaining("region [0x1e, 0x28)");
              space.assertWriteLocked();
              earlier.assertWriteLocked();
              assertThatThrownBy(region::assertWriteLocked).isInstanceOf(AssertionError.class);
              space.unlockWrite();
            });
    writer.awaitBlocked().interrupt();
    writer.join();
    assertThat(region.count()).isEqualTo(2);
    region.unlockRead();
    Region again = space.tryLockRegion(30);
    assertThat(again).isSameAs(region);
    again.unlockRead();
  }

  @Kills(Mutant.NO_END_WRITE)
  void readerEntersAfterUnlockWriteWhileTheSpaceIsStillWriteLocked(TestParts parts) {
    AddressSpace space = parts.space("s");
    space.lockWrite();
    Region region = space.map(10, 20);
    region.lockWrite();
    region.setFlags(3);
    region.unlockWrite();
    Actor.run(
        () -> {
          Region found = space.tryLockRegion(10);
          assertThat(found).isNotNull();
          assertThat(found.flags()).isEqualTo(3);
          found.unlockRead();
        });
    assertThatThrownBy(region::assertWriteLocked).isInstanceOf(AssertionError.class);
    region.lockWrite();
    region.assertWriteLocked();
    space.unlockWrite();
  }

  @Kills({Mutant.NO_EXCLUSION, Mutant.NO_WAIT})
  void lockWriteWaitsForReaders(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space);
    assertThat(space.tryLockRegion(10)).isSameAs(region);
    Actor writer =
        Actor.start(
            () -> {
              space.lockWrite();
              region.lockWrite();
              space.unlockWrite();
            });
    writer.awaitBlocked();
    assertThat(space.tryLockRegion(10)).isNull();
    region.unlockRead();
    writer.join();
  }

  @Kills
  void regionReadersCanTakeTheMmapLockByTryOnly(TestParts parts) {
    AddressSpace space = parts.space("s");
    Region region = map(space);
    assertThat(space.tryLockRegion(10)).isSameAs(region);
    assertThat(space.tryLockRead()).isTrue();
    space.unlockRead();
    region.unlockRead();
  }

  /** The number of the former life could be that of a later cycle of the new space. */
  @Kills(Mutant.KEPT_NUMBER)
  void recycledRegionStartsWithoutANumber(TestParts parts) {
    RegionPool pool = RegionPool.create();
    AddressSpace old = parts.space("old", pool);
    AddressSpace young = parts.space("young", pool);
    Region region = map(old);
    try (WriteHold hold = old.write()) {
      old.unmap(10, 20);
    }
    try (WriteHold hold = young.write()) {
      assertThat(young.map(10, 20)).isSameAs(region);
    }
    assertThat(region.sequence()).isEqualTo(RegionState.UNLOCKED);
  }

  private static Region map(AddressSpace space) {
    return mapAt(space, 10, 20);
  }

  private static Region mapAt(AddressSpace space, long start, long end) {
    try (WriteHold hold = space.write()) {
      return space.map(start, end);
    }
  }
}
