package dev.holdfast.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;

/** A bare repository that a test writes commits to, on its default branch. */
public final class TestRepository implements AutoCloseable {
  private final FileRepository repository;
  private final Map<String, Entry> tree = new TreeMap<>();
  private ObjectId tip;

  private record Entry(FileMode mode, ObjectId id) {}

  /** In a new directory. */
  public TestRepository(Path directory) {
    try {
      Files.createDirectories(directory);
      repository = new FileRepository(directory.toFile());
      repository.create(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file into the next commit. */
  public TestRepository file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts a file into the next commit. */
  public TestRepository file(String path, byte[] bytes) {
    return entry(path, FileMode.REGULAR_FILE, bytes);
  }

  /** Puts an entry of any mode into the next commit. */
  public TestRepository entry(String path, FileMode mode, byte[] bytes) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      tree.put(path, new Entry(mode, inserter.insert(Constants.OBJ_BLOB, bytes)));
      inserter.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a submodule into the next commit. */
  public TestRepository submodule(String path, String commit) {
    tree.put(path, new Entry(FileMode.GITLINK, ObjectId.fromString(commit)));
    return this;
  }

  /** Leaves a file out of the next commit. */
  public TestRepository without(String path) {
    tree.remove(path);
    return this;
  }

  /** Leaves every file out of the next commit. */
  public void clear() {
    tree.clear();
  }

  /** Commits. */
  public String commit() {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache cache = DirCache.newInCore();
      DirCacheBuilder builder = cache.builder();
      tree.forEach(
          (path, file) -> {
            DirCacheEntry entry = new DirCacheEntry(path);
            entry.setFileMode(file.mode());
            entry.setObjectId(file.id());
            builder.add(entry);
          });
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(cache.writeTree(inserter));
      PersonIdent author = new PersonIdent("A", "a@example.org", Instant.EPOCH, ZoneOffset.UTC);
      commit.setAuthor(author);
      commit.setCommitter(author);
      commit.setMessage("Commit");
      if (tip != null) {
        commit.setParentId(tip);
      }
      tip = inserter.insert(commit);
      inserter.flush();
      RefUpdate update = repository.updateRef(Constants.HEAD);
      update.setNewObjectId(tip);
      update.forceUpdate();
      return tip.name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the object of a file with that text. */
  public void lose(String text) throws IOException {
    String id;
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      id = inserter.idFor(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8)).name();
    }
    Files.delete(
        directory().resolve("objects").resolve(id.substring(0, 2)).resolve(id.substring(2)));
  }

  /** Where it is. */
  public Path directory() {
    return repository.getDirectory().toPath();
  }

  @Override
  public void close() {
    repository.close();
  }
}
