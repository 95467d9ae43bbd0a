package dev.holdfast.region;

import static dev.holdfast.region.RegionState.EXCLUDE;
import static dev.holdfast.region.RegionState.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegionStateTest {
  private final FakeRegion region = new FakeRegion(new ReaderExclusion());

  /** Each kind of count against each predicate. */
  @ParameterizedTest
  @CsvSource({
    "0,          true,  false, false, false, false",
    "1,          false, false, true,  false, false",
    "2,          false, false, true,  false, true",
    "0x3ffffffe, false, false, true,  false, true",
    "0x3fffffff, false, false, false, false, true",
    "0x40000000, false, true,  false, true,  false",
    "0x40000001, false, true,  false, true,  false",
    "0x40000002, false, true,  false, false, true",
    "0x7fffffff, false, true,  false, false, true",
  })
  void countMeans(
      String count,
      boolean detached,
      boolean excluding,
      boolean admitsPin,
      boolean mayEndWait,
      boolean mayHaveReaders) {
    int value = Integer.decode(count);
    assertThat(RegionState.isDetached(value)).isEqualTo(detached);
    assertThat(RegionState.isExcluding(value)).isEqualTo(excluding);
    assertThat(RegionState.admitsPin(value)).isEqualTo(admitsPin);
    assertThat(RegionState.mayEndWait(value)).isEqualTo(mayEndWait);
    assertThat(RegionState.mayHaveReaders(value)).isEqualTo(mayHaveReaders);
  }

  @Test
  void constantsLeaveTheSignBitAlone() {
    assertThat(EXCLUDE).isEqualTo(0x40000000);
    assertThat(LIMIT).isEqualTo(0x3fffffff);
    assertThat(EXCLUDE + LIMIT).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void attachDetachAttach() {
    assertThat(region.count()).isZero();
    region.publish();
    assertThat(region.count()).isEqualTo(1);
    assertThat(region.unpublish()).isZero();
    region.publish();
    assertThat(region.count()).isEqualTo(1);
  }

  @Test
  void pinRefusesDetachedAndChangesNothing() {
    assertThat(region.pin()).isZero();
    assertThat(region.count()).isZero();
  }

  @Test
  void pinRefusesWhileExcludingAndChangesNothing() {
    region.publish();
    region.exclude();
    assertThat(region.pin()).isEqualTo(EXCLUDE + 1);
    assertThat(region.count()).isEqualTo(EXCLUDE + 1);
  }

  @Test
  void pinRefusesAtTheLimitAndTakesTheLastPlaceBelow() {
    region.forceCount(LIMIT - 1);
    assertThat(region.pin()).isEqualTo(LIMIT - 1);
    assertThat(region.count()).isEqualTo(LIMIT);
    assertThat(region.pin()).isEqualTo(LIMIT);
    assertThat(region.count()).isEqualTo(LIMIT);
  }

  @Test
  void unpinReportsTheCountThatIsLeft() {
    region.publish();
    region.pin();
    region.pin();
    assertThat(region.unpin()).isEqualTo(2);
    assertThat(region.unpin()).isEqualTo(1);
  }

  @Test
  void excludeRefusesDetached() {
    assertThat(region.exclude()).isFalse();
    assertThat(region.count()).isZero();
  }

  @Test
  void includeTakesBackExclude() {
    region.forceCount(3);
    assertThat(region.exclude()).isTrue();
    assertThat(region.count()).isEqualTo(EXCLUDE + 3);
    assertThat(region.include()).isEqualTo(3);
  }

  @Test
  void newRegionMatchesNoSpace() {
    assertThat(region.sequence()).isEqualTo(RegionState.UNLOCKED);
    region.setSequence(5);
    assertThat(region.sequenceHint()).isEqualTo(5);
    region.clearSequence();
    assertThat(region.sequence()).isEqualTo(RegionState.UNLOCKED);
  }

  @Test
  void sequenceIsOddExactlyInAWriteCycle() {
    SpaceSequence sequence = new SpaceSequence();
    for (int cycle = 0; cycle < 3; cycle++) {
      assertThat(SpaceSequence.isWriteCycle(sequence.get())).isFalse();
      sequence.begin();
      assertThat(SpaceSequence.isWriteCycle(sequence.get())).isTrue();
      sequence.end();
    }
    assertThat(sequence.get()).isEqualTo(6);
  }

  @Test
  void narrowSequenceComesRoundWithItsParity() {
    SpaceSequence sequence = new SpaceSequence(2);
    sequence.begin();
    long first = sequence.get();
    sequence.end();
    sequence.begin();
    sequence.end();
    sequence.begin();
    assertThat(sequence.get()).isEqualTo(first);
  }
}
