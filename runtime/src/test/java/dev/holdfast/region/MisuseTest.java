package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wrong calls: each is refused with words that help, and everything works afterwards. */
final class MisuseTest {
  private final AddressSpace space = AddressSpace.create("files", RegionPool.create());
  private Region region;

  @BeforeEach
  void map() {
    try (WriteHold hold = space.write()) {
      region = space.map(0x10, 0x20);
    }
  }

  /** Nothing is held, nobody waits, and the region can be read and written. */
  @AfterEach
  void everythingStillWorks() {
    Actor.run(
        () -> {
          Region found = space.tryLockRegion(0x10);
          assertThat(found).isSameAs(region);
          assertThat(found.count()).isEqualTo(2);
          found.unlockRead();
          assertThat(space.tryLockWrite()).isTrue();
          region.lockWrite();
          region.setFlags(region.flags() + 1);
          space.unlockWrite();
          assertThat(region.count()).isEqualTo(1);
        });
  }

  @Test
  void regionUnlockWithoutLockIsRefused() {
    assertThatThrownBy(region::unlockRead)
        .isInstanceOf(IllegalMonitorStateException.class)
        .hasMessageContaining("region [0x10, 0x20) of address space `files`");
    assertThatThrownBy(region::unlockWrite).isInstanceOf(IllegalMonitorStateException.class);
  }

  @Test
  void regionUnlockTwiceIsRefused() {
    space.tryLockRegion(0x10);
    region.unlockRead();
    assertThatThrownBy(region::unlockRead).isInstanceOf(IllegalMonitorStateException.class);
  }

  @Test
  void regionUnlockByAnotherThreadIsRefused() {
    assertThat(space.tryLockRegion(0x10)).isSameAs(region);
    Actor.run(
        () ->
            assertThatThrownBy(region::unlockRead)
                .isInstanceOf(IllegalMonitorStateException.class));
    assertThat(region.count()).isEqualTo(2);
    region.unlockRead();
  }

  @Test
  void regionWriteWithoutMmapWriteIsRefused() {
    assertThatThrownBy(region::lockWrite).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(region::lockWriteInterruptibly)
        .isInstanceOf(IllegalMonitorStateException.class);
    try (ReadHold hold = space.read()) {
      assertThatThrownBy(region::lockWrite)
          .isInstanceOf(IllegalMonitorStateException.class)
          .hasMessageContaining("holds it for reading, not for writing");
    }
  }

  @Test
  void regionWriteByAnotherThreadThanTheWriterIsRefusedAndNamesIt() {
    String writer = Thread.currentThread().getName();
    try (WriteHold hold = space.write()) {
      Actor.run(
          () ->
              assertThatThrownBy(region::lockWrite)
                  .isInstanceOf(IllegalMonitorStateException.class)
                  .hasMessageContaining("held for writing by thread `" + writer + "`"));
    }
  }

  @Test
  void regionWriteWhileReadingItIsRefusedInsteadOfWaitingForOneself() {
    try (WriteHold hold = space.write()) {
      assertThat(space.tryLockRegion(0x10)).isSameAs(region);
      assertThatThrownBy(region::lockWrite)
          .isInstanceOf(IllegalMonitorStateException.class)
          .hasMessageContaining("would wait for itself");
      region.unlockRead();
    }
  }

  @Test
  void changesWithoutTheWriteLockAreRefused() {
    try (WriteHold hold = space.write()) {
      assertThatThrownBy(() -> region.setFlags(5)).isInstanceOf(AssertionError.class);
      assertThatThrownBy(() -> region.setEnd(0x18)).isInstanceOf(AssertionError.class);
      assertThatThrownBy(() -> region.split(0x18)).isInstanceOf(AssertionError.class);
      assertThatThrownBy(region::mergeWithNext).isInstanceOf(AssertionError.class);
      assertThat(region.flags()).isZero();
      assertThat(region.end()).isEqualTo(0x20);
    }
  }

  @Test
  void mapChangesWithoutMmapWriteAreRefused() {
    assertThatThrownBy(() -> space.map(0x30, 0x40)).isInstanceOf(AssertionError.class);
    try (ReadHold hold = space.read()) {
      assertThatThrownBy(() -> space.unmap(0x10, 0x20)).isInstanceOf(AssertionError.class);
    }
    assertThat(space.regionCount()).isEqualTo(1);
  }

