package dev.holdfast.region.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Planted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every state of the protocol for one writer and three readers, and a trace for every planted
 * defect.
 */
public final class ModelCheckTest {
  @Test
  void invariantsHoldInEveryState() {
    assertHolds(new Explorer.Bounds(Defect.NONE, 3, 2, 2, false));
  }

  @Test
  void invariantsHoldInEveryStateWithInterrupts() {
    assertHolds(new Explorer.Bounds(Defect.NONE, 3, 2, 2, true));
  }

  /** The bounds within which defects are caught hold without one. */
  @Test
  void invariantsHoldWhereDefectsAreLookedFor() {
    assertThat(find(Defect.NONE).violation()).isNull();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void defectIsCaughtWithATrace(Defect defect) {
    Explorer.Result result = find(defect);
    assertThat(result.violation()).as(defect.words()).isNotNull();
    assertThat(result.trace()).isNotEmpty();
  }

  @Test
  @Planted(
      "a writer comes in beside a reader, which a monitor of invariants that is not blind sees")
  void narrowSequenceLetsTheWriterInBesideAReader() {
    Explorer.Result result = find(Defect.NARROW_SEQUENCE);
    assertThat(result.violation().invariant()).isEqualTo("I1");
    assertThat(result.trace())
        .contains("writer finds the region write-locked by itself")
        .contains("reader is in");
  }

  /** An interrupt gets a writer out of any hang, so look without first. */
  static Explorer.Result find(Defect defect) {
    Explorer.Result result = Explorer.explore(new Explorer.Bounds(defect, 2, 2, 2, false));
    return result.violation() != null
        ? result
        : Explorer.explore(new Explorer.Bounds(defect, 2, 2, 2, true));
  }

  private static void assertHolds(Explorer.Bounds bounds) {
    Explorer.Result result = Explorer.explore(bounds);
    assertThat(result.violation()).as(() -> String.join("\n", result.trace())).isNull();
    assertThat(result.states()).isGreaterThan(40_000);
  }
}
