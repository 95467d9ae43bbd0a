package dev.holdfast.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hooks of {@code docs/hooks}, run by Git itself. */
final class HookTest {
  private static final String GOOD =
      "class A { Object lock; @dev.holdfast.annotations.Requires(\"lock\") void f() {} }\n";
  private static final String BAD = "class A { Object lock; void f() {} }\n";
  private static final Path HOOKS = Path.of("..", "docs", "hooks");

  @TempDir private Path directory;
  private Path work;

  /** What a command printed, and whether it succeeded. */
  private record Outcome(int status, String output) {}

  @BeforeEach
  void repositoryWithOneCommit() throws Exception {
    Path command = directory.resolve("holdfast");
    Files.writeString(
        command,
        "#!/bin/sh\nexec '%s' -cp '%s' %s \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                ReviewMain.class.getName()));
    assertThat(command.toFile().setExecutable(true)).isTrue();
    work = Files.createDirectories(directory.resolve("work tree"));
    git(work, "init", "-q", "-b", "main");
    write(GOOD);
    git(work, "add", "A.java");
    git(work, "commit", "-q", "-m", "First");
  }

  private void write(String text) throws IOException {
    Files.writeString(work.resolve("A.java"), text);
  }

  private void install(String hook, Path hooks) throws IOException {
    Path target = hooks.resolve(hook);
    Files.copy(HOOKS.resolve(hook), target, StandardCopyOption.REPLACE_EXISTING);
    assertThat(target.toFile().setExecutable(true)).isTrue();
  }

  private Outcome tryGit(Path where, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("HOLDFAST", directory.resolve("holdfast").toString());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + who + "_NAME", "A");
      builder.environment().put("GIT_" + who + "_EMAIL", "a@example.org");
    }
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), output);
  }

  private String git(Path where, String... arguments) throws Exception {
    Outcome outcome = tryGit(where, arguments);
    assertThat(outcome.status()).as(outcome.output()).isZero();
    return outcome.output();
  }

  @Test
  void preCommitRefusesAStagedBadChange() throws Exception {
    install("pre-commit", work.resolve(".git/hooks"));
    write(BAD);
    git(work, "add", "A.java");
    write(GOOD);

    Outcome outcome = tryGit(work, "commit", "-m", "Second");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).contains("A#f(): requirement dropped: requires(lock)");
    assertThat(work.resolve("A.java")).hasContent(GOOD);
  }

  @Test
  void preCommitAcceptsAGoodChange() throws Exception {
    install("pre-commit", work.resolve(".git/hooks"));
    write(GOOD + "// more\n");
    git(work, "add", "A.java");
    write(BAD);

    git(work, "commit", "-m", "Second");

    assertThat(git(work, "log", "--format=%s")).isEqualTo("Second\nFirst\n");
  }

  @Test
  void preCommitAcceptsTheFirstCommit() throws Exception {
    git(work, "checkout", "-q", "--orphan", "other");
    install("pre-commit", work.resolve(".git/hooks"));

    git(work, "commit", "-m", "Another first");
  }

  @Test
  void preReceiveRefusesABadPushAndAcceptsAGoodOne() throws Exception {
    Path server = directory.resolve("server.git");
    git(directory, "clone", "-q", "--bare", work.toString(), server.toString());
    install("pre-receive", server.resolve("hooks"));
    write(GOOD + "// more\n");
    git(work, "commit", "-q", "-a", "-m", "Good");
    git(work, "push", server.toString(), "main");
    write(BAD);
    git(work, "commit", "-q", "-a", "-m", "Bad");

    Outcome outcome = tryGit(work, "push", server.toString(), "main");

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output())
        .contains("A#f(): requirement dropped: requires(lock)")
        .contains("refs/heads/main is refused");
    assertThat(git(server, "log", "--format=%s", "main")).isEqualTo("Good\nFirst\n");
  }

  @Test
  void preReceiveComparesANewBranchWithWhereItLeft() throws Exception {
    Path server = directory.resolve("server.git");
    git(directory, "clone", "-q", "--bare", work.toString(), server.toString());
    install("pre-receive", server.resolve("hooks"));
    git(work, "checkout", "-q", "-b", "topic");
    write(BAD);
    git(work, "commit", "-q", "-a", "-m", "Bad");

    assertThat(tryGit(work, "push", server.toString(), "topic").status()).isNotZero();
  }

  @Test
  void linkedWorkTreeIsARepository() throws Exception {
    Path linked = directory.resolve("linked");
    git(work, "worktree", "add", "-q", linked.toString(), "-b", "linked");
    Files.writeString(linked.resolve("A.java"), BAD);
    git(linked, "commit", "-q", "-a", "-m", "Bad");

    try (var revisions = dev.holdfast.review.git.Revisions.open(linked, java.util.Map.of())) {
      assertThat(revisions.snapshot("HEAD").paths()).containsExactly("A.java");
      assertThat(revisions.snapshot("HEAD~1").read("A.java")).isEqualTo(GOOD);
      assertThat(revisions.mergeBase("main", "HEAD"))
          .isEqualTo(revisions.snapshot("main").commitId());
    }
  }

  @Test
  void unmergedWorkTreeIsMentioned() throws Exception {
    git(work, "checkout", "-q", "-b", "topic");
    write(BAD);
    git(work, "commit", "-q", "-a", "-m", "Ours");
    git(work, "checkout", "-q", "main");
    write("class A {}\n");
    git(work, "commit", "-q", "-a", "-m", "Theirs");
    assertThat(tryGit(work, "merge", "topic").status()).isNotZero();

    try (var revisions = dev.holdfast.review.git.Revisions.open(work, java.util.Map.of())) {
      assertThat(revisions.warnings())
          .containsExactly("the work tree has unmerged files; only what is committed is reviewed");
    }
  }
}
