package dev.holdfast.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.GuardedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules as checks of Error Prone: severity, suppression and fixes are its own. */
final class ErrorProneTest {
  private static final String WRONG =
      """
      package wrong;

      import dev.holdfast.annotations.GuardedBy;

      class Wrong {
        private final Object lock = new Object();

        @GuardedBy("lock")
        private int count;

        int count() {
          return count;
        }
      }
      """;

  @TempDir private Path work;

  private Compilation compile(String source, String flags, String... options) throws IOException {
    Path file = Files.writeString(work.resolve("Wrong.java"), source);
    String[] all = java.util.Arrays.copyOf(options, options.length + 1);
    all[options.length] = "-Xplugin:ErrorProne -XepDisableAllWarnings " + flags;
    return Compilation.withErrorProne(
        List.of(file), List.of(Compilation.origin(GuardedBy.class)), work, all);
  }

  @Test
  void aFindingIsReportedOnceWithTheNameOfItsRule() throws IOException {
    Compilation compilation = compile(WRONG, "");

    assertThat(compilation.status()).isEqualTo(1);
    assertThat(compilation.text())
        .contains("Wrong.java:12: error: [UnguardedAccess] ", "the contract is declared here")
        .endsWith("1 error");
  }

  @Test
  void severityIsSetTheErrorProneWay() throws IOException {
    assertThat(compile(WRONG, "-Xep:UnguardedAccess:WARN").text())
        .contains("warning: [UnguardedAccess]")
        .endsWith("1 warning");
    assertThat(compile(WRONG, "-Xep:UnguardedAccess:OFF")).isEqualTo(new Compilation(0, List.of()));
  }

  @Test
  void suppressionWorksTheErrorProneWay() throws IOException {
    String suppressed =
        WRONG.replace("  int count()", "  @SuppressWarnings(\"UnguardedAccess\")\n  int count()");

    assertThat(compile(suppressed, "")).isEqualTo(new Compilation(0, List.of()));
  }

  @Test
  void suppressionWorksTheHoldfastWay() throws IOException {
    String suppressed =
        WRONG.replace(
            "  int count()", "  @SuppressWarnings(\"holdfast:UnguardedAccess\")\n  int count()");

    assertThat(compile(suppressed, "")).isEqualTo(new Compilation(0, List.of()));
  }

  @Test
  void aSuggestedFixCanBeApplied() throws IOException {
    Compilation compilation =
        compile(WRONG, "-XepPatchChecks:UnguardedAccess -XepPatchLocation:IN_PLACE");

    assertThat(compilation.text()).doesNotContain("\tat ");
    assertThat(Files.readString(work.resolve("Wrong.java")))
        .contains("@Requires(\"lock\")\n  int count()");
    assertThat(
            Compilation.of(
                List.of(work.resolve("Wrong.java")),
                List.of(Compilation.origin(GuardedBy.class)),
                Compilation.checker(),
                work))
        .isEqualTo(new Compilation(0, List.of()));
  }

  @Test
  void whatSeveralFixesInsertIsInsertedOnce() throws IOException {
    String several =
        WRONG.replace(
            "  int count() {",
            "  int next() {\n    count++;\n    return count;\n  }\n\n  int count() {");
    compile(several, "-XepPatchChecks:UnguardedAccess -XepPatchLocation:IN_PLACE");

    assertThat(Files.readString(work.resolve("Wrong.java")))
        .containsOnlyOnce("import dev.holdfast.annotations.Requires;")
        .containsOnlyOnce("@Requires(\"lock\")\n  int next()")
        .containsOnlyOnce("@Requires(\"lock\")\n  int count()")
        .doesNotContain("@Requires(\"lock\")\n  @Requires(\"lock\")");
  }

  @Test
  void thePluginWinsWhereItIsAskedFor() throws IOException {
    Compilation compilation = compile(WRONG, "", "-Xplugin:Holdfast rule=UnguardedAccess=warn");

    assertThat(compilation.status()).isZero();
    assertThat(compilation.text()).contains("warning: [UnguardedAccess]").endsWith("1 warning");
  }

  @Test
  void packagesAreChosenByAFlag() throws IOException {
    assertThat(compile(WRONG, "-XepOpt:Holdfast:Exclude=wrong"))
        .isEqualTo(new Compilation(0, List.of()));
    assertThat(compile(WRONG, "-XepOpt:Holdfast:Only=wrong").text()).contains("[UnguardedAccess]");
  }

  @Test
  void anUnknownFlagIsOneError() throws IOException {
    assertThat(compile(WRONG, "-XepOpt:Holdfast:Onyl=wrong").text())
        .contains("error: [Holdfast] ", "-XepOpt:Holdfast:Onyl", "[UnguardedAccess]")
        .contains("known are Only, Exclude, Models, IgnoreGuardedBySuppressions")
        .endsWith("2 errors");
  }

  @Test
  void aModelOfAMethodThatIsNotThereIsOneError() throws IOException {
    Path model =
        Files.writeString(work.resolve("own.model"), "package java.util; class Map { int len(); }");

    assertThat(compile(WRONG, "-XepOpt:Holdfast:Models=" + model).text())
        .contains("error: [Holdfast] " + model + ":1: 'Map' declares no 'len()'")
        .contains("[UnguardedAccess]")
        .endsWith("2 errors");
  }

  @Test
  void aDeepBodyIsAnalysed() throws IOException {
    String deep =
        "\nclass Deep {\n  int of(int at, Wrong wrong) {\n    return "
            + "at == 0 ? 0 : ".repeat(800)
            + "wrong.count();\n  }\n}\n";

    assertThat(compile(WRONG + deep, "").text()).contains("[UnguardedAccess]").endsWith("1 error");
  }
}
