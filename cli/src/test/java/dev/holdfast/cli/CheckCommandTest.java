package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
  private static final String RIGHT =
      """
      package right;

      final class Right {
        int count;
      }
      """;

  private static final String WRONG =
      """
      package wrong;

      import dev.holdfast.annotations.GuardedBy;

      final class Wrong {
        private final Object lock = new Object();

        @GuardedBy("lock")
        private int count;

        int count() {
          return count;
        }
      }
      """;

  private static final String LEAK =
      """
      package leak;

      import java.util.concurrent.locks.Lock;

      final class Leak {
        void leak(Lock lock, Runnable action) {
        	lock.lock();
          action.run();
          lock.unlock();
        }
      }
      """;

  @TempDir private Path folder;
  private Path right;
  private Path wrong;
  private Path leak;

  @BeforeEach
  void write() throws IOException {
    right = source("right/Right.java", RIGHT);
    wrong = source("wrong/Wrong.java", WRONG);
    leak = source("leak/Leak.java", LEAK);
  }

  private Path source(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void nothingFoundIsStatusZeroAndNoOutput() {
    assertThat(Run.of("check", right.toString())).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void anErrorIsStatusOneAndShownWithItsLineAndNotes() {
    Run run = Run.of("check", wrong.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().toList())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith(wrong + ":12:12: error: [UnguardedAccess] ")
                    .doesNotEndWith("."),
            line -> assertThat(line).isEqualTo("    return count;"),
            line -> assertThat(line).isEqualTo("           ^"),
            line ->
                assertThat(line).startsWith("  " + wrong + ":8: ").contains("@GuardedBy(\"lock\")"),
            line -> assertThat(line).startsWith("  fix: "));
  }

  @Test
  void aWarningAloneIsStatusZero() {
    Run run = Run.of("check", leak.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith(leak + ":7:4: warning: [LockLeakOnThrow] ");
  }

  @Test
  void aTabCountsAsOneColumnAndTheCaretStandsUnderIt() {
    Run run = Run.of("check", leak.toString());

    assertThat(run.out()).contains("  \tlock.lock();\n  \t^\n");
  }

  @Test
  void jsonHasOneObjectALine() {
    Run run = Run.of("check", "--format", "json", wrong.toString(), leak.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines())
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith("{\"rule\":\"")
                    .containsSubsequence(
                        "\"severity\":",
                        "\"path\":",
                        "\"line\":",
                        "\"column\":",
                        "\"endLine\":",
                        "\"endColumn\":",
                        "\"message\":",
                        "\"notes\":[",
                        "\"fixes\":[",
                        "\"fingerprint\":\"")
                    .endsWith("\"}"));
  }

  @Test
  void theFingerprintSurvivesMovedLines() throws IOException {
    String before = Run.of("check", "--format", "json", wrong.toString()).out();
    Files.writeString(wrong, WRONG.replace("final class", "/* moved */\n\n\nfinal class"));
    String after = Run.of("check", "--format", "json", wrong.toString()).out();

    assertThat(fingerprint(after)).isEqualTo(fingerprint(before));
    assertThat(after).isNotEqualTo(before);
  }

  private static String fingerprint(String json) {
    return json.substring(json.indexOf("\"fingerprint\""));
  }

  @Test
  void theOrderOfFilesDoesNotMatter() {
    String forwards = Run.of("check", leak.toString(), wrong.toString(), right.toString()).out();
    String backwards = Run.of("check", right.toString(), wrong.toString(), leak.toString()).out();
    String root = Run.of("check", folder.toString(), wrong.toString()).out();

    assertThat(forwards).contains("LockLeakOnThrow", "UnguardedAccess");
    assertThat(backwards).isEqualTo(forwards);
    assertThat(root).isEqualTo(forwards);
  }

  @Test
  void severitiesAreSetPerRule() {
    Run run =
        Run.of(
            "check",
            "--rule",
            "UnguardedAccess=off",
            "--rule",
            "LockLeakOnThrow=error",
            folder.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("error: [LockLeakOnThrow]").doesNotContain("UnguardedAccess");
  }

  @Test
  void anUnknownRuleIsWrongUsageAndNamesTheKnownOnes() {
    Run run = Run.of("check", "--rule", "NoSuchRule=off", right.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("unknown rule 'NoSuchRule'", "LockNotHeld", "InvalidContract");
  }

  @Test
  void anUnknownSeverityIsWrongUsageAndNamesTheKnownOnes() {
    Run run = Run.of("check", "--rule", "LockLeak=loud", right.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'loud'", "off, warn or error");
  }

  @Test
  void packagesAreChosenByPrefix() {
    assertThat(Run.of("check", "--only", "leak,right", folder.toString()).out())
        .contains("LockLeakOnThrow")
        .doesNotContain("UnguardedAccess");
    assertThat(Run.of("check", "--exclude", "leak", folder.toString()).out())
        .doesNotContain("LockLeakOnThrow")
        .contains("UnguardedAccess");
  }

  @Test
  void aPackageWithoutSourcesIsNamed() {
    Run run = Run.of("check", "--only", "leak,laek", folder.toString());

    assertThat(run.out()).contains("LockLeakOnThrow");
    assertThat(run.err()).isEqualTo("holdfast: --only: no source is in package 'laek'\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void aPatternIsNoPackage() {
    Run run = Run.of("check", "--only", "leak.*", folder.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "holdfast: 'leak.*' in option 'only' is no name of a package; it stands for those");
  }

  @Test
  void outputGoesToAFile() throws IOException {
    Path file = folder.resolve("found.json");
    Run run = Run.of("check", "--format", "json", "-o", file.toString(), wrong.toString());

    assertThat(run).isEqualTo(new Run(1, "", ""));
    assertThat(Files.readString(file))
        .isEqualTo(Run.of("check", "--format", "json", wrong.toString()).out());
  }

  @Test
  void anOutputThatCannotBeWrittenIsAFailure() {
    Run run = Run.of("check", "-o", folder.resolve("none/there").toString(), right.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("none/there").doesNotContain("\tat ");
  }

  @Test
  void argumentsAreReadFromAFile() throws IOException {
    Path arguments = folder.resolve("arguments");
    Files.write(arguments, List.of("# what to check", "--format json", wrong.toString()));

    assertThat(Run.of("check", "@" + arguments))
        .isEqualTo(Run.of("check", "--format", "json", wrong.toString()));
  }

  @Test
  void aPathThatDoesNotExistIsNamedAndTheOthersAreChecked() {
    Run run = Run.of("check", wrong.toString(), folder.resolve("None.java").toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("None.java' does not exist");
    assertThat(run.out()).contains("UnguardedAccess");
  }

  @Test
  void aFolderWithoutSourcesIsNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Run run = Run.of("check", empty.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("empty' has no Java sources");
  }

  @Test
  void noPathIsWrongUsage() {
    Run run = Run.of("check");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("PATH", "holdfast check --help");
  }

  @Test
  void anUnknownOptionIsWrongUsage() {
    Run run = Run.of("check", "--no-such-option", right.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--no-such-option");
  }

  @Test
  void anUnknownFormatIsWrongUsageAndNamesTheKnownOnes() {
    Run run = Run.of("check", "--format", "yaml", right.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'yaml'", "text", "json", "sarif");
  }

  @Test
  void anUnknownReleaseIsWrongUsage() {
    Run run = Run.of("check", "--release", "3", right.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("3").doesNotContain("\tat ");
  }

  @Test
  void anUnknownCommandIsWrongUsageAndNamesTheKnownOnes() {
    Run run = Run.of("chekc", "src");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("holdfast: unknown command 'chekc'; known commands are check, review,")
        .endsWith("Try 'holdfast --help'.\n");
  }

  @Test
  void helpShowsTheOptionsOfACommand() {
    Run run = Run.of("help", "check");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("--release=N");
  }

  @Test
  void noCommandIsWrongUsage() {
    Run run = Run.of();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("check");
  }

  @Test
  void sourcesThatDoNotCompileAreStatusThreeAndTheOthersAreReported() throws IOException {
    Path broken =
        source("broken/Broken.java", "package broken;\n\nclass Broken {\n\tString s = 1;\n}\n");
    Run run = Run.of("check", broken.toString(), wrong.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).startsWith(broken + ":4:13: error: ").doesNotContain("\tat ");
    assertThat(run.out()).contains("[UnguardedAccess]");
  }

  @Test
  void aSyntaxErrorIsStatusThreeAndTheOthersAreReported() throws IOException {
    Path broken = source("broken/Broken.java", "package broken;\n\nclass Broken {\n  int = ;\n}\n");
    Run run = Run.of("check", broken.toString(), wrong.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).startsWith(broken + ":4:");
    assertThat(run.out()).contains("[UnguardedAccess]");
  }

  @Test
  void aMissingClassPathEntryIsNamedAndTheOthersAreChecked() {
    Run run = Run.of("check", "-cp", folder.resolve("none.jar").toString(), wrong.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("none.jar' does not exist");
    assertThat(run.out()).contains("[UnguardedAccess]");
  }

  @Test
  void aClassPathEntryThatIsNoArchiveIsStatusThreeAndTheOthersAreReported() throws IOException {
    Path jar = Files.writeString(folder.resolve("broken.jar"), "no archive");
    Run run = Run.of("check", "-cp", jar.toString(), wrong.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("broken.jar").doesNotContain("\tat ");
    assertThat(run.out()).contains("[UnguardedAccess]");
  }

  @Test
  void aModelFileThatDoesNotExistIsWrongUsage() {
    Run run =
        Run.of("check", "--models", folder.resolve("none.model").toString(), right.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("none.model' does not exist");
  }

  @Test
  void aBrokenModelFileIsStatusThreeAndNamesThePlace() throws IOException {
    Path model = Files.writeString(folder.resolve("own.model"), "class {\n");
    Run run = Run.of("check", "--models", model.toString(), wrong.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("own.model:1:");
    assertThat(run.out()).contains("[UnguardedAccess]");
  }

  @Test
  void aModelFileGivesContractsToALibrary() throws IOException {
    source("lib/Gate.java", "package lib;\n\npublic class Gate {\n  public void touch() {}\n}\n");
    source(
        "use/Use.java",
        "package use;\n\nclass Use {\n  void use(lib.Gate gate) {\n    gate.touch();\n  }\n}\n");
    Path model =
        Files.writeString(
            folder.resolve("gate.model"),
            """
            package lib;

            public class Gate {
              @Requires("this")
              public void touch();
            }
            """);
    Run without = Run.of("check", "--only", "use", folder.toString());
    Run with = Run.of("check", "--only", "use", "--models", model.toString(), folder.toString());

    assertThat(without).isEqualTo(new Run(0, "", ""));
    assertThat(with.err()).isEmpty();
    assertThat(with.out()).contains("Use.java:5:5: error: [LockNotHeld]");
  }

  @Test
  void aBaselineLeavesOutWhatItLists() throws IOException {
    Path baseline = folder.resolve("baseline.txt");
    Files.writeString(
        baseline,
        "# holdfast baseline 1: member, rule, occurrence, expression\n"
            + "wrong.Wrong#count()\tUnguardedAccess\t1\tcount\n");
    Run run = Run.of("check", "--baseline", baseline.toString(), folder.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("LockLeakOnThrow").doesNotContain("UnguardedAccess");
  }

  @Test
  void aBrokenBaselineIsWrongUsageAndNamesTheLine() throws IOException {
    Path baseline = Files.writeString(folder.resolve("baseline.txt"), "nothing\n");
    Run run = Run.of("check", "--baseline", baseline.toString(), folder.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("baseline.txt", "line 1");
  }

  @Test
  void suppressionsOfGuardedByCanBeIgnored() throws IOException {
    Path suppressed =
        source(
            "foreign/Suppressed.java",
            """
            package foreign;

            class Suppressed {
              @interface GuardedBy {
                String value();
              }

              private final Object lock = new Object();

              @dev.holdfast.annotations.GuardedBy("lock")
              int count;

              @SuppressWarnings("GuardedBy")
              int count() {
                return count;
              }
            }
            """);
    Run own = Run.of("check", suppressed.toString());
    assertThat(own.out()).contains("UnguardedAccess");
    Path stub =
        source(
            "com/google/errorprone/annotations/concurrent/GuardedBy.java",
            "package com.google.errorprone.annotations.concurrent;\n\npublic @interface GuardedBy {\n  String[] value();\n}\n");
    Files.writeString(
        suppressed,
        Files.readString(suppressed)
            .replace("dev.holdfast.annotations", "com.google.errorprone.annotations.concurrent"));
    assertThat(Run.of("check", suppressed.toString(), stub.toString()).out()).isEmpty();
    assertThat(
            Run.of(
                    "check",
                    "--ignore-guarded-by-suppressions",
                    suppressed.toString(),
                    stub.toString())
                .out())
        .contains("UnguardedAccess");
  }
}
