package dev.holdfast.evaluation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  @Test
  void ratioIsTheMedianOfThePairsRatios() {
    Comparison comparison = comparison(pair(10, 11), pair(20, 21), pair(10, 30));
    assertThat(comparison.cpuRatio()).isCloseTo(1.1, within(1e-9));
  }

  @Test
  void medianOfAnEvenNumberIsTheMiddle() {
    assertThat(comparison(pair(10, 11), pair(10, 13)).cpuRatio()).isCloseTo(1.2, within(1e-9));
  }

  @Test
  void ratioAboveItsTargetIsNotWithin() {
    assertThat(comparison(pair(10, 11)).withinTarget()).isTrue();
    assertThat(comparison(pair(10, 12)).withinTarget()).isFalse();
  }

  @Test
  void memoryAboveItsTargetIsNotWithin() {
    Comparison.Pair pair =
        new Comparison.Pair(
            new Measurement(10, 1000, false, 0), new Measurement(10, 1300, false, 0));
    assertThat(comparison(pair).withinTarget()).isFalse();
  }

  @Test
  void failedRunIsNotWithinItsTarget() {
    Comparison.Pair pair =
        new Comparison.Pair(new Measurement(10, 1000, false, 0), new Measurement(1, 100, true, 0));
    assertThat(comparison(pair).withinTarget()).isFalse();
    assertThat(CostTable.page("x", List.of(comparison(pair)), new ScalingCheck.Result(1, 1, 1)))
        .contains("did not compile");
  }

  @Test
  void longBodyAboveTwelveTimesTheCostIsNotGood() {
    assertThat(new ScalingCheck.Result(100, 2, 23).good()).isTrue();
    assertThat(new ScalingCheck.Result(100, 2, 25).good()).isFalse();
    assertThat(new ScalingCheck.Result(100, 0, 25).good()).isFalse();
  }

  private static Comparison comparison(Comparison.Pair... pairs) {
    return new Comparison("demo", "Demo", 1.15, 1.2, List.of(pairs));
  }

  private static Comparison.Pair pair(double javac, double tool) {
    return new Comparison.Pair(
        new Measurement(javac, 1000, false, 0), new Measurement(tool, 1000, false, 0));
  }
}
