package dev.holdfast.cli;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.review.git.TreeSnapshot;
import dev.holdfast.review.source.UnreadableSourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The Java sources of a revision as files in a temporary folder, so that the compiler can read
 * them. Module declarations are left out: the check is one of the unnamed module. Close it to have
 * the folder deleted.
 */
final class WorkCopy implements AutoCloseable {
  private final Path root;
  private final Map<String, Path> files = new TreeMap<>();

  private WorkCopy(Path root) {
    this.root = root;
  }

  /** Writes the files; what cannot be read is left out. */
  static WorkCopy of(TreeSnapshot snapshot) throws IOException {
    WorkCopy copy = new WorkCopy(Files.createTempDirectory("holdfast").toRealPath());
    try {
      for (String path : snapshot.paths()) {
        copy.add(path, snapshot);
      }
      return copy;
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  private void add(String path, TreeSnapshot snapshot) throws IOException {
    if (path.endsWith("module-info.java")) {
      return;
    }
    try {
      Path file = root.resolve(path).normalize();
      if (file.startsWith(root)) {
        byte[] bytes = snapshot.bytes(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        files.put(path, file);
      }
    } catch (UnreadableSourceException | InvalidPathException e) {
      /* Reported where contracts are read; the compiler does without. */
      files.remove(path);
    }
  }

  /** Every file, by its path in the repository. */
  Set<String> paths() {
    return files.keySet();
  }

  /** Where a file, or a folder, of the repository is. */
  Path path(String inRepository) {
    return root.resolve(inRepository);
  }

  /** The text of a file as the compiler reads it. */
  String read(String path) throws IOException {
    return new String(Files.readAllBytes(files.get(path)), StandardCharsets.UTF_8);
  }

  /** Its source roots. */
  SourceRoots roots() throws IOException {
    Map<String, String> packages = new LinkedHashMap<>();
    for (String path : files.keySet()) {
      packages.put(path, SourceRoots.packageOf(read(path)));
    }
    return new SourceRoots(packages);
  }

  /** The finding with paths of the repository. */
  Diagnostic relative(Diagnostic finding) {
    List<Diagnostic.Note> notes =
        finding.notes().stream()
            .map(note -> new Diagnostic.Note(note.kind(), relative(note.range()), note.message()))
            .toList();
    /* Nobody applies a fix to a revision. */
    return new Diagnostic(
        finding.rule(),
        finding.severity(),
        relative(finding.range()),
        finding.message(),
        notes,
        finding.fixes().stream()
            .map(fix -> new Diagnostic.Fix(fix.description(), List.of()))
            .toList(),
        finding.member(),
        finding.expression());
  }

  private Diagnostic.Range relative(Diagnostic.Range range) {
    return range == null
        ? null
        : new Diagnostic.Range(
            relative(range.path()),
            range.line(),
            range.column(),
            range.endLine(),
            range.endColumn(),
            range.start(),
            range.end());
  }

  /** The text with paths of the repository. */
  String relative(String text) {
    Path here = Path.of("").toAbsolutePath();
    String shown = text.replace(slashed(root) + "/", "");
    return root.startsWith(here) ? shown.replace(slashed(here.relativize(root)) + "/", "") : shown;
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  @Override
  public void close() throws IOException {
    Folders.delete(root);
  }
}
