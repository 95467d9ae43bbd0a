package dev.holdfast.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.lockdep.Report.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The holds that exist inside one outer hold, as the write locks of regions do inside their
 * space's.
 */
final class NestedHoldsTest {
  private static final LockClass SPACE = LockClass.of("space");
  private static final LockClass REGION = LockClass.of("region");

  private final Lab lab = new Lab();
  private final Validator validator = lab.validator();
  private final Object space = new Object();
  private final Object region = new Object();

  @Test
  void keepsTenThousandHoldsInOneEntry() {
    List<Object> regions = new ArrayList<>();
    writeLockSpace();
    for (int i = 0; i < 10_000; i++) {
      Object next = new Object();
      regions.add(next);
      writeLock(next);
    }
    HeldList list = new HeldList(Thread.currentThread());
    list.add(space, SPACE, Mode.EXCLUSIVE, false);
    regions.forEach(next -> list.nest(space, next, REGION));

    assertThat(list.sources()).hasSize(2);
    assertThat(regions).allMatch(next -> validator.isHeld(next, Mode.EXCLUSIVE) == Held.HELD);
    validator.endNested(space);
    assertThat(regions).allMatch(next -> validator.isHeld(next, null) == Held.NOT_HELD);
    assertThat(validator.held()).hasSize(1);
    lab.assertSilent();
  }

  @Test
  void endsNestedHoldsWithADowngrade() {
    writeLockSpace();
    writeLock(region);
    validator.downgraded(space);

    assertThat(validator.isHeld(region, null)).isEqualTo(Held.NOT_HELD);
    assertThat(validator.isHeld(space, Mode.SHARED)).isEqualTo(Held.HELD);
  }

  @Test
  void endsOneNestedHold() {
    Object other = new Object();
    writeLockSpace();
    writeLock(region);
    writeLock(other);

    assertThat(validator.unnested(space, region)).isTrue();
    assertThat(validator.unnested(space, region)).isFalse();
    assertThat(validator.isHeld(region, null)).isEqualTo(Held.NOT_HELD);
    assertThat(validator.isHeld(other, null)).isEqualTo(Held.HELD);
  }

  @Test
  void changesNothingWhenANestedLockIsTakenAgain() {
    writeLockSpace();
    writeLock(region);
    writeLock(region);

    lab.assertSilent();
    assertThat(validator.held()).hasSize(2);
  }

  @Test
  void reportsAReaderOfARegionThatWaitsForTheSpace() {
    learnSpaceBeforeRegion();
    readLockRegion();
    validator.acquiring(space, SPACE, Mode.SHARED);

    lab.assertReported(Kind.ORDER_CYCLE);
    assertThat(lab.onlyReport().cycleLine()).isEqualTo("region -> space -> region");
  }

  @Test
  void acceptsAReaderOfARegionThatTriesTheSpace() {
    learnSpaceBeforeRegion();
    readLockRegion();
    validator.acquired(space, SPACE, Mode.SHARED, true);

    lab.assertSilent();
  }

  @Test
  void acceptsAReaderOfTheSpaceThatReadsARegion() {
    learnSpaceBeforeRegion();
    validator.acquiring(space, SPACE, Mode.SHARED);
    validator.acquired(space, SPACE, Mode.SHARED, false);
    readLockRegion();

    lab.assertSilent();
  }

  @Test
  void acceptsAReaderOfSeveralRegions() {
    readLockRegion();
    validator.acquired(new Object(), REGION, Mode.SHARED, true);

    lab.assertSilent();
  }

  @Test
  void reportsAWriterThatReadsTheSameRegion() {
    readLockRegion();
    validator.acquired(space, SPACE, Mode.EXCLUSIVE, true);
    validator.acquiringNested(space, region, REGION);

    lab.assertReported(Kind.RECURSION);
  }

  @Test
  void reportsAReaderOfTheSpaceThatReadsItAgain() {
    validator.acquired(space, SPACE, Mode.SHARED, false);
    validator.acquiring(space, SPACE, Mode.SHARED);

    lab.assertReported(Kind.RECURSION);
  }

  @Test
  void reportsTwoSpacesWithoutALevel() {
    writeLockSpace();
    validator.acquiring(new Object(), SPACE, Mode.EXCLUSIVE);

    lab.assertReported(Kind.SAME_CLASS);
  }

  @Test
  void acceptsTwoSpacesWithALevel() {
    Object child = new Object();
    writeLockSpace();
    writeLockChild(child);
    writeLock(region);
    writeLockIn(child, new Object());

    lab.assertSilent();
  }

  @Test
  void acceptsAChildSpaceThatIsLockedAfterRegionsOfItsParent() {
    Object child = new Object();
    writeLockSpace();
    writeLock(region);
    writeLockChild(child);
    writeLockIn(child, new Object());
    writeLock(new Object());

    lab.assertSilent();
  }

  @Test
  void reportsAParentSpaceThatIsLockedAfterItsChild() {
    writeLockSpace();
    writeLockChild(new Object());
    validator.released(space, Mode.EXCLUSIVE);
    validator.acquiring(space, SPACE, Mode.EXCLUSIVE);

    lab.assertReported(Kind.ORDER_CYCLE);
  }

  private void writeLockChild(Object child) {
    validator.acquiring(child, SPACE.subclass(1), Mode.EXCLUSIVE);
    validator.acquired(child, SPACE.subclass(1), Mode.EXCLUSIVE, false);
  }

  private void writeLockIn(Object outer, Object inner) {
    validator.acquiringNested(outer, inner, REGION);
    validator.nested(outer, inner, REGION);
  }

  private void writeLockSpace() {
    validator.acquiring(space, SPACE, Mode.EXCLUSIVE);
    validator.acquired(space, SPACE, Mode.EXCLUSIVE, false);
  }

  private void writeLock(Object inner) {
    writeLockIn(space, inner);
  }

  private void readLockRegion() {
    validator.acquired(region, REGION, Mode.SHARED, true);
  }

  private void learnSpaceBeforeRegion() {
    writeLockSpace();
    writeLock(region);
    validator.endNested(space);
    validator.released(space, Mode.EXCLUSIVE);
  }
}
