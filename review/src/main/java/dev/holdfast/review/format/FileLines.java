package dev.holdfast.review.format;

import java.io.IOException;
import java.nio.charset.Charset;
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
  private final Charset encoding;

  /** Lines of no file yet; files are in UTF-8. */
  public FileLines() {
    this(StandardCharsets.UTF_8);
  }

  /** Lines of no file yet; files are in this encoding. */
  public FileLines(Charset encoding) {
    this.encoding = encoding;
  }

  @Override
  public Optional<String> line(String path, int line) {
    List<String> lines = files.computeIfAbsent(path, this::read);
    return line < 1 || line > lines.size() ? Optional.empty() : Optional.of(lines.get(line - 1));
  }

  private List<String> read(String path) {
    try {
      /* as the compiler reads it: what is not in its encoding becomes a replacement character */
      return new String(Files.readAllBytes(Path.of(path)), encoding).lines().toList();
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }
}
