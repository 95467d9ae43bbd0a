package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class AddressSpaceTest {
  private final AddressSpace space = AddressSpace.create("s", RegionPool.create());

  @Test
  void mapsFindsReadLocksAndWrites() {
    space.lockWrite();
    Region region = space.map(10, 20);
    region.assertAttached();
    assertThatThrownBy(region::assertWriteLocked).isInstanceOf(AssertionError.class);
    region.lockWrite();
    region.setFlags(7);
    assertThat(space.tryLockRegion(10)).isNull();
    space.unlockWrite();

    assertThat(space.tryLockRegion(9)).isNull();
    assertThat(space.tryLockRegion(20)).isNull();
    Region found = space.tryLockRegion(19);
    assertThat(found).isSameAs(region);
    found.assertLocked();
    assertThat(found.flags()).isEqualTo(7);
    found.unlockRead();
    assertThatThrownBy(found::assertLocked)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nobody holds it");
    assertThatThrownBy(found::unlockRead).isInstanceOf(IllegalMonitorStateException.class);
  }
}
