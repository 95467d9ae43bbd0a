package dev.holdfast.review.git;

import dev.holdfast.review.source.SourceText;
import dev.holdfast.review.source.SourceTree;
import dev.holdfast.review.source.UnreadableSourceException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;

/** The Java sources of one commit. Valid until its {@link Revisions} is closed. */
public final class TreeSnapshot implements SourceTree {
  /** The attribute that a repository unsets for sources that are not to be reviewed. */
  static final String ATTRIBUTE = "holdfast";

  private final Repository repository;
  private final String revision;
  private final RevCommit commit;
  private final SortedMap<String, ObjectId> files;
  private final SortedMap<String, String> leftOut;
  private final Set<String> unreviewed;

  private TreeSnapshot(
      Repository repository,
      String revision,
      RevCommit commit,
      SortedMap<String, ObjectId> files,
      SortedMap<String, String> leftOut,
      Set<String> unreviewed) {
    this.repository = repository;
    this.revision = revision;
    this.commit = commit;
    this.files = files;
    this.leftOut = leftOut;
    this.unreviewed = unreviewed;
  }

  static TreeSnapshot of(Repository repository, String revision, RevCommit commit)
      throws IOException {
    SortedMap<String, ObjectId> files = new TreeMap<>();
    SortedMap<String, String> leftOut = new TreeMap<>();
    Set<String> unreviewed = new HashSet<>();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(commit.getTree());
      walk.setRecursive(true);
      walk.setOperationType(OperationType.CHECKOUT_OP);
      walk.setAttributesNodeProvider(repository.createAttributesNodeProvider());
      while (walk.next()) {
        FileMode mode = walk.getFileMode(0);
        String path = walk.getPathString();
        ObjectId id = walk.getObjectId(0);
        if (mode == FileMode.GITLINK) {
          leftOut.put(path, "is a submodule (" + shortId(id) + ") and is not reviewed");
        } else if (path.endsWith(".java") && mode == FileMode.SYMLINK) {
          leftOut.put(path, "is a symbolic link and is not followed");
        } else if (path.endsWith(".java")) {
          files.put(path, id);
          if (walk.getAttributes().isUnset(ATTRIBUTE)) {
            unreviewed.add(path);
          }
        }
      }
    }
    return new TreeSnapshot(repository, revision, commit, files, leftOut, unreviewed);
  }

  private static String shortId(ObjectId id) {
    return AbbreviatedObjectId.fromObjectId(id).name().substring(0, 10);
  }

  /** The revision as it was asked for. */
  public String revision() {
    return revision;
  }

  /** The full id of the commit. */
  public String commitId() {
    return commit.name();
  }

  /** What people call it: the revision as asked for and the beginning of the id. */
  public String shownName() {
    String shortened = shortId(commit);
    return commit.name().startsWith(revision) ? shortened : revision + " (" + shortened + ")";
  }

  @Override
  public List<String> paths() {
    return List.copyOf(files.keySet());
  }

  @Override
  public String read(String path) throws IOException {
    return SourceText.decode(bytes(path));
  }

  /**
   * The bytes of a file, whatever they are.
   *
   * @throws UnreadableSourceException if it is too large, or missing from a partial clone
   */
  public byte[] bytes(String path) throws IOException {
    ObjectId id = files.get(path);
    if (id == null) {
      throw new IOException("no such file at " + revision + ": " + path);
    }
    try (ObjectReader reader = repository.newObjectReader()) {
      ObjectLoader loader = reader.open(id);
      SourceText.checkSize(loader.getSize());
      return loader.getCachedBytes((int) SourceText.LIMIT);
    } catch (MissingObjectException e) {
      throw new UnreadableSourceException("is missing from this partial clone");
    }
  }

  /**
   * The files for which the repository unsets the attribute {@code holdfast}: generated code,
   * deliberate mistakes. They are compiled against all the same.
   */
  Set<String> unreviewed() {
    return unreviewed;
  }

  /** The identity of a file's contents. */
  ObjectId contents(String path) {
    return files.get(path);
  }

  /** Java files and submodules that are not read, with the reason as a clause. */
  SortedMap<String, String> leftOut() {
    return leftOut;
  }
}
