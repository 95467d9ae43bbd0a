package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.lockdep.LockDep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wrong calls: each is refused with words that help, and everything works afterwards. */
final class MisuseTest {
  private final AddressSpace space = AddressSpace.create("files", RegionPool.create());

  @ParameterizedTest
  @EnumSource
  void isRefusedAndChangesNothing(WrongCall call) throws Exception {
    call.make();

    assertThat(LockDep.held()).isEmpty();
  }

  @Test
  void findWithoutMmapLockIsRefused() {
    assertThatThrownBy(() -> space.find(0x10))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("mmap lock of address space `files`");
  }

  @Test
  void interruptedRegionIsNotWriteLocked() throws Exception {
    try (WriteHold hold = space.write()) {
      Region region = space.map(0x10, 0x20);
      Thread.currentThread().interrupt();
      assertThatThrownBy(region::lockWriteInterruptibly).isInstanceOf(InterruptedException.class);
      assertThatThrownBy(region::assertWriteLocked).isInstanceOf(AssertionError.class);
    }
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
