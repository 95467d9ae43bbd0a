package dev.holdfast.maven;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.Options;
import dev.holdfast.checker.javac.CheckSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModuleCheckTest {
  private static final String HEAD =
      "package shop; import dev.holdfast.annotations.GuardedBy;"
          + "public class Till { @GuardedBy(\"this\") private int sum; void add(int n) {";

  @TempDir private Path root;

  @Test
  void reportsAnUnguardedAccess() throws Exception {
    source(HEAD + "sum += n; } }");
    assertThat(check(Options.DEFAULT).findings())
        .isNotEmpty()
        .allMatch(finding -> finding.rule().equals("UnguardedAccess"));
  }

  @Test
  void reportsNothingWhereTheLockIsHeld() throws Exception {
    source(HEAD + "synchronized (this) { sum += n; } } }");
    CheckSession.Result result = check(Options.DEFAULT);
    assertThat(result.findings()).isEmpty();
    assertThat(result.compileErrors()).isEmpty();
    assertThat(result.analysed()).isPositive();
  }

  @Test
  void reportsNothingInExcludedPackages() throws Exception {
    source(HEAD + "sum += n; } }");
    Options options = CheckOptions.of(List.of(), List.of(), List.of("shop"), List.of());
    assertThat(check(options).findings()).isEmpty();
  }

  @Test
  void tellsWhatDoesNotCompile() throws Exception {
    source("class Till { Missing missing; }");
    assertThat(check(Options.DEFAULT).compileErrors()).anyMatch(e -> e.contains("Missing"));
  }

  @Test
  void leavesModuleDeclarationsOut() throws Exception {
    source(HEAD + "synchronized (this) { sum += n; } } }");
    Files.writeString(root.resolve("module-info.java"), "module shop { requires no.such.module; }");
    assertThat(check(Options.DEFAULT).compileErrors()).isEmpty();
  }

  @Test
  void readsSourcesInTheEncodingOfTheModule() throws Exception {
    String source = (HEAD + "sum += n; } }").replace("sum", "gesamtgr\u00f6\u00dfe");
    Files.writeString(root.resolve("Till.java"), source, ISO_8859_1);
    CheckSession.Result result =
        ModuleCheck.run(
            new ModuleCheck.Module(List.of(root), List.of(), 17, ISO_8859_1, Options.DEFAULT));
    assertThat(result.compileErrors()).isEmpty();
    assertThat(result.findings())
        .isNotEmpty()
        .allMatch(finding -> finding.message().contains("gesamtgr\u00f6\u00dfe"));
  }

  @Test
  void refusesAReleaseThatTheCompilerDoesNotKnow() throws Exception {
    source("class Till {}");
    ModuleCheck.Module module =
        new ModuleCheck.Module(List.of(root), List.of(), 5, UTF_8, Options.DEFAULT);
    assertThatThrownBy(() -> ModuleCheck.run(module))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("5");
  }

  @Test
  void errorsFailByDefaultAndNothingFailsWithNone() throws Exception {
    source(HEAD + "sum += n; } }");
    List<Diagnostic> findings = check(Options.DEFAULT).findings();
    assertThat(FailOn.ofWord("error").fails(findings)).isTrue();
    assertThat(FailOn.ofWord("none").fails(findings)).isFalse();
  }

  @Test
  void warningsFailWithWarningAlone() throws Exception {
    source(HEAD + "sum += n; } }");
    Options options =
        CheckOptions.of(List.of("UnguardedAccess=warn"), List.of(), List.of(), List.of());
    List<Diagnostic> findings = check(options).findings();
    assertThat(FailOn.ofWord("warning").fails(findings)).isTrue();
    assertThat(FailOn.ofWord("error").fails(findings)).isFalse();
  }

  private void source(String text) throws Exception {
    Files.writeString(root.resolve("Till.java"), text);
  }

  private CheckSession.Result check(Options options) throws Exception {
    return DeepStack.run(
        () ->
            ModuleCheck.run(new ModuleCheck.Module(List.of(root), List.of(), 17, UTF_8, options)));
  }
}
