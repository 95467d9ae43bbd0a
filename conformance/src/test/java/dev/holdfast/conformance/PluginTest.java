package dev.holdfast.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.GuardedBy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in the compiler as people start it: a process of its own, with no flags. */
final class PluginTest {
  private static final String WRONG =
      """
      class Wrong {
        private final Object lock = new Object();

        @dev.holdfast.annotations.GuardedBy("lock")
        private int count;

        int count() {
          return count;
        }
      }

      class Second {
        void leak(java.util.concurrent.locks.Lock lock) {
          lock.lock();
        }
      }
      """;

  @TempDir private Path work;

  private Compilation compile(String source, String... options) throws IOException {
    Path file = Files.writeString(work.resolve("Wrong.java"), source);
    List<String> arguments = new ArrayList<>(Arrays.asList(options));
    arguments.addAll(List.of("-d", work.toString()));
    arguments.addAll(
        List.of(
            "-cp",
            Compilation.origin(GuardedBy.class) + File.pathSeparator + work.resolve("lib"),
            file.toString()));
    return Compilation.closed(Compilation.checker(), work, arguments.toArray(String[]::new));
  }

  @Test
  void aPlaceOnTheProcessorPathIsEnough() throws IOException {
    Compilation compilation = compile(WRONG);

    assertThat(compilation.status()).isEqualTo(1);
    assertThat(compilation.text())
        .contains("Wrong.java:8: error: [UnguardedAccess] ", "Wrong.java:4: ", "\n    fix: ")
        .contains("Wrong.java:14: error: [LockLeak] ", "Wrong.java:15: it ends here")
        .endsWith("2 errors");
  }

  @Test
  void aClassThatIsDeclaredTwiceIsLeftToTheCompiler() throws IOException {
    String twice =
        """
        class Wrong {
          class Twice { void leak(java.util.concurrent.locks.Lock lock) { lock.lock(); } }
          class Twice { int count; void leak(java.util.concurrent.locks.Lock lock) { lock.lock(); } }
        }
        """;

    assertThat(compile(twice).text())
        .contains("Wrong.java:2: error: [LockLeak]", "Wrong.java:3: error: class ")
        .doesNotContain("internal error");
  }

  /** The compiler has translated the first class when it comes to the second. */
  @Test
  void whatIsDeclaredInAnEarlierClassHasAPlace() throws IOException {
    String text =
        compile(
                """
                class Wrong {
                  final Object lock = new Object();
                  Object moved =
                      new Object();

                  @dev.holdfast.annotations.GuardedBy("lock")
                  int count;

                  static class Inner<T> {
                    @Deprecated
                    @dev.holdfast.annotations.Requires("#1")
                    void take(java.util.concurrent.locks.Lock lock, java.util.List<T> all, int... more) {}

                    void take(java.util.concurrent.locks.Lock lock) {}
                  }
                }

                class Second {
                  void uses(Wrong wrong, Wrong.Inner<String> inner, java.util.concurrent.locks.Lock lock) {
                    wrong.count++;
                    inner.take(lock, null);
                    synchronized (wrong.moved) {
                      System.out.println();
                    }
                  }
                }
                """)
            .text();

    assertThat(text)
        .contains("Wrong.java:6: the contract is declared here: @GuardedBy(\"lock\")")
        .contains("Wrong.java:11: the contract is declared here: @Requires(\"#1\")")
        .contains("Wrong.java:3: 'moved' is declared here");
  }

  @Test
  void askedForItReportsOnce() throws IOException {
    assertThat(compile(WRONG, "-Xplugin:Holdfast").text()).isEqualTo(compile(WRONG).text());
  }

  @Test
  void severitiesCanBeSet() throws IOException {
    Compilation compilation =
        compile(WRONG, "-Xplugin:Holdfast rule=UnguardedAccess=warn rule=LockLeak=off");

    assertThat(compilation.status()).isZero();
    assertThat(compilation.text()).contains("warning: [UnguardedAccess]").endsWith("1 warning");
  }

  @Test
  void warningsAreShownWhereOthersAreNot() throws IOException {
    assertThat(compile(WRONG, "-nowarn", "-Xplugin:Holdfast rule=UnguardedAccess=warn").text())
        .contains("warning: [UnguardedAccess]");
  }

  @Test
  void aBadOptionIsOneErrorAndTheCheckGoesOn() throws IOException {
    Compilation compilation = compile(WRONG, "-Xplugin:Holdfast rule=LockLeak=loud");

    assertThat(compilation.status()).isEqualTo(1);
    assertThat(compilation.text())
        .contains("error: [Holdfast] ", "'loud'", "off, warn or error", "[UnguardedAccess]")
        .endsWith("3 errors")
        .doesNotContain("\tat ");
  }

  @Test
  void packagesThatCannotBeAreOneErrorAndTheCheckGoesOn() throws IOException {
    assertThat(compile(WRONG, "-Xplugin:Holdfast only=com.acme.*").text())
        .contains("error: [Holdfast] 'com.acme.*' in option 'only' is no name of a package")
        .contains("[UnguardedAccess]");
    assertThat(compile(WRONG, "-Xplugin:Holdfast exclude=").text())
        .contains("error: [Holdfast] option 'exclude' names no package", "[UnguardedAccess]");
  }

