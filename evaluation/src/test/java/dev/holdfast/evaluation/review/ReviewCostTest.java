package dev.holdfast.evaluation.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReviewCostTest {
  private static ReviewCost cost(String... times) {
    return new ReviewCost(
        "both",
        new TwoVersions(Path.of("r.git"), 1450, 406_426),
        847,
        List.of(times).stream().map(ReviewCost.Run::parse).toList());
  }

  @Test
  void timeIsTheMedianAndMemoryTheWorst() {
    String page =
        ReviewCost.page(
            "evaluation/run review",
            List.of(cost("9.50 14.00 1.00 512000", "8.10 13.00 1.50 614400", "7.00 9.00 1.25 1")));

    assertThat(page).endsWith("| both | 1450 | 406426 | 847 | 3 | 8.1 | 14.5 | 600 |\n");
  }

  @Test
  void limitsAreThoseOfTheClockAndOfTheResidentSet() {
    assertThat(cost("29.90 58.00 1.00 1048575").withinLimits()).isTrue();
    assertThat(cost("30.00 20.00 1.00 512000").withinLimits()).isFalse();
    assertThat(cost("10.00 20.00 1.00 1048576").withinLimits()).isFalse();
  }
}
