package dev.holdfast.region;

/**
 * Calls that are wrong, each with what is to be said about it. Made by {@link MisuseTest} where
 * holds are recorded, and by {@link ModeProbe} where they are not.
 */
enum WrongCall {
  MAP_OVERLAPPING(at -> at.writing(() -> at.refused("overlaps " + at.name, () -> at.map(24, 40)))),
  MAP_INVERTED(at -> at.writing(() -> at.refused("is inverted", () -> at.map(60, 50)))),
  MAP_EMPTY(at -> at.writing(() -> at.refused("is empty", () -> at.map(60, 60)))),
  MAP_WITHOUT_LOCK(at -> at.refused("mmap lock of address space `files`", () -> at.map(60, 70))),
  MAP_UNDER_READ_LOCK(
      at -> at.reading(() -> at.refused("held for reading by", () -> at.map(60, 70)))),
  UNMAP_INVERTED(at -> at.writing(() -> at.refused("is inverted", () -> at.unmap(30, 20)))),
  UNMAP_WITHOUT_LOCK(at -> at.refused("nobody holds it", () -> at.unmap(16, 32))),
  WALK_INVERTED(at -> at.reading(() -> at.refused("inverted", () -> at.space.regions(9, 3)))),
  CURSOR_INVERTED(at -> at.refused("is inverted", () -> at.space.cursor(9, 3))),
  END_BEYOND_NEXT(at -> at.changing(() -> at.refused("overlaps region", () -> at.setEnd(50)))),
  END_BEFORE_START(at -> at.changing(() -> at.refused("is inverted", () -> at.setEnd(8)))),
  SPLIT_AT_START(at -> at.changing(() -> at.refused("split at 0x10", () -> at.region.split(16)))),
  SPLIT_BEYOND_END(at -> at.changing(() -> at.refused("split at 0x28", () -> at.region.split(40)))),
  MERGE_ACROSS_GAP(at -> at.changing(() -> at.refused("a gap before", at::merge))),
  MERGE_WITH_NOTHING(
      at ->
          at.writing(
              () -> {
                at.next.lockWrite();
                at.refused("there is none", at.next::mergeWithNext);
              })),

  SPACE_UNLOCK_READ(at -> at.refused("does not hold it", () -> at.run(at.space::unlockRead))),
  SPACE_UNLOCK_WRITE(at -> at.refused("does not hold it", () -> at.run(at.space::unlockWrite))),
  SPACE_UNLOCK_WRITE_UNDER_READ_LOCK(
      at ->
          at.reading(
              () ->
                  at.refused("for reading, not for writing", () -> at.run(at.space::unlockWrite)))),
  SPACE_UNLOCK_READ_UNDER_WRITE_LOCK(
      at ->
          at.writing(
              () ->
                  at.refused("for writing, not for reading", () -> at.run(at.space::unlockRead)))),
  SPACE_DOWNGRADE(at -> at.refused("does not hold it", () -> at.run(at.space::downgradeToRead))),
  SPACE_READ_TWICE(
      at -> at.reading(() -> at.refused("holds it for reading", () -> at.run(at.space::lockRead)))),
  SPACE_WRITE_TWICE(
      at ->
          at.writing(() -> at.refused("holds it for writing", () -> at.run(at.space::lockWrite)))),
  SPACE_UPGRADE(
      at ->
          at.reading(() -> at.refused("holds it for reading", () -> at.run(at.space::lockWrite)))),
  SPACE_UNLOCK_READ_OF_ANOTHER_THREAD(
      at ->
          at.reading(() -> at.byAnother("held for reading by `" + at.me(), at.space::unlockRead))),
  SPACE_UNLOCK_WRITE_OF_ANOTHER_THREAD(
      at ->
          at.writing(
              () -> at.byAnother("held for writing by thread `" + at.me(), at.space::unlockWrite))),
  SPACE_NESTING_TOO_DEEP(
      at -> at.refused("between 0 and 7, not 8", () -> at.run(() -> at.space.lockWriteNested(8)))),

  REGION_UNLOCK_READ(at -> at.refused(at.name, () -> at.run(at.region::unlockRead))),
  REGION_UNLOCK_READ_TWICE(
      at -> {
        at.space.tryLockRegion(16).unlockRead();
        at.refused(at.name, () -> at.run(at.region::unlockRead));
      }),
  REGION_UNLOCK_READ_OF_ANOTHER_THREAD(
      at -> {
        at.space.tryLockRegion(16);
        if (Assertions.TRACKING) {
          at.byAnother(at.name, at.region::unlockRead);
        }
        at.region.unlockRead();
      }),
  REGION_UNLOCK_WRITE(at -> at.writing(() -> at.refused(at.name, () -> at.run(at.unlockWrite())))),
  REGION_UNLOCK_WRITE_OF_ANOTHER_THREAD(
      at -> at.changing(() -> at.byAnother("for writing by thread `" + at.me(), at.unlockWrite()))),
  REGION_WRITE_WITHOUT_MMAP(at -> at.refused("does not hold it", () -> at.run(at::lockWrite))),
  REGION_WRITE_UNDER_READ_LOCK(
      at -> at.reading(() -> at.refused("not for writing", () -> at.run(at::lockWrite)))),
  REGION_WRITE_BY_ANOTHER_THREAD(
      at -> at.writing(() -> at.byAnother("for writing by thread `" + at.me(), at::lockWrite))),
  REGION_WRITE_WHILE_READING_IT(
      at ->
          at.writing(
              () -> {
                at.space.tryLockRegion(16);
                if (Assertions.TRACKING) {
                  at.refused("would wait for itself", () -> at.run(at::lockWrite));
                }
                at.region.unlockRead();
              })),
  CHANGE_WITHOUT_REGION_LOCK(
      at ->
          at.writing(
              () -> {
                at.refused(at.name, () -> at.setEnd(20));
                at.refused(at.name, () -> at.run(() -> at.region.setFlags(1)));
                at.refused(at.name, () -> at.region.split(20));
                at.refused(at.name, at::merge);
                at.refused(at.name, () -> at.run(at.region::markDetached));
              })),

