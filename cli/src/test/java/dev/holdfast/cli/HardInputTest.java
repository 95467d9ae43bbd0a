package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are not checked whole: what is said, and that the rest is checked all the same. */
final class HardInputTest {
  @TempDir private Path folder;

  private String source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String wrong() throws IOException {
    return source(
        "Wrong.java",
        """
        import dev.holdfast.annotations.GuardedBy;

        class Wrong {
          @GuardedBy("this")
          int count;

          void grow() {
            count++;
          }
        }
        """);
  }

  @Test
  void aModuleDeclarationIsLeftOut() throws IOException {
    String module = source("module-info.java", "module wrong { requires not.there; }\n");

    Run run = Run.of("check", module, wrong());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Wrong.java:8:5: error: [UnguardedAccess]");
  }

  @Test
  void nothingButAModuleDeclarationIsNoFinding() throws IOException {
    String module = source("module-info.java", "module right {}\n");

    assertThat(Run.of("check", module)).isEqualTo(new Run(0, "", ""));
  }

  private Path folder(String name) throws IOException {
    Path folder = Files.createDirectory(Path.of(wrong()).resolveSibling(name));
    Files.copy(Path.of(wrong()), folder.resolve("Wrong.java"));
    return folder;
  }

  @Test
  void aFolderThatIsNamedByALinkIsWalked() throws IOException {
    Path sources = folder("sources");
    Path link = Files.createSymbolicLink(sources.resolveSibling("link"), sources);

    Run run = Run.of("check", link.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("link/Wrong.java:8:5: error: [UnguardedAccess]");
    assertThat(Run.of("contracts", link.toString()).out()).contains("Wrong#count guarded-by(this)");
  }

  @Test
  void typesOfTheSameNameInTwoFoldersAreCheckedApart() throws IOException {
    Path one = folder("one");
    Path two = folder("two");
    Files.writeString(two.resolve("Use.java"), "class Use { void use(Only only) { only.run(); } }");
    Files.writeString(one.resolve("Only.java"), "class Only { void run() {} }");

    Run run = Run.of("check", one.toString(), two.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines().filter(line -> line.contains("[UnguardedAccess]")))
        .satisfiesExactly(
            first -> assertThat(first).contains("one/Wrong.java:8:5"),
            second -> assertThat(second).contains("two/Wrong.java:8:5"));
  }

  @Test
  void aTypeThatIsDeclaredTwiceIsNotAnalysed() throws IOException {
    String again = source("Again.java", Files.readString(Path.of(wrong())));

    Run run = Run.of("check", again, wrong());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err().lines())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("not analysed: " + wrong() + ": does not compile"),
            second -> assertThat(second).endsWith("error: duplicate class: Wrong"));
    assertThat(run.out()).contains("Again.java:8:5: error: [UnguardedAccess]");
  }

  /** Judging one by the others again and again would take 2 to the power of their number. */
  @Test
  void helpersThatAllCallEachOtherAreJudged() throws IOException {
    String helpers =
        IntStream.range(0, 40)
            .mapToObj(HardInputTest::callsAllOthers)
            .collect(Collectors.joining("\n"));
    String source =
        source(
            "Helpers.java",
            """
            import dev.holdfast.annotations.GuardedBy;

            class Helpers {
              @GuardedBy("this")
              private int count;

              synchronized void run() {
                run0(9, () -> count++);
                keep0(9, () -> count++);
              }

              private Object state;
            """
                + helpers
                + "\n}\n");

    Run run = Run.of("check", source);

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> line.contains(": error: ")))
        .satisfiesExactly(
            only -> assertThat(only).contains("Helpers.java:9:20").contains("[UnguardedAccess]"));
  }

  private static String callsAllOthers(int number) {
    String calls =
        IntStream.range(0, 40)
            .filter(other -> other != number)
            .mapToObj(other -> "NAME%d(left - 1, callback);".formatted(other))
            .collect(Collectors.joining(" "));
    String helper =
        "private void NAME%d(int left, Runnable callback) { state = null; if (left > 0) { USE %s } }"
            .formatted(number, calls);
    return helper.replace("NAME", "run").replace("USE", "callback.run();")
        + "\n"
        + helper.replace("NAME", "keep").replace("USE", "state = callback;");
  }

  @Test
  void whatATypeThatIsNotThereDeclaresIsNotJudged() throws IOException {
    String use =
        source(
            "Use.java",
            """
            import dev.holdfast.annotations.GuardedBy;
            import dev.holdfast.annotations.Requires;

            class Use extends NotThere {
              @GuardedBy("lock") int inherited;
              @GuardedBy("getLock()") int called;
              private final NotThere other = null;
              @GuardedBy("other.lock.readLock()") int ofField;

              @Requires("other.getLock()")
              void take(@Requires("lock") NotThere parameter) {
                ofField = 1;
              }
            }
            """);

    Run run = Run.of("check", use);

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEqualTo("");
  }

  @Test
  void aMethodWithTooManyOutcomesIsNotAnalysed() throws IOException {
    String attempts =
        IntStream.range(0, 12)
            .mapToObj(i -> "    boolean held%d = locks[%d].tryLock();\n".formatted(i, i))
            .collect(Collectors.joining());
    String releases =
        IntStream.range(0, 12)
            .mapToObj(i -> "    if (held%d) { locks[%d].unlock(); }\n".formatted(i, i))
            .collect(Collectors.joining());
    String many =
        source(
            "Many.java",
            "class Many {\n"
                + "  private final java.util.concurrent.locks.Lock[] locks = null;\n"
                + "  void all() {\n"
                + attempts
                + releases
                + "  }\n}\n");

    Run run = Run.of("check", many, wrong());

    assertThat(run.err()).isEqualToIgnoringNewLines("not analysed: Many.all(): too complex");
    assertThat(run.out().lines().filter(line -> line.contains(": error: "))).hasSize(1);
    assertThat(run.out()).contains("Wrong.java:8:5: error: [UnguardedAccess]");
  }

  @Test
  void aLongConditionAndALongSumAreAnalysed() throws IOException {
    String text =
        """
        import dev.holdfast.annotations.GuardedBy;

        class Long {
          @GuardedBy("this")
          int count;

          void all(boolean on) {
            if (on%s) {
              count = 1;
            }
          }

          String sum(String each) {
            return each%s + count;
          }
        }
        """
            .formatted(" && on".repeat(5000), " + each".repeat(10000));

    Run run = Run.of("check", source("Long.java", text), wrong());

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> line.contains(": error: ")))
        .satisfiesExactly(
            line -> assertThat(line).contains("Long.java:9:7: ", "writing 'this.count'"),
            line -> assertThat(line).contains("Long.java:14:", "reading 'this.count'"),
            line -> assertThat(line).contains("Wrong.java:8:5: "));
  }
}
