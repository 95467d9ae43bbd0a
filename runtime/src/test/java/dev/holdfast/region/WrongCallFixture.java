package dev.holdfast.region;

import java.util.concurrent.Callable;

/** Where a {@link WrongCall} is made: two regions with a gap between. */
final class WrongCallFixture {
  final AddressSpace space = AddressSpace.create("files", RegionPool.create());
  final String name = "region [0x10, 0x20) of address space `files`";
  final Region region;
  final Region next;

  WrongCallFixture() {
    try (WriteHold hold = space.write()) {
      region = space.map(16, 32);
      next = space.map(48, 56);
    }
  }

  Region map(long start, long end) {
    return space.map(start, end);
  }

  Object unmap(long start, long end) {
    space.unmap(start, end);
    return null;
  }

  Object setEnd(long end) {
    region.setEnd(end);
    return null;
  }

  Region merge() {
    return region.mergeWithNext();
  }

  void lockWrite() {
    region.lockWrite();
  }

  void lockWriteInterruptibly() throws InterruptedException {
    region.lockWriteInterruptibly();
  }

  void markAttached() {
    region.markAttached();
  }

  Actor.Action unlockWrite() {
    return region::unlockWrite;
  }

  String me() {
    return Thread.currentThread().getName();
  }

  Object run(Actor.Action action) throws Exception {
    action.run();
    return null;
  }

  void reading(Actor.Action action) throws Exception {
    try (ReadHold hold = space.read()) {
      action.run();
    }
  }

  void writing(Actor.Action action) throws Exception {
    try (WriteHold hold = space.write()) {
      action.run();
    }
  }

  void changing(Actor.Action action) throws Exception {
    writing(
        () -> {
          region.lockWrite();
          action.run();
        });
  }

  /** The call must throw, with these words. */
  void refused(String words, Callable<?> wrong) {
    try {
      wrong.call();
    } catch (Throwable e) {
      if (String.valueOf(e.getMessage()).contains(words)) {
        return;
      }
      throw new IllegalStateException("not the words: " + words, e);
    }
    throw new IllegalStateException("not refused");
  }

  void byAnother(String words, Actor.Action wrong) {
    Actor.run(() -> refused(words, () -> run(wrong)));
  }

  void interrupted(Actor.Action wrong) throws Exception {
    Thread.currentThread().interrupt();
    try {
      wrong.run();
    } catch (InterruptedException e) {
      mustBe(!Thread.currentThread().isInterrupted());
      return;
    }
    throw new IllegalStateException("not interrupted");
  }

  void mustBe(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("not as it must be");
    }
  }

  /** Nothing is held, nobody waits, the map is the same, and both regions can be used. */
  void assertIntact() {
    Actor.run(
        () -> {
          mustBe(space.regionCount() == 2);
          mustBe(!SpaceSequence.isWriteCycle(space.exclusion().sequence().get()));
          mustBe(!space.exclusion().writerWait().isWaiting());
          assertUsable(region, 16, 32);
          assertUsable(next, 48, 56);
        });
  }

  private void assertUsable(Region each, long start, long end) {
    mustBe(each.count() == RegionState.ATTACHED);
    mustBe(space.tryLockRegion(start) == each);
    mustBe(each.start() == start && each.end() == end && each.flags() == 0);
    mustBe(each.count() == RegionState.ATTACHED + 1);
    each.unlockRead();
    mustBe(space.tryLockWrite());
    each.lockWrite();
    each.setFlags(1);
    each.setFlags(0);
    space.unlockWrite();
  }
}
