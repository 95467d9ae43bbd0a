package dev.holdfast.review.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoWorkTreeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The revisions of one repository, bare or not, a linked work tree or one inside a hook. Reads
 * objects and references alone: the work tree and the index are never touched.
 */
public final class Revisions implements AutoCloseable {
  private final Repository repository;

  private Revisions(Repository repository) {
    this.repository = repository;
  }

  /**
   * Opens the repository around a directory.
   *
   * @param directory where to look, upwards
   * @param environment that of the process: {@code GIT_DIR}, {@code GIT_OBJECT_DIRECTORY} and
   *     {@code GIT_ALTERNATE_OBJECT_DIRECTORIES} are followed, so that a hook sees what is being
   *     pushed
   * @throws GitProblem if there is none
   */
  public static Revisions open(Path directory, Map<String, String> environment) throws IOException {
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
    String gitDir = environment.getOrDefault("GIT_DIR", "");
    if (gitDir.isEmpty()) {
      builder.findGitDir(directory.toAbsolutePath().toFile());
      if (builder.getGitDir() == null) {
        throw new GitProblem(
            "not a Git repository (nor any parent): " + directory.toAbsolutePath());
      }
    } else {
      builder.setGitDir(directory.resolve(gitDir).toAbsolutePath().normalize().toFile());
    }
    objectDirectories(builder, directory, environment);
    try {
      Repository repository = builder.build();
      String format = repository.getConfig().getString("extensions", null, "objectFormat");
      if (format != null && !format.equalsIgnoreCase("sha1")) {
        repository.close();
        throw new GitProblem(
            "the repository names its objects by "
                + format
                + ", which cannot be read yet: "
                + builder.getGitDir());
      }
      return new Revisions(repository);
    } catch (GitProblem e) {
      throw e;
    } catch (IOException e) {
      throw new GitProblem(
          "not a Git repository: " + builder.getGitDir() + " (" + e.getMessage() + ")", e);
    }
  }

  private static void objectDirectories(
      FileRepositoryBuilder builder, Path directory, Map<String, String> environment) {
    String objects = environment.getOrDefault("GIT_OBJECT_DIRECTORY", "");
    if (!objects.isEmpty()) {
      builder.setObjectDirectory(directory.resolve(objects).toFile());
    }
    String alternates = environment.getOrDefault("GIT_ALTERNATE_OBJECT_DIRECTORIES", "");
    for (String alternate : alternates.split(File.pathSeparator)) {
      if (!alternate.isEmpty()) {
        builder.addAlternateObjectDirectory(directory.resolve(alternate).toFile());
      }
    }
  }

  /**
   * The sources at a revision.
   *
   * @param revision anything that names a commit: a branch, a tag, {@code HEAD~1}, an id
   * @throws GitProblem if it names none; the message says what may have gone wrong
   */
  public TreeSnapshot snapshot(String revision) throws IOException {
    ObjectId id = commit(revision);
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit commit = walk.parseCommit(id);
      return TreeSnapshot.of(repository, revision, commit);
    } catch (MissingObjectException e) {
      throw new GitProblem("revision '" + revision + "' is incomplete: " + e.getMessage(), e);
    }
  }

  /** The place where head left base, or base itself where they have no common history. */
  public String mergeBase(String base, String head) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(commit(base)));
      walk.markStart(walk.parseCommit(commit(head)));
      RevCommit common = walk.next();
      return common == null ? base : common.name();
    }
  }

  private ObjectId commit(String revision) throws IOException {
    if (revision.isBlank()) {
      throw new GitProblem("a revision must not be empty");
    }
    ObjectId id;
    try {
      id = repository.resolve(revision + "^{commit}");
    } catch (AmbiguousObjectException e) {
      throw new GitProblem(
          "'"
              + revision
              + "' names several objects ("
              + e.getCandidates().size()
              + "): give more digits",
          e);
    } catch (IncorrectObjectTypeException e) {
      throw new GitProblem("'" + revision + "' is no commit", e);
    } catch (RevisionSyntaxException e) {
      throw new GitProblem("'" + revision + "' is no revision that can be understood", e);
    } catch (MissingObjectException e) {
      id = null;
    }
    if (id == null) {
      throw new GitProblem(unknown(revision));
    }
    return id;
  }

  private String unknown(String revision) throws IOException {
    if (repository.resolve(Constants.HEAD) == null && revision.startsWith(Constants.HEAD)) {
      return "unknown revision '" + revision + "': the repository has no commit yet";
    }
    if (!repository.getObjectDatabase().getShallowCommits().isEmpty()) {
      return "unknown revision '"
          + revision
          + "': this is a shallow clone and may end before it; fetch more history "
          + "(git fetch --unshallow, or a greater fetch depth in CI)";
    }
    return "unknown revision '" + revision + "' in " + repository.getDirectory();
  }

  /** What a reviewer should know about the repository's state; none mostly. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    try {
      boolean hasIndex = !repository.isBare() && Files.exists(repository.getIndexFile().toPath());
      if (hasIndex && repository.readDirCache().hasUnmergedPaths()) {
        warnings.add("the work tree has unmerged files; only what is committed is reviewed");
      }
    } catch (IOException | NoWorkTreeException e) {
      /* A hint only: what is committed can be read without the index. */
      warnings.add(
          "the index cannot be read (" + e.getMessage() + "); only what is committed is reviewed");
    }
    return warnings;
  }

  @Override
  public void close() {
    repository.close();
  }
}
