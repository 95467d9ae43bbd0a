package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.checker.message.Catalogue;
import dev.holdfast.checker.rule.Rule;
import org.junit.jupiter.api.Test;

final class ExplainCommandTest {

  @Test
  void withoutARuleAllAreListedInOneLineEach() {
    Run run = Run.of("explain");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(Rule.values().length);
    assertThat(run.out()).contains("LockLeakOnThrow       warning  A lock stays held");
  }

  @Test
  void aRuleIsExplainedWhateverTheCase() {
    String page = Catalogue.page(Rule.LOCK_ORDER).text();

    assertThat(Run.of("explain", "LockOrder")).isEqualTo(new Run(0, page, ""));
    assertThat(Run.of("explain", "lockorder")).isEqualTo(new Run(0, page, ""));
  }

  @Test
  void anUnknownRuleIsWrongUsageAndNamesTheKnownOnes() {
    Run run = Run.of("explain", "NoSuchRule");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'NoSuchRule'", "LockOrder");
  }
}