  @Test
  void findWithoutMmapLockIsRefused() {
    assertThatThrownBy(() -> space.find(0x10))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("mmap lock of address space `files`");
  }

  @Test
  void useOfADetachedRegionIsRefused() {
    try (WriteHold hold = space.write()) {
      region.lockWrite();
      region.markDetached();
      assertThatThrownBy(() -> region.split(0x18)).isInstanceOf(AssertionError.class);
      assertThatThrownBy(region::mergeWithNext).isInstanceOf(AssertionError.class);
      assertThatThrownBy(region::markDetached).isInstanceOf(AssertionError.class);
      assertThatThrownBy(region::unlockRead).isInstanceOf(IllegalMonitorStateException.class);
      region.setFlags(5);
      region.markAttached();
    }
  }

  @Test
  void detachedRegionStaysInPlaceWhileNobodyWritesTheMap() {
    try (WriteHold hold = space.write()) {
      region.lockWrite();
      region.markDetached();
    }
    assertThatThrownBy(() -> region.setEnd(0x18)).isInstanceOf(IllegalMonitorStateException.class);
    try (WriteHold hold = space.write()) {
      region.lockWrite();
      region.setEnd(0x18);
      region.setEnd(0x20);
      region.markAttached();
    }
  }

  @Test
  void scopesMayBeClosedTwiceButNotByOthers() {
    ReadHold read = space.read();
    Actor.run(
        () -> assertThatThrownBy(read::close).isInstanceOf(IllegalMonitorStateException.class));
    read.close();
    read.close();
    WriteHold write = space.write();
    write.downgrade();
    assertThatThrownBy(write::downgrade).isInstanceOf(IllegalMonitorStateException.class);
    space.assertLocked();
    write.close();
    write.close();
    assertThatThrownBy(write::downgrade).isInstanceOf(IllegalMonitorStateException.class);
  }

  @Test
  void nestingLevelIsChecked() {
    assertThatThrownBy(() -> space.lockWriteNested(8)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> space.lockWriteNested(-1))
        .isInstanceOf(IllegalArgumentException.class);
    space.assertNotLocked();
  }

  @Test
  void twoSpacesAreWriteLockedAtTwoLevels() {
    AddressSpace child = AddressSpace.create("child", RegionPool.create());
    space.lockWrite();
    child.lockWriteNested(1);
    child.unlockWrite();
    space.unlockWrite();
  }

  @Test
  void interruptedThreadGetsNoInterruptibleLock() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(space::lockReadInterruptibly).isInstanceOf(InterruptedException.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(space::lockWriteInterruptibly).isInstanceOf(InterruptedException.class);
    try (WriteHold hold = space.write()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(region::lockWriteInterruptibly).isInstanceOf(InterruptedException.class);
      assertThatThrownBy(region::assertWriteLocked).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void unknownModeNamesTheAcceptedOnes() {
    assertThatThrownBy(() -> AssertionMode.parse("on"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "`-Dholdfast.assertions=on` is not a mode of assertions; accepted are off, state,"
                + " ownership");
    assertThat(AssertionMode.parse(null)).isEqualTo(AssertionMode.OFF);
    assertThat(AssertionMode.parse("State")).isEqualTo(AssertionMode.STATE);
  }

  @Test
  void poolRefusesANegativeCapacity() {
    assertThatThrownBy(() -> RegionPool.create(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void optimisticReadIsValidUntilSomebodyWrites() {
    long stamp = space.tryOptimisticRead();
    assertThat(stamp).isNotZero();
    assertThat(space.validate(stamp)).isTrue();
    try (ReadHold hold = space.read()) {
      assertThat(space.validate(stamp)).isTrue();
    }
    try (WriteHold hold = space.write()) {
      assertThat(space.tryOptimisticRead()).isZero();
      assertThat(space.validate(stamp)).isFalse();
    }
    assertThat(space.validate(stamp)).isFalse();
    assertThat(space.validate(0)).isFalse();
  }
}
