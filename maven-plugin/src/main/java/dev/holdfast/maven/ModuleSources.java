package dev.holdfast.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The Java sources of a module. */
final class ModuleSources {
  private ModuleSources() {}

  /** The roots that exist, in order; Maven names some that nobody made. */
  static List<Path> existing(List<String> roots) {
    return roots.stream().map(Path::of).filter(Files::isDirectory).distinct().toList();
  }

  /**
   * The sources below the roots, sorted. Module declarations are left out: the check is one of the
   * unnamed module.
   *
   * @throws IOException if a root cannot be read
   */
  static List<Path> files(List<Path> roots) throws IOException {
    TreeSet<Path> found = new TreeSet<>();
    for (Path root : roots) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(ModuleSources::isSource).map(Path::toAbsolutePath).forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static boolean isSource(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".java") && !name.equals("module-info.java") && Files.isRegularFile(path);
  }
}
