package dev.holdfast.cli;

import dev.holdfast.annotations.GuardedBy;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * What sources are compiled against: what the user names, then Holdfast's own annotations. Close it
 * when the check is done.
 */
final class ClassPath implements AutoCloseable {
  private static final String ANNOTATIONS = "dev/holdfast/annotations/";

  private final List<Path> entries = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private Path extracted;

  /**
   * Takes a class path as the Java launcher does; {@code folder/*} stands for the jars in it.
   *
   * @throws IOException if the annotations cannot be unpacked
   */
  ClassPath(String text) throws IOException {
    for (String each : text.split(File.pathSeparator)) {
      if (!each.isEmpty()) {
        add(each);
      }
    }
    entries.add(annotations());
  }

  /** Its entries, in order; all of them exist. */
  List<Path> entries() {
    return List.copyOf(entries);
  }

  /** What is wrong with entries that do not exist, one message each. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  /** What is wrong with entries that cannot be read, one message each. */
  List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  private void add(String text) throws IOException {
    try {
      boolean jars = text.equals("*") || text.endsWith("/*") || text.endsWith(File.separator + "*");
      Path path = Path.of(jars ? text.substring(0, text.length() - 1) : text);
      if (!Files.exists(path)) {
        missing.add("class path entry '" + text + "' does not exist");
      } else if (jars) {
        jarsIn(path).forEach(this::addEntry);
      } else {
        addEntry(path);
      }
    } catch (InvalidPathException e) {
      missing.add("class path entry '" + text + "' is no path");
    }
  }

  /** The compiler would give up on all sources because of one broken archive. */
  private void addEntry(Path path) {
    if (Files.isDirectory(path)) {
      entries.add(path);
      return;
    }
    try (ZipFile archive = new ZipFile(path.toFile())) {
      entries.add(path);
    } catch (IOException e) {
      unreadable.add("class path entry '" + path + "' cannot be read: " + e.getMessage());
    }
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    List<Path> result = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.{jar,JAR}")) {
      jars.forEach(result::add);
    }
    result.sort(Comparator.naturalOrder());
    return result;
  }

  /** Where the annotations are: beside this command in the build, inside it as one jar. */
  private Path annotations() throws IOException {
    Path origin;
    try {
      origin = Path.of(GuardedBy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the annotations are not in a file", e);
    }
    if (Files.isDirectory(origin)) {
      return origin;
    }
    try (JarFile jar = new JarFile(origin.toFile())) {
      /* Inside the executable jar they stand with libraries that the sources must not see. */
      return jar.getEntry("dev/holdfast/cli/") == null ? origin : extract(jar);
    }
  }

  private Path extract(JarFile jar) throws IOException {
    extracted = Files.createTempDirectory("holdfast");
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      JarEntry entry = all.nextElement();
      if (entry.getName().startsWith(ANNOTATIONS) && entry.getName().endsWith(".class")) {
        Path target = extracted.resolve(entry.getName());
        Files.createDirectories(target.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
          Files.copy(in, target);
        }
      }
    }
    return extracted;
  }

  @Override
  public void close() throws IOException {
    if (extracted != null) {
      Folders.delete(extracted);
    }
  }
}
