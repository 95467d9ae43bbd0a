package dev.holdfast.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.GuardedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods that a processor adds to a class, or puts a lock around, are checked as they are. */
final class LombokTest {
  private static final String SOURCE =
      """
      package made;

      import dev.holdfast.annotations.GuardedBy;
      import java.util.concurrent.locks.ReentrantLock;
      import lombok.Data;
      import lombok.Getter;
      import lombok.Locked;
      import lombok.Setter;
      import lombok.Synchronized;
      import lombok.With;
      import lombok.val;

      class Made {
        private final ReentrantLock lock = new ReentrantLock();
        private final Object monitor = new Object();

        @Getter private int free;

        @Getter
        @Setter
        @GuardedBy("lock")
        private int shared;

        @GuardedBy("monitor")
        private int counted;

        @Synchronized("monitor")
        void count() {
          counted++;
        }

        @Locked("lock")
        int read() {
          val copy = shared;
          return copy;
        }

        @Locked("lock")
        int wrong() {
          return counted;
        }

        int bare() {
          val copy = shared;
          return copy;
        }

        @Data
        static class Held {
          private final Object monitor = new Object();

          @With
          @GuardedBy("monitor")
          private final int value;
        }
      }
      """;

  private static final Pattern FINDING =
      Pattern.compile("Made\\.java:(\\d+): error: \\[UnguardedAccess\\]");

  @TempDir private Path work;

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void whatIsMadeIsCheckedAndNothingIsProposedThere(boolean errorProne, boolean first)
      throws IOException {
    Compilation compilation = compile(errorProne, first);

    assertThat(lines(compilation)).containsOnly(19, 20, 40, 44, 52, 54);
    assertThat(compilation.output().stream().filter(line -> line.contains("fix:")))
        .allMatch(line -> line.endsWith(" on 'wrong'") || line.endsWith(" on 'bare'"))
        .hasSize(2);
  }

  private Compilation compile(boolean errorProne, boolean first) throws IOException {
    Path file = Files.writeString(work.resolve("Made.java"), SOURCE);
    Path lombok = Compilation.lombok();
    List<Path> processors =
        new ArrayList<>(errorProne ? Compilation.checkerAndErrorProne() : Compilation.checker());
    processors.add(first ? 0 : processors.size(), lombok);
    List<String> options = new ArrayList<>();
    if (errorProne) {
      options.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW"));
      options.addAll(List.of("-Xplugin:ErrorProne -XepDisableAllWarnings"));
    }
    return Compilation.of(
        List.of(file),
        List.of(Compilation.origin(GuardedBy.class), lombok),
        processors,
        work,
        options.toArray(String[]::new));
  }

  private static List<Integer> lines(Compilation compilation) {
    return compilation.output().stream()
        .map(FINDING::matcher)
        .filter(Matcher::find)
        .map(match -> Integer.valueOf(match.group(1)))
        .toList();
  }
}