  ATTACH_TWICE(at -> at.changing(() -> at.refused("attached", () -> at.run(at::markAttached)))),
  USE_OF_A_DETACHED_REGION(
      at ->
          at.changing(
              () -> {
                at.region.markDetached();
                at.refused("is detached", () -> at.run(at.region::markDetached));
                at.refused("is detached", () -> at.region.split(20));
                at.refused("is detached", at::merge);
                at.refused(at.name, () -> at.run(at.region::unlockRead));
                at.markAttached();
              })),
  USE_OF_AN_UNMAPPED_REGION(
      at ->
          at.writing(
              () -> {
                Region gone = at.space.map(60, 70);
                gone.lockWrite();
                at.space.unmap(60, 70);
                at.refused("was unmapped", () -> at.run(gone::lockWrite));
                at.refused("was unmapped", () -> at.run(gone::markAttached));
                at.refused("was unmapped", () -> at.run(gone::markDetached));
                at.refused("was unmapped", () -> at.run(() -> gone.setFlags(1)));
                at.refused("was unmapped", () -> at.run(() -> gone.setEnd(65)));
                at.refused("was unmapped", () -> gone.split(65));
                at.refused("was unmapped", gone::mergeWithNext);
                at.refused("[0x3c, 0x46)", () -> at.run(gone::unlockRead));
              })),

  INTERRUPTED_SPACE_READ(at -> at.interrupted(at.space::lockReadInterruptibly)),
  INTERRUPTED_SPACE_WRITE(at -> at.interrupted(at.space::lockWriteInterruptibly)),
  INTERRUPTED_SLOW_PATH(at -> at.interrupted(() -> at.space.lockReadAndFindInterruptibly(16))),
  INTERRUPTED_REGION_WRITE(
      at -> at.writing(() -> at.interrupted(at.region::lockWriteInterruptibly))),
  INTERRUPTED_WAIT_FOR_READERS(
      at -> {
        at.space.tryLockRegion(16);
        Actor writer =
            Actor.start(
                () ->
                    at.writing(
                        () -> at.refused("interrupted", () -> at.run(at::lockWriteInterruptibly))));
        writer.awaitBlocked().interrupt();
        writer.join();
        at.region.unlockRead();
      }),
  READER_LIMIT(
      at -> {
        at.region.forceCount(RegionState.LIMIT);
        at.mustBe(at.space.tryLockRegion(16) == null);
        at.reading(() -> at.mustBe(!at.region.tryLockRead()));
        at.mustBe(at.region.count() == RegionState.LIMIT);
        at.region.forceCount(RegionState.ATTACHED);
      }),

  READ_HOLD_CLOSED_TWICE(
      at -> {
        ReadHold hold = at.space.read();
        at.byAnother("does not hold it", hold::close);
        hold.close();
        hold.close();
      }),
  WRITE_HOLD_CLOSED_TWICE(
      at -> {
        WriteHold hold = at.space.write();
        at.byAnother("does not hold it", hold::close);
        hold.downgrade();
        at.refused("for reading, not for writing", () -> at.run(hold::downgrade));
        hold.close();
        hold.close();
        at.refused("does not hold it", () -> at.run(hold::downgrade));
      }),
  WRITE_HOLD_CLOSED_AFTER_UNLOCK(
      at -> {
        WriteHold hold = at.space.write();
        at.space.unlockWrite();
        at.refused("does not hold it", () -> at.run(hold::close));
      }),
  STABILISED_CLOSED_TWICE(
      at -> {
        Stabilised stabilised = at.space.stabilise(16);
        stabilised.close();
        stabilised.close();
        if (Assertions.ENABLED) {
          at.refused("is not stabilised by this thread", stabilised::region);
        }
      }),
  CURSOR_CLOSED_TWICE(
      at -> {
        RegionCursor cursor = at.space.cursor(0, 100);
        cursor.next();
        cursor.close();
        cursor.close();
        at.mustBe(cursor.next() == RegionCursor.Step.END);
      });

  private final Call call;

  WrongCall(Call call) {
    this.call = call;
  }

  /** Makes the call in a space of its own, and looks whether all is as it was before. */
  void make() throws Exception {
    WrongCallFixture at = new WrongCallFixture();
    call.make(at);
    at.assertIntact();
  }

  private interface Call {
    void make(WrongCallFixture at) throws Exception;
  }
}
