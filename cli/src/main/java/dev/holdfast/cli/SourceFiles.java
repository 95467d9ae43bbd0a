package dev.holdfast.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The Java files that paths on the command line stand for: a file is itself, a folder all below it.
 *
 * @param files absolute and normalised, sorted, each once
 * @param missing what is wrong with paths that stand for nothing, one message each
 * @param unreadable what is wrong with those that cannot be read, one message each
 */
record SourceFiles(List<Path> files, List<String> missing, List<String> unreadable) {

  /**
   * Looks the paths up. Module declarations are left out: the check is one of the unnamed module.
   */
  static SourceFiles of(List<String> paths) {
    TreeSet<Path> files = new TreeSet<>();
    List<String> missing = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (String each : paths) {
      Path path = path(each);
      if (path == null || !Files.exists(path)) {
        missing.add("'" + each + "' does not exist");
      } else if (Files.isDirectory(path)) {
        int before = files.size() + unreadable.size();
        walk(path, files, unreadable);
        if (files.size() + unreadable.size() == before
            && files.stream().noneMatch(f -> f.startsWith(absolute(path)))) {
          missing.add("'" + each + "' has no Java sources");
        }
      } else if (!each.endsWith(".java")) {
        missing.add("'" + each + "' is no Java source; its name should end in .java");
      } else {
        add(path, files, unreadable);
      }
    }
    return new SourceFiles(List.copyOf(files), missing, unreadable);
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static void walk(Path root, TreeSet<Path> files, List<String> unreadable) {
    try {
      /* of a folder that is named by a link, this is the folder */
      Files.walkFileTree(root.resolve("."), new Collector(files, unreadable));
    } catch (IOException e) {
      unreadable.add("'" + root + "' cannot be read: " + e.getMessage());
    }
  }

  private static void add(Path file, TreeSet<Path> files, List<String> unreadable) {
    if (file.endsWith("module-info.java")) {
      return;
    }
    if (Files.isReadable(file)) {
      files.add(absolute(file));
    } else {
      unreadable.add("'" + file.normalize() + "' cannot be read");
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Gathers sources; what cannot be read is noted and passed by. */
  private static final class Collector extends SimpleFileVisitor<Path> {
    private final TreeSet<Path> files;
    private final List<String> unreadable;

    Collector(TreeSet<Path> files, List<String> unreadable) {
      this.files = files;
      this.unreadable = unreadable;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.getFileName().toString().endsWith(".java")) {
        add(file, files, unreadable);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      unreadable.add("'" + file.normalize() + "' cannot be read");
      return FileVisitResult.CONTINUE;
    }
  }
}
