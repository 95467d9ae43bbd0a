package dev.holdfast.region;

import java.util.function.Supplier;

/**
 * Defects that can be planted in the real code. Each is a wrong version of one step of the
 * protocol.
 */
enum Mutant {
  NO_MAIN_CHECK(
      "the reader does not compare sequence numbers", Defects.exclusion(Defects.NoMainCheck::new)),
  CHECK_BEFORE_PIN(
      "the reader compares sequence numbers before the pin, as without acquire on the pin",
      Defects.exclusion(Defects.CheckBeforePin::new)),
  NO_OWNER_CHECK(
      "the reader does not check the owner", Defects.exclusion(Defects.NoOwnerCheck::new)),
  NO_RANGE_CHECK(
      "the reader does not check the range", Defects.exclusion(Defects.NoRangeCheck::new)),
  IDENTITY_BEFORE_PIN(
      "the reader checks owner and range before the pin, as without acquire on the pin",
      Defects.exclusion(Defects.IdentityBeforePin::new)),
  STRICT_IDENTITY(
      "the reader refuses a recycled region that is correct again",
      Defects.finder(Defects.StrictIdentity::new)),
  NO_EXCLUSION(
      "the writer does not exclude readers at all", Defects.exclusion(Defects.NoExclusion::new)),
  NO_WAIT("the writer sets the flag and does not wait", Defects.exclusion(Defects.NoWait::new)),
  FLAG_REMOVED_FIRST(
      "the writer removes the flag before it stores its number",
      Defects.exclusion(Defects.FlagRemovedFirst::new)),
  NO_UNDO("an interrupted writer leaves the flag set", Defects.exclusion(Defects.NoUndo::new)),
  STALE_EARLY_RETURN(
      "the writer takes a region for locked that it unlocked in this cycle",
      Defects.exclusion(Defects.StaleEarlyReturn::new)),
  REPEATED_EXCLUSION(
      "the writer excludes readers again in one cycle",
      Defects.exclusion(Defects.RepeatedExclusion::new)),
  NO_BULK_RELEASE(
      "the end of a cycle does not move the number", Defects.exclusion(Defects.NoBulkRelease::new)),
  DOWNGRADE_WITHOUT_END(
      "a downgrade does not move the number", Defects.exclusion(Defects.DowngradeWithoutEnd::new)),
  NO_END_WRITE(
      "the explicit end of a write lock does nothing", Defects.exclusion(Defects.NoEndWrite::new)),
  NO_WAKE("the last reader does not wake the writer", Defects.exclusion(Defects.NoWake::new)),
  WAKE_ON_OLD_VALUE(
      "the wake-up looks at the count before the put",
      Defects.exclusion(Defects.WakeOnOldValue::new)),
  WAKE_ONLY_WRITER(
      "the wake-up knows flag + 1 only, and forgets detachers",
      Defects.exclusion(Defects.WakeOnlyWriter::new)),
  WRONG_WAKE_TARGET(
      "a failed reader wakes the writer of the space that it searched",
      Defects.exclusion(Defects.WrongWakeTarget::new)),
  SLOT_AFTER_CHECK(
      "the writer looks at the count before it takes the waiter slot, as without store-load order",
      Defects.exclusion(
          () -> new ReaderExclusion(new SpaceSequence(), new Defects.SlotAfterCheck()))),
  LOST_INTERRUPT(
      "an uninterruptible wait loses the interrupt status",
      Defects.exclusion(
          () -> new ReaderExclusion(new SpaceSequence(), new Defects.LostInterrupt()))),
  DETACH_WITHOUT_WAIT(
      "the detacher does not wait", Defects.exclusion(Defects.DetachWithoutWait::new)),
  DETACH_TARGET_OFF_BY_ONE(
      "the detacher waits for flag + 1", Defects.exclusion(Defects.DetachTargetOffByOne::new)),
  SATURATING_COUNT(
      "the count does not refuse a pin at its limit", Defects.exclusion(Defects.Saturating::new)),
  NARROW_SEQUENCE(
      "the sequence has two bits",
      Defects.exclusion(() -> new ReaderExclusion(new SpaceSequence(2), new WriterWait()))),
  KEPT_NUMBER(
      "a recycled region keeps the sequence number of its former life",
      Defects.exclusion(Defects.KeptNumber::new)),
  RETRY_LOST(
      "a look-up that finds a detached region gives up", Defects.finder(Defects.RetryLost::new)),
  RETRY_WITHOUT_RESET(
      "a look-up tries again with what it found before",
      Defects.finder(Defects.RetryWithoutReset::new)),
  STALE_AFTER_UPGRADE(
      "growth trusts what was seen under the read lock",
      Defects.finder(Defects.StaleAfterUpgrade::new)),
  NO_GAP_CHECK(
      "a cursor believes in a gap without looking again", Defects.finder(Defects.NoGapCheck::new)),
  LOOK_UP_OFF_BY_ONE(
      "a look-up takes the end for inside and the start for outside",
      Defects.finder(Defects.LookUpOffByOne::new)),
  LEAK_ON_FAILURE(
      "the slow path keeps the mmap lock though it found nothing",
      Defects.lock((name, exclusion) -> new Defects.LeakOnFailure(name))),
  INCREMENT_ON_FAILURE(
      "an interrupted wait for the mmap lock moves the number",
      Defects.lock(Defects.IncrementOnFailure::new)),
  GAP_IN_DOWNGRADE(
      "a downgrade releases and takes again",
      Defects.lock((name, exclusion) -> new Defects.GapInDowngrade(name)));

  private final String words;
  private final Supplier<TestParts> parts;

  Mutant(String words, Supplier<TestParts> parts) {
    this.words = words;
    this.parts = parts;
  }

  /** What is wrong, in words. */
  String words() {
    return words;
  }

  /** Parts with this defect. */
  TestParts parts() {
    return parts.get();
  }
}
