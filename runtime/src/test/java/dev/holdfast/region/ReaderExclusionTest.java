package dev.holdfast.region;

import static dev.holdfast.region.RegionState.EXCLUDE;
import static dev.holdfast.region.RegionState.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

/** The protocol, without a public layer. The test's thread is the writer of the space. */
final class ReaderExclusionTest {
  @Kills
  void readOfDetachedSaysSo(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = new FakeRegion(exclusion);
    assertThat(exclusion.tryStartRead(region, 0)).isEqualTo(ReadAttempt.DETACHED);
    assertThat(region.count()).isZero();
  }

  @Kills
  void readWhileExcludingIsRefused(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    region.exclude();
    assertThat(exclusion.tryStartRead(region, 0)).isEqualTo(ReadAttempt.EXCLUDED);
    assertThat(region.count()).isEqualTo(EXCLUDE + 1);
  }

  @Kills(Mutant.SATURATING_COUNT)
  void readAtTheLimitIsRefused(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    region.forceCount(LIMIT - 1);
    assertThat(exclusion.tryStartRead(region, 0)).isEqualTo(ReadAttempt.GRANTED);
    assertThat(exclusion.tryStartRead(region, 0)).isEqualTo(ReadAttempt.LIMIT);
    assertThat(region.count()).isEqualTo(LIMIT);
  }

  @Kills(Mutant.NO_MAIN_CHECK)
  void readOfWriteLockedIsRefused(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    exclusion.beginCycle();
    exclusion.startWrite(region);
    assertThat(exclusion.tryStartRead(region, 0)).isEqualTo(ReadAttempt.WRITE_LOCKED);
    assertThat(region.count()).isEqualTo(1);
  }

  @Kills({Mutant.NO_EXCLUSION, Mutant.NO_WAIT, Mutant.NO_WAKE, Mutant.WAKE_ON_OLD_VALUE})
  void writeWaitsForTheLastReader(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    exclusion.tryStartRead(region, 0);
    exclusion.tryStartRead(region, 0);
    exclusion.beginCycle();
    Actor writer = Actor.start(() -> exclusion.startWrite(region)).awaitBlocked();
    exclusion.endRead(region);
    writer.awaitBlocked();
    assertThat(region.sequence()).isEqualTo(RegionState.UNLOCKED);
    exclusion.endRead(region);
    writer.join();
    assertThat(region.sequence()).isEqualTo(exclusion.sequence().get());
    assertThat(region.count()).isEqualTo(1);
  }

  @Kills(Mutant.REPEATED_EXCLUSION)
  void secondWriteInACycleExcludesNobody(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    exclusion.beginCycle();
    exclusion.startWrite(region);
    /* A reader that is bound to fail and has not noticed yet. */
    region.pin();
    Actor.run(() -> exclusion.startWrite(region));
    assertThat(region.count()).isEqualTo(2);
  }

  @Kills
  void writeOfDetachedIsImmediateAndStoresTheNumber(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = new FakeRegion(exclusion);
    exclusion.beginCycle();
    exclusion.startWrite(region);
    assertThat(region.sequence()).isEqualTo(exclusion.sequence().get());
    assertThat(region.count()).isZero();
  }

  @Kills({Mutant.NO_EXCLUSION, Mutant.NO_UNDO})
  void interruptedWriteLeavesEverythingAsItWas(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion earlier = FakeRegion.attached(exclusion);
    FakeRegion region = FakeRegion.attached(exclusion);
    exclusion.tryStartRead(region, 0);
    exclusion.beginCycle();
    exclusion.startWrite(earlier);
    Actor writer =
        Actor.start(() -> assertThat(exclusion.startWriteInterruptibly(region)).isFalse());
    writer.awaitBlocked().interrupt();
    writer.join();
    assertThat(region.count()).isEqualTo(2);
    assertThat(region.sequence()).isEqualTo(RegionState.UNLOCKED);
    assertThat(exclusion.isWriteLocked(earlier)).isTrue();
    assertThat(exclusion.writerWait().isWaiting()).isFalse();
  }

  @Kills(Mutant.NO_UNDO)
  void readersEnterAfterAnInterruptedWriteAndTheNextOneWorks(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    exclusion.tryStartRead(region, 0);
    exclusion.beginCycle();
    Actor writer = Actor.start(() -> exclusion.startWriteInterruptibly(region)).awaitBlocked();
    writer.interrupt();
    writer.join();
    assertThat(exclusion.tryStartRead(region, 0)).isEqualTo(ReadAttempt.GRANTED);
    Actor again = Actor.start(() -> exclusion.startWrite(region)).awaitBlocked();
    assertThat(region.count()).isEqualTo(EXCLUDE + 3);
    exclusion.endRead(region);
    exclusion.endRead(region);
    again.join();
    assertThat(region.count()).isEqualTo(1);
  }

