package dev.holdfast.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlantedViolationTest {
  @TempDir private Path root;

  @Test
  void theCheckerReportsItAsAnError() throws Exception {
    PlantedViolation.plant(root);
    List<Diagnostic> findings =
        ModuleCheck.run(
                new ModuleCheck.Module(List.of(root), List.of(), 17, UTF_8, Options.DEFAULT))
            .findings();
    assertThat(findings)
        .anyMatch(f -> f.rule().equals("LockLeak") && f.severity() == Severity.ERROR);
  }

  @Test
  void anotherErrorIsNoReport() {
    assertThat(PlantedViolation.isReported("Planted.java:[3,1] cannot find symbol")).isFalse();
    assertThat(PlantedViolation.isReported("Planted.java:[10,5] [LockLeak] held")).isTrue();
  }

  @Test
  void aMissingProcessorPathIsNamed() {
    assertThat(PlantedViolation.missing("<configuration/>", ""))
        .singleElement()
        .asString()
        .contains("annotationProcessorPaths");
  }

  @Test
  void aCompilerPluginThatKnowsNoProcessorPathIsNamed() {
    assertThat(PlantedViolation.missing("<configuration/>", "3.1"))
        .singleElement()
        .asString()
        .contains("maven-compiler-plugin 3.1");
  }

  @Test
  void errorsThatDoNotFailAreNamed() {
    assertThat(
            PlantedViolation.missing(
                "<artifactId>holdfast-checker</artifactId><failOnError default-value=\"true\">false</failOnError>",
                ""))
        .singleElement()
        .asString()
        .contains("failOnError");
  }

  @Test
  void warningsThatAreNotShownAreNamed() {
    assertThat(
            PlantedViolation.missing(
                "<artifactId>holdfast-checker</artifactId><showWarnings>false</showWarnings>", ""))
        .singleElement()
        .asString()
        .contains("showWarnings");
  }

  @Test
  void aRuleThatIsOffIsNamed() {
    assertThat(
            PlantedViolation.missing(
                "<artifactId>holdfast-checker</artifactId><arg>-Xep:LockLeak:OFF</arg>", ""))
        .singleElement()
        .asString()
        .contains("LockLeak is off");
  }
}
