package dev.holdfast.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.review.diff.ContractChange;
import dev.holdfast.review.diff.Gate;
import dev.holdfast.review.git.Revisions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripted edits in real repositories: the review says exactly what happened and nothing else. The
 * scripts are in {@code history/*.txt}: the files before and after, and every expected change.
 */
final class HistoryTest {
  @TempDir private Path directory;

  static Stream<History> histories() throws IOException {
    return History.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("histories")
  void diffSaysExactlyWhatHappened(History history) throws IOException {
    assertThat(review(history)).containsExactlyInAnyOrderElementsOf(history.expected());
  }

  private List<String> review(History history) throws IOException {
    Path repository = directory.resolve("repository.git");
    try (TestRepository written = new TestRepository(repository)) {
      history.before().forEach(written::file);
      written.commit();
      history.before().keySet().forEach(written::without);
      history.after().forEach(written::file);
      written.commit();
    }
    try (Revisions revisions = Revisions.open(repository, Map.of())) {
      Review review = new Review(revisions, FindingsOf.none(), Gate.standard(), Progress.none());
      ReviewReport report = review.compare("HEAD~1", "HEAD");
      assertThat(report.notes()).isEmpty();
      List<String> shown = new ArrayList<>();
      for (ContractChange change : report.changes()) {
        shown.add(change.verdict().word() + " " + change.member() + " " + change.summary());
      }
      return shown;
    }
  }
}
