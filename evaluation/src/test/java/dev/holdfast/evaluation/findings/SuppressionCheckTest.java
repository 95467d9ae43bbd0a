package dev.holdfast.evaluation.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.evaluation.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SuppressionCheckTest {
  private static final String TEXT =
      """
      class A {
        @SuppressWarnings("GuardedBy")
        void m() {
          field = 3;
        }
      }
      """;

  @TempDir private Path directory;

  @Test
  void suppressionThatHidesSomethingIsNeeded() throws IOException {
    assertThat(check(List.of(), List.of(finding(4)))).isEqualTo(1);
  }

  @Test
  void suppressionThatHidesNothingIsNotNeeded() throws IOException {
    assertThat(check(List.of(), List.of(finding(1)))).isZero();
  }

  @Test
  void whatIsReportedAnywayIsNotHidden() throws IOException {
    assertThat(check(List.of(finding(4)), List.of(finding(4)))).isZero();
  }

  private int check(List<Finding> reported, List<Finding> bare) throws IOException {
    Path file = Files.writeString(directory.resolve("A.java"), TEXT);
    Corpus corpus = new Corpus("demo", directory, List.of());
    return SuppressionCheck.of(corpus, Map.of(file, Members.of(file)), reported, bare)
        .get(0)
        .findings();
  }

  private static Finding finding(long line) {
    FindingKey key = new FindingKey("UnguardedAccess", "A.java", "A#m()", "field", 1);
    return new Finding("UnguardedAccess", "error", "A.java", line, 5, "message", key);
  }
}