  @Test
  void anOptionEndsAtABlank() throws IOException {
    assertThat(compile(WRONG, "-Xplugin:Holdfast report=" + work + "/a b.json").text())
        .contains("error: [Holdfast] unknown option 'b.json'; known are rule, only,")
        .contains("each without blanks", "[UnguardedAccess]");
  }

  @Test
  void aSwitchIsOnOrOff() throws IOException {
    String silenced =
        """
        class Silenced {
          @javax.annotation.concurrent.GuardedBy("this") int count;
          @SuppressWarnings("GuardedBy") void grow() { count++; }
        }
        """;
    String guardedBy =
        """
        package javax.annotation.concurrent;
        public @interface GuardedBy { String value(); }
        """;
    Path library = Files.createDirectories(work.resolve("javax/annotation/concurrent"));
    Files.writeString(library.resolve("GuardedBy.java"), guardedBy);

    assertThat(ignoring(silenced, "true")).contains("[UnguardedAccess]");
    assertThat(ignoring(silenced, "false")).isEmpty();
    assertThat(ignoring(silenced, "maybe"))
        .contains("option 'ignoreGuardedBySuppressions' is 'maybe'; it may be true or false");
  }

  private String ignoring(String source, String value) throws IOException {
    String plugin = "-Xplugin:Holdfast ignoreGuardedBySuppressions=" + value;
    return compile(source, "-sourcepath", work.toString(), plugin).text();
  }

  @Test
  void aBrokenModelIsOneErrorThatNamesThePlace() throws IOException {
    Path model = Files.writeString(work.resolve("own.model"), "class {\n");

    assertThat(compile(WRONG, "-Xplugin:Holdfast models=" + model).text())
        .contains("error: [Holdfast] " + model + ":1:")
        .doesNotContain("\tat ");
  }

  @Test
  void aModelOfAMethodThatIsNotThereIsOneError() throws IOException {
    Path model =
        Files.writeString(work.resolve("own.model"), "package java.util; class Map { int len(); }");

    assertThat(compile(WRONG, "-Xplugin:Holdfast models=" + model).text())
        .contains("error: [Holdfast] " + model + ":1: 'Map' declares no 'len()'")
        .contains("[UnguardedAccess]")
        .endsWith("3 errors");
  }

  @Test
  void aClassFileThatIsCutIsReportedByTheCompiler() throws IOException {
    Path cut = Files.createDirectories(work.resolve("lib/gate")).resolve("Gate.class");
    Files.write(cut, new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe});

    assertThat(compile(WRONG + "class Use { void use(gate.Gate gate) { gate.touch(); } }\n").text())
        .contains("cannot access Gate", "[UnguardedAccess]", "[LockLeak]")
        .endsWith("3 errors")
        .doesNotContain("\tat ");
  }

  @Test
  void theReportHasOneObjectALine() throws IOException {
    Path report = work.resolve("new/report.jsonl");
    compile(WRONG, "-Xplugin:Holdfast report=" + report);

    assertThat(Files.readAllLines(report))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("{\"rule\":\"UnguardedAccess\"").endsWith("}"),
            line -> assertThat(line).startsWith("{\"rule\":\"LockLeak\"").endsWith("}"));
  }

  @Test
  void aReportOfNothingIsEmpty() throws IOException {
    Path report = Files.writeString(work.resolve("report.jsonl"), "of old\n");
    Compilation compilation = compile("class Wrong {}\n", "-Xplugin:Holdfast report=" + report);

    assertThat(compilation).isEqualTo(new Compilation(0, List.of()));
    assertThat(report).isEmptyFile();
  }

  @Test
  void aReportThatCannotBeWrittenIsOneMessage() throws IOException {
    Path file = Files.writeString(work.resolve("file"), "");
    Compilation compilation =
        compile("class Wrong {}\n", "-Xplugin:Holdfast report=" + file.resolve("report"));

    assertThat(compilation.status()).isZero();
    assertThat(compilation.output())
        .singleElement()
        .asString()
        .contains("warning: [Holdfast]", "cannot be written");
  }

  @Test
  void sourcesThatDoNotCompileAreReportedByTheCompiler() throws IOException {
    Compilation compilation =
        compile(WRONG + "\nclass Broken extends Missing {\n  int x = \"\";\n}\n");

    assertThat(compilation.text())
        .contains("cannot find symbol", "[UnguardedAccess]")
        .doesNotContain("\tat ");
  }

  @Test
  void withoutItsFlagsErrorProneIsExplainedBeforeItFails() throws IOException {
    Path file = Files.writeString(work.resolve("Wrong.java"), WRONG);
    Compilation compilation =
        Compilation.closed(
            Compilation.checkerAndErrorProne(),
            work,
            "-Xplugin:ErrorProne",
            "-XDcompilePolicy=simple",
            "-d",
            work.toString(),
            "-cp",
            Compilation.origin(GuardedBy.class).toString(),
            file.toString());

    assertThat(compilation.text())
        .startsWith("warning: [Holdfast] Error Prone is on the processor path")
        .contains(
            ".mvn/jvm.config",
            "\n  --add-exports jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED\n",
            " -J--add-opens=jdk.compiler/com.sun.tools.javac.comp=ALL-UNNAMED")
        .contains(
            Files.readAllLines(Path.of("samples/maven-error-prone/.mvn/jvm.config")).stream()
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n", "jvm.config:\n", "\nWith javac")));
  }
}
