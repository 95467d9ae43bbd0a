package dev.holdfast.evaluation.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

final class CompilerResultTest {
  private static final Compiler.Result RESULT =
      new Compiler.Result(
          List.of(
              report(Diagnostic.Kind.ERROR, "LockLeak", "held at the end"),
              report(Diagnostic.Kind.MANDATORY_WARNING, "Holdfast", "not analysed: too long"),
              report(Diagnostic.Kind.WARNING, "Holdfast", "internal error"),
              report(Diagnostic.Kind.ERROR, "", "cannot find symbol")),
          "");

  @Test
  void findingsAreWhatTheRulesSay() {
    assertThat(RESULT.findings()).extracting(Report::rule).containsExactly("LockLeak");
  }

  @Test
  void bodiesGivenUpAreToldApartFromFailures() {
    assertThat(RESULT.notAnalysed()).containsExactly("not analysed: too long");
    assertThat(RESULT.crash()).isEqualTo("internal error");
  }

  @Test
  void errorsOfFindingsAreNoCompileErrors() {
    assertThat(RESULT.compileErrors())
        .extracting(Report::message)
        .containsExactly("cannot find symbol");
  }

  private static Report report(Diagnostic.Kind kind, String rule, String message) {
    return new Report(kind, rule, null, 1, 1, 0, 1, message);
  }
}
