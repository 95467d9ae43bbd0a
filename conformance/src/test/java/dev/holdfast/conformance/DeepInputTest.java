package dev.holdfast.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.GuardedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that no person writes but a generator might: the compiler takes them, so do we. */
final class DeepInputTest {
  private static final String LAST =
      """
      class Last {
        @GuardedBy("this")
        int count;

        int count() {
          return count;
        }
      }
      """;

  @TempDir private Path work;

  private static String repeated(int times, IntFunction<String> part) {
    return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining());
  }

  /**
   * The findings, and whatever else is said, without their notes; the last one is of {@link #LAST}.
   */
  private List<String> findings(String source) throws IOException {
    Path file =
        Files.writeString(
            work.resolve("Deep.java"), "import dev.holdfast.annotations.*;\n" + source + LAST);
    Compilation compilation =
        Compilation.closed(
            Compilation.checker(),
            work,
            "-d",
            work.toString(),
            "-cp",
            Compilation.origin(GuardedBy.class).toString(),
            file.toString());
    List<String> all =
        compilation.output().stream()
            .filter(line -> line.contains("error: ") || line.contains("warning: "))
            .map(line -> line.substring(line.indexOf(": ") + 2))
            .toList();
    assertThat(all)
        .last()
        .isEqualTo("error: [UnguardedAccess] reading 'this.count' needs 'this'; nothing is held");
    return all.subList(0, all.size() - 1);
  }

  @Test
  void aLockExpressionHasAnEnd() throws IOException {
    String chain = "a" + ".a".repeat(5000);
    String brackets = "(".repeat(5000) + "a" + ")".repeat(5000);

    assertThat(
            findings(
                """
                class Deep {
                  Deep a;
                  @GuardedBy("%s") int chained;
                  @Requires("%s") void bracketed() {}
                  @Requires("this%s") void within() {}
                }
                """
                    .formatted(chain, brackets, ".a".repeat(99))))
        .satisfiesExactly(
            finding ->
                assertThat(finding)
                    .startsWith(
                        "error: [InvalidContract] @GuardedBy: there are more than 100 parts at"
                            + " column 201 of \"a.a.a.")
                    .endsWith(".a.…\""),
            finding ->
                assertThat(finding)
                    .startsWith(
                        "error: [InvalidContract] @Requires: there are more than 100 parts at"
                            + " column 101 of \"(((")
                    .endsWith("((…\""),
            finding -> assertThat(finding).startsWith("warning: [UnstableLock] "));
  }

  @Test
  void namesForALockAreFollowedToTheEnd() throws IOException {
    assertThat(
            findings(
                repeated(
                        1000,
                        i -> "@DefinesLock(name = \"l" + i + "\", sameAs = \"l" + (i + 1) + "\")\n")
                    + """
                    @DefinesLock(name = "l1000")
                    class Deep {
                      void first(@Requires("l0") Deep deep) {}
                      void last(@Requires("l1000") Deep deep) { first(deep); }
                      void none(Deep deep) { first(deep); }
                    }
                    """))
        .containsExactly(
            "error: [LockNotHeld] 'Deep.first' needs 'deep.l1000' for writing; nothing is held");
  }

  @Test
  void aCircleOfManyNamesIsReported() throws IOException {
    assertThat(
            findings(
                repeated(
                        40,
                        i ->
                            "@DefinesLock(name = \"l%d\", sameAs = \"l%d\")\n"
                                .formatted(i, (i + 1) % 40))
                    + "class Deep {}\n"))
        .containsExactly(
            "error: [InvalidContract] @DefinesLock: 'l0' is declared the same as itself");
  }

  @Test
  void anAliasThatManyWaysLeadToIsReadOnce() throws IOException {
    assertThat(
            findings(
                repeated(40, i -> "@A%1$d @B%1$d @interface A%2$d {}\n".formatted(i + 1, i))
                    + repeated(40, i -> "@A%1$d @B%1$d @interface B%2$d {}\n".formatted(i + 1, i))
                    + """
                    @Requires("lock") @interface A40 {}
                    @Requires("lock") @interface B40 {}
                    class Deep {
                      final Object lock = new Object();
                      @A0 void locked() {}
                      void call() { locked(); }
                    }
                    """))
        .containsExactly("error: [LockNotHeld] 'Deep.locked' needs 'this.lock'; nothing is held");
  }

  @Test
  void chainsOfDeclarationsAreFollowed() throws IOException {
    assertThat(
            findings(
                "class Deep {\n  final Object lock = new Object();\n  @GuardedBy(\"lock\") int guarded;\n"
                    + repeated(
                        800, i -> "  private int h%d() { return h%d(); }\n".formatted(i, i + 1))
                    + repeated(
                        800,
                        i ->
                            "  @Returns(\"g%2$d()\") Object g%1$d() { return g%2$d(); }\n"
                                .formatted(i, i + 1))
                    + """
                      private int h800() { return guarded; }
                      Object g800() { return lock; }
                      @Requires("g0()") void locked() {}
                      void call() { locked(); h0(); }
                    }
                    """))
        .containsExactly(
            "error: [LockNotHeld] 'Deep.locked' needs 'this.lock'; nothing is held",
            "error: [LockNotHeld] 'Deep.h0' needs 'this.lock'; nothing is held");
  }

  @Test
  void aDeepBodyIsAnalysed() throws IOException {
    assertThat(
            findings(
                """
                class Deep {
                  final Object lock = new Object();
                  @GuardedBy("lock") int guarded;
                  int chosen(int at) { return %s guarded; }
                  void nested(boolean on) { %s guarded = 1; %s }
                  void later() { %s int now = guarded; %s }
                }
                """
                    .formatted(
                        repeated(1000, i -> "at == %1$d ? %1$d : ".formatted(i)),
                        "if (on) { ".repeat(500),
                        "}".repeat(500),
                        repeated(60, i -> "Runnable r%d = () -> { ".formatted(i)),
                        "};".repeat(60))))
        .containsExactly(
            "error: [UnguardedAccess] reading 'this.guarded' needs 'this.lock'; nothing is held",
            "error: [UnguardedAccess] writing 'this.guarded' needs 'this.lock'; nothing is held",
            "error: [UnguardedAccess] reading 'this.guarded' needs 'this.lock'; nothing is held");
  }
}
