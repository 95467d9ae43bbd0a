package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/**
 * A held list that its own thread and others change at once, as when any thread may release a lock.
 */
final class HeldListInterleavingTest {
  @Test
  void changesOneStepAtATime() {
    assertThatCode(() -> options().check(Holds.class)).doesNotThrowAnyException();
  }

  @Test
  void wouldCatchAReleaseInTwoSteps() {
    assertThatThrownBy(() -> options().check(TwoStepHolds.class))
        .hasMessageContaining("Invalid execution results");
  }

  private static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .iterations(Integer.getInteger("lincheck.iterations", 10))
        .invocationsPerIteration(Integer.getInteger("lincheck.invocations", 300))
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(2)
        .actorsAfter(1);
  }

  /** The list as it is. */
  @Param(name = "lock", gen = IntGen.class, conf = "0:1")
  public static class Holds {
    private static final LockClass CLASS = LockClass.of("lock");
    private final Object[] locks = {new Object(), new Object()};
    final HeldList list = new HeldList(Thread.currentThread());

    @Operation
    public void take(@Param(name = "lock") int lock) {
      list.add(locks[lock], CLASS, Mode.EXCLUSIVE, false);
    }

    @Operation
    public boolean release(@Param(name = "lock") int lock) {
      return list.remove(locks[lock], Mode.EXCLUSIVE);
    }

    @Operation
    public boolean evict(@Param(name = "lock") int lock) {
      return list.evict(locks[lock]) != null;
    }

    @Operation
    public int count() {
      return list.holds().size();
    }

    final Object lock(int index) {
      return locks[index];
    }
  }

  /**
   * The planted defect: whether the lock is held is asked in one step, and it is released in
   * another.
   */
  @Param(name = "lock", gen = IntGen.class, conf = "0:1")
  public static class TwoStepHolds extends Holds {
    @Override
    @Operation
    public void take(@Param(name = "lock") int lock) {
      super.take(lock);
    }

    @Override
    @Operation
    public boolean release(@Param(name = "lock") int lock) {
      boolean held = list.isHeld(lock(lock), Mode.EXCLUSIVE);
      list.remove(lock(lock), Mode.EXCLUSIVE);
      return held;
    }

    @Override
    @Operation
    public boolean evict(@Param(name = "lock") int lock) {
      return super.evict(lock);
    }

    @Override
    @Operation
    public int count() {
      return super.count();
    }
  }
}