  @Kills(Mutant.LOST_INTERRUPT)
  void uninterruptibleWriteWaitsOnAndKeepsTheInterruptStatus(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    exclusion.tryStartRead(region, 0);
    exclusion.beginCycle();
    Actor writer =
        Actor.start(
            () -> {
              exclusion.startWrite(region);
              assertThat(Thread.interrupted()).isTrue();
            });
    writer.awaitBlocked().interrupt();
    writer.awaitBlocked();
    exclusion.endRead(region);
    writer.join();
  }

  @Kills(Mutant.NO_END_WRITE)
  void readerEntersAfterTheExplicitEndOfAWrite(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    exclusion.beginCycle();
    exclusion.startWrite(region);
    exclusion.endWrite(region);
    assertThat(exclusion.tryStartRead(region, 0)).isEqualTo(ReadAttempt.GRANTED);
  }

  @Kills(Mutant.STALE_EARLY_RETURN)
  void writeAfterAnExplicitEndExcludesAgain(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    exclusion.beginCycle();
    exclusion.startWrite(region);
    exclusion.endWrite(region);
    exclusion.tryStartRead(region, 0);
    Actor writer = Actor.start(() -> exclusion.startWrite(region)).awaitBlocked();
    exclusion.endRead(region);
    writer.join();
  }

  /** With a number that comes round, the writer takes a region for locked that a reader is in. */
  @Kills(Mutant.NARROW_SEQUENCE)
  void writeWaitsForTheReaderOneWrapAfterTheLastWrite(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    exclusion.beginCycle();
    exclusion.startWrite(region);
    exclusion.endCycle();
    exclusion.beginCycle();
    exclusion.endCycle();
    assertThat(exclusion.tryStartRead(region, 0)).isEqualTo(ReadAttempt.GRANTED);
    exclusion.beginCycle();
    Actor writer = Actor.start(() -> exclusion.startWrite(region)).awaitBlocked();
    exclusion.endRead(region);
    writer.join();
  }

  @Kills(Mutant.NO_BULK_RELEASE)
  void endOfTheCycleEndsEveryWrite(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion one = FakeRegion.attached(exclusion);
    FakeRegion other = FakeRegion.attached(exclusion);
    exclusion.beginCycle();
    exclusion.startWrite(one);
    exclusion.startWrite(other);
    exclusion.endCycle();
    assertThat(exclusion.tryStartRead(one, 0)).isEqualTo(ReadAttempt.GRANTED);
    assertThat(exclusion.tryStartRead(other, 0)).isEqualTo(ReadAttempt.GRANTED);
  }

  @Kills({Mutant.DETACH_WITHOUT_WAIT, Mutant.DETACH_TARGET_OFF_BY_ONE})
  void detachWaitsForReadersThatAreBoundToFail(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    exclusion.beginCycle();
    exclusion.startWrite(region);
    region.pin();
    region.pin();
    Actor detacher = Actor.start(() -> exclusion.detach(region)).awaitBlocked();
    exclusion.endRead(region);
    detacher.awaitBlocked();
    exclusion.endRead(region);
    detacher.join();
    assertThat(region.count()).isZero();
  }

  @Kills({Mutant.WAKE_ONLY_WRITER, Mutant.NO_WAKE})
  void detachIsWokenByTheOneReader(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    exclusion.beginCycle();
    exclusion.startWrite(region);
    region.pin();
    Actor detacher = Actor.start(() -> exclusion.detach(region)).awaitBlocked();
    exclusion.endRead(region);
    detacher.join();
  }

  /**
   * Between the detacher's decrement and its flag, the last reader takes the count to zero itself.
   */
  @Kills
  void lastReaderMayTakeADetachingRegionToZero(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    exclusion.beginCycle();
    exclusion.startWrite(region);
    region.pin();
    assertThat(region.unpublish()).isEqualTo(1);
    exclusion.endRead(region);
    exclusion.awaitDetached(region);
    assertThat(region.count()).isZero();
    assertThat(region.exclude()).isFalse();
  }

  /** The last reader leaves between the writer's look at the count and its sleep. */
  @Kills(Mutant.SLOT_AFTER_CHECK)
  void readerThatLeavesAsTheWriterGoesToSleepWakesIt(TestParts parts) {
    for (int round = 0; round < 200; round++) {
      ReaderExclusion exclusion = parts.exclusion();
      FakeRegion region = FakeRegion.attached(exclusion);
      exclusion.tryStartRead(region, 0);
      exclusion.beginCycle();
      Actor writer = Actor.start(() -> exclusion.startWrite(region));
      while (!RegionState.isExcluding(region.count())) {
        Thread.onSpinWait();
      }
      exclusion.endRead(region);
      writer.join();
    }
  }

  @Kills
  void everyExclusionIsEndedOnce(TestParts parts) {
    ReaderExclusion exclusion = parts.exclusion();
    FakeRegion region = FakeRegion.attached(exclusion);
    for (int cycle = 0; cycle < 3; cycle++) {
      exclusion.beginCycle();
      exclusion.startWrite(region);
      assertThat(region.count()).isEqualTo(1);
      exclusion.endCycle();
    }
  }
}
