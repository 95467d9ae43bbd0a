package dev.holdfast.review.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The Java files below some directories, or named singly. Symbolic links are not followed; hidden
 * directories are left out.
 */
public final class DirectoryTree implements SourceTree {
  private final TreeMap<String, Path> files;

  private DirectoryTree(TreeMap<String, Path> files) {
    this.files = files;
  }

  /**
   * The files below the paths, named as the paths were, relative to a base.
   *
   * @param base what relative names start from
   * @param paths files or directories
   * @throws IOException if one of them does not exist or cannot be read
   */
  public static DirectoryTree of(Path base, List<Path> paths) throws IOException {
    TreeMap<String, Path> files = new TreeMap<>();
    Path root = base.toAbsolutePath().normalize();
    for (Path path : paths) {
      if (!Files.exists(base.resolve(path))) {
        throw new NoSuchFileException(path.toString(), null, "no such file or directory");
      }
      for (Path file : javaFiles(base.resolve(path))) {
        files.put(nameOf(root, file), file);
      }
    }
    return new DirectoryTree(files);
  }

  private static String nameOf(Path root, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path name = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
    return name.toString().replace('\\', '/');
  }

  private static List<Path> javaFiles(Path path) throws IOException {
    /* of a folder that is named by a link, this is the folder */
    Path start = Files.isDirectory(path) ? path.resolve(".") : path;
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            Path name = dir.getFileName();
            boolean hidden = !dir.equals(start) && name != null && name.toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && file.toString().endsWith(".java")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  @Override
  public List<String> paths() {
    return List.copyOf(files.keySet());
  }

  @Override
  public String read(String path) throws IOException {
    Path file = files.get(path);
    if (file == null) {
      throw new IOException("no such file: " + path);
    }
    SourceText.checkSize(Files.size(file));
    return SourceText.decode(Files.readAllBytes(file));
  }
}
