package dev.holdfast.region;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * Look-ups without a lock, between writers that map and unmap: each sees a state that the space
 * really had.
 */
final class RegionMapInterleavingTest {
  private static final long SIZE = 0x1000;

  @Test
  void findsAStateThatTheSpaceReallyHad() {
    assertThatCode(() -> options().check(Space.class)).doesNotThrowAnyException();
  }

  @Test
  void wouldCatchALostRegion() {
    assertThatThrownBy(() -> options().check(UnlockedSpace.class))
        .hasMessageContaining("Invalid execution results");
  }

  @Test
  void wouldCatchALookUpInTwoSteps() {
    assertThatThrownBy(() -> options().check(TwoStepSpace.class))
        .hasMessageContaining("Invalid execution results");
  }

  private static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .iterations(Integer.getInteger("lincheck.iterations", 10))
        .invocationsPerIteration(Integer.getInteger("lincheck.invocations", 300))
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(1)
        .actorsAfter(1);
  }

  /** The space as it is. */
  @Param(name = "slot", gen = IntGen.class, conf = "0:2")
  public static class Space {
    final AddressSpace space = AddressSpace.create();

    @Operation
    public boolean map(@Param(name = "slot") int slot) {
      space.lockWrite();
      try {
        boolean free = space.regionMap().at(slot * SIZE) == null;
        if (free) {
          space.map(slot * SIZE, (slot + 1) * SIZE);
        }
        return free;
      } finally {
        space.unlockWrite();
      }
    }

    @Operation
    public void unmap(@Param(name = "slot") int slot) {
      space.lockWrite();
      space.unmap(slot * SIZE, (slot + 1) * SIZE);
      space.unlockWrite();
    }

    @Operation
    public String slots() {
      RegionMap map = space.regionMap();
      return covers(map, 0) + " " + covers(map, 1) + " " + covers(map, 2);
    }

    @Operation
    public int count() {
      return space.regionCount();
    }

    static boolean covers(RegionMap map, int slot) {
      return map.at(slot * SIZE) != null;
    }
  }

  /** The planted defect: a map that is changed without the mmap lock. */
  @Param(name = "slot", gen = IntGen.class, conf = "0:2")
  public static class UnlockedSpace extends Space {
    @Override
    @Operation
    public boolean map(@Param(name = "slot") int slot) {
      RegionMap map = space.regionMap();
      boolean free = map.at(slot * SIZE) == null;
      if (free) {
        space.publish(map.with(slot * SIZE, (slot + 1) * SIZE, new Region()));
      }
      return free;
    }

    @Override
    @Operation
    public void unmap(@Param(name = "slot") int slot) {
      space.publish(space.regionMap().without(slot * SIZE));
    }

    @Override
    @Operation
    public String slots() {
      return super.slots();
    }

    @Override
    @Operation
    public int count() {
      return super.count();
    }
  }

  /**
   * The planted defect: a look-up that reads the map anew for each slot, and so sees gaps that
   * never were.
   */
  @Param(name = "slot", gen = IntGen.class, conf = "0:2")
  public static class TwoStepSpace extends Space {
    @Override
    @Operation
    public boolean map(@Param(name = "slot") int slot) {
      return super.map(slot);
    }

    @Override
    @Operation
    public void unmap(@Param(name = "slot") int slot) {
      super.unmap(slot);
    }

    @Override
    @Operation
    public String slots() {
      return covers(space.regionMap(), 0)
          + " "
          + covers(space.regionMap(), 1)
          + " "
          + covers(space.regionMap(), 2);
    }

    @Override
    @Operation
    public int count() {
      return super.count();
    }
  }
}
