package dev.holdfast.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.review.diff.ContractChange;
import dev.holdfast.review.diff.Gate;
import dev.holdfast.review.git.GitProblem;
import dev.holdfast.review.git.Revisions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BadInputTest {
  private static final String BEFORE =
      "class %s { Object lock; @dev.holdfast.annotations.Requires(\"lock\") void f() {} }";
  private static final String AFTER = "class %s { Object lock; void f() {} }";
  private static final String DROPPED = "#f() requirement dropped: requires(lock)";

  @TempDir private Path directory;

  private TestRepository repository() {
    return new TestRepository(directory.resolve("repository.git"));
  }

  private ReviewReport review(String base, String head) throws IOException {
    try (Revisions revisions = Revisions.open(directory.resolve("repository.git"), Map.of())) {
      return new Review(revisions, FindingsOf.none(), Gate.standard(), Progress.none())
          .compare(base, head);
    }
  }

  private static List<String> changes(ReviewReport report) {
    return report.changes().stream().map(BadInputTest::shown).toList();
  }

  private static String shown(ContractChange change) {
    return change.member() + " " + change.summary();
  }

  private static List<String> notes(ReviewReport report) {
    return report.notes().stream().map(ReviewNote::shown).toList();
  }

  @Test
  void notARepository() throws IOException {
    Path plain = Files.createDirectories(directory.resolve("plain"));

    assertThatThrownBy(() -> Revisions.open(plain, Map.of()))
        .isInstanceOf(GitProblem.class)
        .hasMessage("not a Git repository (nor any parent): " + plain);
  }

  @Test
  void gitDirThatIsNone() {
    assertThatThrownBy(() -> Revisions.open(directory, Map.of("GIT_DIR", "nowhere")))
        .isInstanceOf(GitProblem.class)
        .hasMessageStartingWith("not a Git repository: " + directory.resolve("nowhere"));
  }

  @Test
  void unknownRevision() {
    try (TestRepository repository = repository()) {
      repository.file("A.java", "class A {}").commit();

      assertThatThrownBy(() -> review("no-such-branch", "HEAD"))
          .isInstanceOf(GitProblem.class)
          .hasMessageStartingWith("unknown revision 'no-such-branch' in ");
      assertThatThrownBy(() -> review("HEAD~1", "HEAD")).isInstanceOf(GitProblem.class);
      assertThatThrownBy(() -> review("0123456789012345678901234567890123456789", "HEAD"))
          .isInstanceOf(GitProblem.class);
      assertThatThrownBy(() -> review("a..b", "HEAD")).isInstanceOf(GitProblem.class);
      assertThatThrownBy(() -> review("HEAD^{tree}", "HEAD")).isInstanceOf(GitProblem.class);
      assertThatThrownBy(() -> review(" ", "HEAD")).isInstanceOf(GitProblem.class);
    }
  }

  @Test
  void emptyRepository() {
    try (TestRepository repository = repository()) {
      assertThatThrownBy(() -> review("HEAD~1", "HEAD"))
          .isInstanceOf(GitProblem.class)
          .hasMessage("unknown revision 'HEAD~1': the repository has no commit yet");
      assertThat(repository.directory()).exists();
    }
  }

  @Test
  void shallowCloneSaysHowToGetMore() throws IOException {
    try (TestRepository repository = repository()) {
      repository.file("A.java", "class A {}").commit();
      String tip = repository.file("A.java", "class A { int a; }").commit();
      Files.writeString(repository.directory().resolve("shallow"), tip + "\n");

      assertThatThrownBy(() -> review("HEAD~1", "HEAD"))
          .isInstanceOf(GitProblem.class)
          .hasMessageContaining("shallow clone")
          .hasMessageContaining("git fetch --unshallow");
    }
  }

  @Test
  void repositoryWithOtherObjectNames() throws IOException {
    try (TestRepository repository = repository()) {
      Files.writeString(
          repository.directory().resolve("config"),
          "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n");

      assertThatThrownBy(() -> review("HEAD~1", "HEAD"))
          .isInstanceOf(GitProblem.class)
          .hasMessageStartingWith("the repository names its objects by sha256");
    }
  }

  @Test
  void fileThatAPartialCloneLeftOut() throws IOException {
    try (TestRepository repository = repository()) {
      repository.file("A.java", "class A {}").file("B.java", BEFORE.formatted("B")).commit();
      repository.file("A.java", "class A { }").file("B.java", AFTER.formatted("B")).commit();
      repository.lose("class A {}");

      ReviewReport report = review("HEAD~1", "HEAD");

      assertThat(changes(report)).containsExactly("B" + DROPPED);
      assertThat(notes(report))
          .containsExactly("A.java at HEAD~1: is missing from this partial clone");
    }
  }

  @Test
  void unparsableFileOnOneSideIsLeftOutOnBoth() throws IOException {
    try (TestRepository repository = repository()) {
      repository.file("A.java", BEFORE.formatted("A")).file("B.java", BEFORE.formatted("B"));
      repository.commit();
      repository.file("A.java", "class A {{{").file("B.java", AFTER.formatted("B")).commit();

      ReviewReport report = review("HEAD~1", "HEAD");

      assertThat(changes(report)).containsExactly("B" + DROPPED);
      assertThat(notes(report)).hasSize(1);
      assertThat(notes(report).get(0)).startsWith("A.java at HEAD: does not parse at line 1");
    }
  }

  @Test
  void unparsableFileAtBase() throws IOException {
    try (TestRepository repository = repository()) {
      repository.file("A.java", "class A {{{").commit();
      repository.file("A.java", BEFORE.formatted("A")).commit();

      ReviewReport report = review("HEAD~1", "HEAD");

      assertThat(changes(report)).isEmpty();
      assertThat(notes(report).get(0)).startsWith("A.java at HEAD~1: does not parse");
    }
  }

  @Test
  void whatIsNoSourceIsNamedAndTheRestReviewed() throws IOException {
    byte[] latin = "class Latin { String s = \"\u00fc\"; }".getBytes(StandardCharsets.ISO_8859_1);
    try (TestRepository repository = repository()) {
      repository.file("B.java", BEFORE.formatted("B")).commit();
      repository
          .file("B.java", AFTER.formatted("B"))
          .file("Binary.java", new byte[] {1, 0, 2})
          .file("Huge.java", new byte[9 << 20])
          .file("Latin.java", latin)
          .entry("Link.java", FileMode.SYMLINK, "B.java".getBytes(StandardCharsets.UTF_8))
          .submodule("vendor/lib", "0123456789012345678901234567890123456789")
          .commit();

      ReviewReport report = review("HEAD~1", "HEAD");

      assertThat(changes(report)).containsExactly("B" + DROPPED);
      assertThat(notes(report))
          .containsExactly(
              "Binary.java at HEAD: is binary",
              "Huge.java at HEAD: is larger than 8 MiB (9 MiB)",
              "Latin.java at HEAD: is not UTF-8",
              "Link.java: is a symbolic link and is not followed",
              "vendor/lib: is a submodule (0123456789) and is not reviewed");
    }
  }

  @Test
  void pathsWithBlanksAndNonAsciiLetters() throws IOException {
    try (TestRepository repository = repository()) {
      repository.file("mit Leerraum/Größe.java", BEFORE.formatted("Größe")).commit();
      repository.file("mit Leerraum/Größe.java", AFTER.formatted("Größe")).commit();

      ReviewReport report = review("HEAD~1", "HEAD");

      assertThat(changes(report)).containsExactly("Größe" + DROPPED);
      assertThat(report.changes().get(0).place().path()).isEqualTo("mit Leerraum/Größe.java");
    }
  }

  @Test
  void deeplyNestedSourceDoesNotStopTheReview() throws IOException {
    String deep = "class Deep { int x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }";
    try (TestRepository repository = repository()) {
      repository.file("B.java", BEFORE.formatted("B")).commit();
      repository.file("B.java", AFTER.formatted("B")).file("Deep.java", deep).commit();

      ReviewReport report = review("HEAD~1", "HEAD");

      assertThat(changes(report)).containsExactly("B" + DROPPED);
      assertThat(notes(report)).hasSize(1);
      assertThat(notes(report).get(0)).startsWith("Deep.java at HEAD: ");
    }
  }

  @Test
  void onlyChangedFilesAreRead() throws IOException {
    try (TestRepository repository = repository()) {
      repository.file("Broken.java", "class Broken {{{").file("B.java", BEFORE.formatted("B"));
      repository.commit();
      repository.file("B.java", AFTER.formatted("B")).commit();

      ReviewReport report = review("HEAD~1", "HEAD");

      assertThat(notes(report)).isEmpty();
      assertThat(report.files()).isEqualTo(1);
    }
  }

  @Test
  void filesWhoseAttributeIsUnsetAreCountedAlone() throws IOException {
    try (TestRepository repository = repository()) {
      repository
          .file("gen/A.java", BEFORE.formatted("A"))
          .file("gen/Gone.java", BEFORE.formatted("Gone"))
          .file("B.java", BEFORE.formatted("B"))
          .file("old/.gitattributes", "*.java -holdfast\n")
          .file("old/C.java", BEFORE.formatted("C"))
          .file(".gitattributes", "gen/** -holdfast\n")
          .commit();
      repository
          .file("gen/A.java", AFTER.formatted("A"))
          .without("gen/Gone.java")
          .file("B.java", AFTER.formatted("B"))
          .without("old/.gitattributes")
          .file("old/C.java", AFTER.formatted("C"))
          .commit();

      ReviewReport report = review("HEAD~1", "HEAD");

      assertThat(changes(report)).containsExactly("B" + DROPPED, "C" + DROPPED);
      assertThat(notes(report))
          .containsExactly(".gitattributes: unsets 'holdfast' for 2 changed files");
    }
  }

  @Test
  void aRevisionAgainstItselfChangesNothing() throws IOException {
    try (TestRepository repository = repository()) {
      repository.file("B.java", BEFORE.formatted("B")).commit();

      ReviewReport report = review("HEAD", "HEAD");

      assertThat(report.isEmpty()).isTrue();
      assertThat(report.fails()).isFalse();
    }
  }
}
