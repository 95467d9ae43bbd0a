package dev.holdfast.review.format;

import dev.holdfast.review.source.SourceTree;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a tree of sources; each file is read once, when it is asked for. Not thread-safe.
 */
public final class TreeLines implements SourceLines {
  private final SourceTree tree;
  private final Map<String, List<String>> files = new HashMap<>();

  /** Of that tree. */
  public TreeLines(SourceTree tree) {
    this.tree = tree;
  }

  @Override
  public Optional<String> line(String path, int line) {
    List<String> lines = files.computeIfAbsent(path, this::read);
    return line < 1 || line > lines.size() ? Optional.empty() : Optional.of(lines.get(line - 1));
  }

  private List<String> read(String path) {
    try {
      return tree.read(path).lines().toList();
    } catch (IOException e) {
      /* Without the line a finding is shown all the same. */
      return List.of();
    }
  }
}
