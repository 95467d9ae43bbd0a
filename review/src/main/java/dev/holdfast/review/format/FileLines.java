package dev.holdfast.review.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of files, paths relative to the working directory. Keeps what it has read. */
public final class FileLines implements SourceLines {
  private final Map<String, List<String>> files = new HashMap<>();

  /** Lines of no file yet. */
  public FileLines() {}

  @Override
  public Optional<String> line(String path, int line) {
    List<String> lines = files.computeIfAbsent(path, FileLines::read);
    return line < 1 || line > lines.size() ? Optional.empty() : Optional.of(lines.get(line - 1));
  }

  private static List<String> read(String path) {
    try {
      /* as the compiler reads it: what is not UTF-8 becomes a replacement character */
      String text = new String(Files.readAllBytes(Path.of(path)), StandardCharsets.UTF_8);
      return text.lines().toList();
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }
}
