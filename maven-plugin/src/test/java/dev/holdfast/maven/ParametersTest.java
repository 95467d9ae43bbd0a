package dev.holdfast.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParametersTest {

  @Test
  void anUnknownRuleIsNamed() {
    assertThatThrownBy(
            () -> CheckOptions.of(List.of("NoRule=off"), List.of(), List.of(), List.of()))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("NoRule")
        .hasMessageContaining("LockNotHeld");
  }

  @Test
  void aMissingModelFileIsNamed() {
    assertThatThrownBy(
            () -> CheckOptions.of(List.of(), List.of(), List.of(), List.of(Path.of("no.model"))))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("no.model");
  }

  @Test
  void theFirstReleaseThatIsGivenCounts() throws Exception {
    assertThat(CheckOptions.release(Arrays.asList(null, " ", "21", "17"))).isEqualTo(21);
    assertThat(CheckOptions.release(List.of("1.8"))).isEqualTo(8);
    assertThat(CheckOptions.release(List.of())).isZero();
  }

  @Test
  void aReleaseThatIsNoNumberIsNamed() {
    assertThatThrownBy(() -> CheckOptions.release(List.of("new")))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("'new'");
  }

  @Test
  void anUnknownFailOnIsNamed() {
    assertThatThrownBy(() -> FailOn.ofWord("always")).hasMessageContaining("'always'");
  }
}
