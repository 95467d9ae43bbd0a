package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.holdfast.review.format.OutputFormat;
import dev.holdfast.review.git.Revisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReviewCommandTest {
  private static final String STORE =
      """
      package p;

      import dev.holdfast.annotations.GuardedBy;
      import dev.holdfast.annotations.Requires;

      class Store {
        final Object lock = new Object();

        @GuardedBy("lock")
        private int size;

        REQUIRES void add(int more) {
          synchronized (lock) {
            size = size + more;
          }
        }

        void old() {
          size = 0;
        }
      }
      """;

  private static final String USER =
      """
      package q;

      import p.Store;

      class User {
        void use(Store store) {
          store.add(1);
        }
      }
      """;

  private static final String OPEN = STORE.replace("class Store", "public class Store");
  private static final String FREE = OPEN.replace("REQUIRES", "public");
  private static final String NEEDY = OPEN.replace("REQUIRES", "@Requires(\"lock\") public");

  @TempDir private Path folder;
  private Git git;

  @BeforeEach
  void initialise() throws GitAPIException {
    git = Git.init().setDirectory(folder.toFile()).call();
  }

  @AfterEach
  void close() {
    git.close();
  }

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void commit() throws GitAPIException {
    git.add().addFilepattern(".").call();
    git.commit().setMessage("Commit").setAuthor("A", "a@example.org").setSign(false).call();
  }

  private Run review(String... options) {
    List<String> all = new ArrayList<>(List.of("review", "-C", folder.toString()));
    all.addAll(List.of(options));
    return Run.of(all.toArray(String[]::new));
  }

  private void requirementDropped() throws IOException, GitAPIException {
    file("src/p/Store.java", NEEDY);
    commit();
    file("src/p/Store.java", FREE);
    commit();
  }

  private void requirementAdded() throws IOException, GitAPIException {
    file("src/p/Store.java", FREE);
    file("src/q/User.java", USER);
    commit();
    file("src/p/Store.java", NEEDY);
    commit();
  }

  @Test
  void aDroppedRequirementFailsAndIsExplained() throws Exception {
    requirementDropped();

    Run run = review("--base", "HEAD~1");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("src/p/Store.java:12: Store#add(int): requirement dropped: requires(lock)")
        .contains("fails: 1 risky contract change");
  }

  @Test
  void anAddedRequirementIsANewFindingAtACallerWhoseFileIsTheSame() throws Exception {
    requirementAdded();

    Run run = review("--base", "HEAD~1");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("new findings\nsrc/q/User.java:7:5: error: [LockNotHeld]")
        .contains("fails: 1 new error");
  }

  @Test
  void findingsThatWereThereBeforeAreNotTold() throws Exception {
    requirementAdded();

    assertThat(review("--base", "HEAD~1").out()).doesNotContain("UnguardedAccess");
  }

  @Test
  void findingsThatAreGoneAreToldAsFixed() throws Exception {
    file("src/p/Store.java", FREE);
    commit();
    file("src/p/Store.java", FREE.replace("size = 0;", ""));
    commit();

    Run run = review("--base", "HEAD~1");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("fixed findings\n  [UnguardedAccess] Store#old():");
  }

  @Test
  void contractsAloneCanBeCompared() throws Exception {
    requirementAdded();

    Run run = review("--base", "HEAD~1", "--contracts-only");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("requirement added").doesNotContain("User.java");
  }

  @Test
  void theGateCanBeMovedToOtherVerdicts() throws Exception {
    requirementDropped();

    assertThat(review("--base", "HEAD~1", "--fail-on", "none").status()).isZero();
    assertThat(review("--base", "HEAD~1", "--fail-on", "breaking").status()).isZero();
    assertThat(review("--base", "HEAD~1", "--fail-on", "breaking,risky").status()).isEqualTo(1);
  }

  @Test
  void anUnknownVerdictIsWrongUsageAndTheKnownAreNamed() throws Exception {
    requirementDropped();

    Run run = review("--base", "HEAD~1", "--fail-on", "bad");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'bad'", "breaking, risky");
  }

  @Test
  void aCallerThatIsNotReviewedHasNoNewFinding() throws Exception {
    file(".gitattributes", "src/q/** -holdfast\n");
    requirementAdded();

    Run run = review("--base", "HEAD~1");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("requirement added").doesNotContain("User.java");
  }

  @Test
  void aChangeExemptsNothingThatWasReviewed() throws Exception {
    file("src/p/Store.java", FREE);
    file("src/q/User.java", USER);
    commit();
    file(".gitattributes", "src/q/** -holdfast\n");
    file("src/p/Store.java", NEEDY);
    commit();

    Run run = review("--base", "HEAD~1");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("requirement added", "User.java", "LockNotHeld");
  }

  @Test
  void ruleSeveritiesHold() throws Exception {
    requirementAdded();

    Run run = review("--base", "HEAD~1", "--rule", "LockNotHeld=warn");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("warning: [LockNotHeld]");
  }

  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void everyFormatShowsTheNewFindingAndTheSameStatus(OutputFormat format) throws Exception {
    requirementAdded();

    Run run = review("--base", "HEAD~1", "--format", format.word());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("LockNotHeld", "src/q/User.java");
  }

  @Test
  void jsonIsOneObject() throws Exception {
    requirementAdded();

    String out = review("--base", "HEAD~1", "--format", "json").out();

    assertThat(JsonParser.parseString(out).getAsJsonObject().get("fails").getAsBoolean()).isTrue();
  }

  @Test
  void theReportGoesToAFile() throws Exception {
    requirementDropped();
    Path report = folder.resolve("report.md");

    Run run = review("--base", "HEAD~1", "--format", "markdown", "-o", report.toString());

    assertThat(run.out()).isEmpty();
    assertThat(report).content().contains("Lock discipline", "requirement dropped");
  }

  @Test
  void theWorkTreeIsNeitherReadNorTouched() throws Exception {
    requirementDropped();
    file("src/p/Store.java", "what is being typed");
    List<Path> before = files();

    Run run = review("--base", "HEAD~1");

    assertThat(run.out()).contains("requirement dropped");
    assertThat(folder.resolve("src/p/Store.java")).content().isEqualTo("what is being typed");
    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void headCanBeAnyRevision() throws Exception {
    requirementDropped();
    file("src/p/Store.java", NEEDY);
    commit();

    assertThat(review("--base", "HEAD~2", "--head", "HEAD~1").status()).isEqualTo(1);
    assertThat(review("--base", "HEAD~2").out()).contains("passes: no lock contract changed");
  }

  @Test
  void aReviewCanStartWhereHeadLeftBase() throws Exception {
    file("src/p/Store.java", NEEDY);
    commit();
    git.checkout().setCreateBranch(true).setName("topic").call();
    file("src/p/Other.java", "package p; class Other {}");
    commit();
    git.checkout().setName("master").call();
    file("src/p/Store.java", FREE);
    commit();

    assertThat(review("--base", "master", "--head", "topic").out()).contains("requirement added");
    assertThat(review("--base", "master", "--head", "topic", "--merge-base").out())
        .doesNotContain("requirement");
  }

  @Test
  void typesOfTheSameNameInTwoRootsAreCheckedApart() throws Exception {
    file("a/src/p/Store.java", FREE);
    file("b/src/p/Store.java", FREE);
    commit();
    String wrong = FREE.replace("void old", "void more() { size++; }\n\n  void old");
    file("a/src/p/Store.java", wrong);
    file("b/src/p/Store.java", wrong);
    commit();

    Run run = review("--base", "HEAD~1");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("a/src/p/Store.java:18:17: error: [UnguardedAccess]")
        .contains("b/src/p/Store.java:18:17: error: [UnguardedAccess]");
  }

  @Test
  void missingTypesWithoutAClassPathAreARemark() throws Exception {
    file("src/p/Store.java", FREE);
    commit();
    file(
        "src/p/Store.java",
        FREE.replace(
            "size = 0;", "synchronized (org.missing.Type.LOCK) {\n      size = 0;\n    }"));
    commit();

    Run run = review("--base", "HEAD~1");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "holdfast: 'src/p/Store.java' does not compile without a class path (-cp); findings may"
                + " be missing there\n");
  }

  @Test
  void missingTypesWithAClassPathAreCompileErrors() throws Exception {
    file("src/p/Store.java", FREE);
    commit();
    file("src/p/Store.java", FREE.replace("void old", "org.missing.Type t;\n\n  void old"));
    commit();

    Run run = review("--base", "HEAD~1", "-cp", folder.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("src/p/Store.java:18:14: error: package org.missing");
  }

  @Test
  void aFileThatDoesNotParseAtHeadFailsAndTheRestIsReviewed() throws Exception {
    file("src/p/Store.java", NEEDY);
    file("src/p/Broken.java", "package p; class Broken {}");
    commit();
    file("src/p/Store.java", FREE);
    file("src/p/Broken.java", "package p; class Broken {{");
    commit();

    Run run = review("--base", "HEAD~1");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .contains("requirement dropped")
        .containsOnlyOnce("src/p/Broken.java at HEAD: does not parse");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void sarifShowsWhatTheSourceAtHeadSilences() throws Exception {
    file("src/p/Store.java", FREE);
    commit();
    file(
        "src/p/Store.java",
        FREE.replace(
            "void old()",
            "@SuppressWarnings(\"holdfast\") void fresh() { size = 1; }\n\n  void old()"));
    commit();

    Run run = review("--base", "HEAD~1", "--format", "sarif");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("\"suppressions\"", "@SuppressWarnings(\\\"holdfast\\\")");
  }

  @Test
  void aFileThatDidNotParseAtBaseIsNoFailure() throws Exception {
    file("src/p/Broken.java", "package p; class Broken {{");
    commit();
    file("src/p/Broken.java", "package p; class Broken {}");
    commit();

    assertThat(review("--base", "HEAD~1").status()).isZero();
  }

  @Test
  void anUnknownRevisionIsWrongUsage() throws Exception {
    requirementDropped();

    Run run = review("--base", "nowhere");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("unknown revision 'nowhere'");
  }

  @Test
  void noBaseIsWrongUsage() {
    Run run = review();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--base");
  }

  @Test
  void noRepositoryIsWrongUsage(@TempDir Path elsewhere) {
    Run run = Run.of("review", "-C", elsewhere.toString(), "--base", "HEAD~1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("not a Git repository");
  }

  @Test
  void anImpossibleReleaseIsWrongUsage() throws Exception {
    requirementDropped();

    Run run = review("--base", "HEAD~1", "--release", "999");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("999");
  }

  @Test
  void progressIsWipedBeforeTheEnd() throws Exception {
    requirementDropped();

    Run run = review("--base", "HEAD~1", "--progress");

    assertThat(run.err()).contains("findings 50%").endsWith("\r");
    assertThat(run.out()).doesNotContain("%");
  }

  @Test
  void theCopyOfARevisionIsDeletedWhenItIsClosed() throws Exception {
    requirementDropped();
    try (Revisions revisions = Revisions.open(folder, Map.of())) {
      WorkCopy copy = WorkCopy.of(revisions.snapshot("HEAD"));
      assertThat(copy.path("src/p/Store.java")).content().isEqualTo(FREE);

      copy.close();

      assertThat(copy.path("")).doesNotExist();
    }
  }
}
