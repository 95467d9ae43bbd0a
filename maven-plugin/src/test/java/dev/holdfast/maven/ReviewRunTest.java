package dev.holdfast.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReviewRunTest {
  @TempDir private Path folder;

  @Test
  void aFolderThatIsNoRepositoryIsNamed() {
    ReviewRun run =
        ReviewRun.of(new ReviewRun.Change(folder, "HEAD~1", "HEAD", List.of(), List.of()));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.complaints()).contains(folder.getFileName().toString());
  }

  @Test
  void classPathEntriesThatDoNotExistArePassedBy() {
    ReviewRun.Change change =
        new ReviewRun.Change(
            folder, "a", "b", List.of(folder, folder.resolve("none")), List.of("--contracts-only"));
    assertThat(change.words())
        .containsExactly(
            "review",
            "-C",
            folder.toString(),
            "--base",
            "a",
            "--head",
            "b",
            "-cp",
            folder.toString(),
            "--contracts-only");
  }
}
