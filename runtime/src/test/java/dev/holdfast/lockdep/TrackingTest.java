package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** What implementers of locks call, with the validator of this JVM. */
final class TrackingTest {
  private static final LockClass OUTER = LockClass.of("TrackingTest.outer");
  private static final LockClass INNER = LockClass.of("TrackingTest.inner");

  private final Object outer = new Object();
  private final Object inner = new Object();

  @Test
  void refusesALockWithoutAClassAndRecordsNothing() {
    Object lock = new Object();

    assertThatNullPointerException()
        .isThrownBy(() -> Tracking.acquired(lock, null, 0, Mode.SHARED, true))
        .withMessage("cls");
    assertThatNullPointerException()
        .isThrownBy(() -> Tracked.lock(new ReentrantLock(), null))
        .withMessage("cls");
    assertThat(LockDep.held()).isEmpty();
  }

  @Test
  void recordsAnAcquisitionAndItsRelease() {
    Tracking.acquiring(outer, OUTER, 0, Mode.SHARED);
    Tracking.acquired(outer, OUTER, 0, Mode.SHARED, false);
    assertThat(Tracking.isHeld(outer, null)).isEqualTo(Held.HELD);
    assertThat(Tracking.isHeld(outer, Mode.SHARED_RECURSIVE)).isEqualTo(Held.HELD);
    assertThat(Tracking.isHeld(outer, Mode.EXCLUSIVE)).isEqualTo(Held.NOT_HELD);

    assertThat(Tracking.released(outer, Mode.SHARED)).isTrue();
    assertThat(Tracking.isHeld(outer, null)).isEqualTo(Held.NOT_HELD);
  }

  @Test
  void takesTheLevelFromTheCallOrFromTheClass() {
    Tracking.acquired(outer, OUTER, 2, Mode.EXCLUSIVE, true);
    Tracking.acquired(inner, INNER.subclass(3), 0, Mode.EXCLUSIVE, true);

    assertThat(Tracking.hold(outer).lockClass()).isEqualTo(OUTER.subclass(2));
    assertThat(Tracking.hold(inner).lockClass()).isEqualTo(INNER.subclass(3));
    Tracking.released(inner, Mode.EXCLUSIVE);
    Tracking.released(outer, Mode.EXCLUSIVE);
  }

  @Test
  void nestsAHoldAtTheLevelOfTheOuterOne() {
    Tracking.acquired(outer, OUTER, 1, Mode.EXCLUSIVE, true);
    Tracking.acquiringNested(outer, inner, INNER);
    Tracking.nested(outer, inner, INNER);
    assertThat(Tracking.hold(inner).lockClass()).isEqualTo(INNER.subclass(1));
    assertThat(Tracking.hold(inner).outer()).isSameAs(outer);

    Tracking.endNested(outer);
    assertThat(Tracking.hold(inner)).isNull();
    Tracking.nested(outer, inner, INNER);
    assertThat(Tracking.unnested(outer, inner)).isTrue();
    Tracking.nested(outer, inner, INNER);
    assertThat(Tracking.downgraded(outer)).isTrue();
    assertThat(Tracking.hold(inner)).isNull();
    assertThat(Tracking.released(outer, Mode.SHARED)).isTrue();
  }

  @Test
  void letsAnotherThreadRelease() throws InterruptedException {
    Tracking.acquired(outer, OUTER, 0, Mode.SHARED, true);
    assertThat(Tracking.holders(outer))
        .extracting(Tracking.Holder::thread)
        .containsExactly(Thread.currentThread().getName());
    Lab.inThread(() -> assertThat(Tracking.releasedByAnyThread(outer, Mode.SHARED)).isTrue());

    assertThat(Tracking.holders(outer)).isEmpty();
  }
}
