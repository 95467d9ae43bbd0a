package dev.holdfast.review.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tree held in memory, for tests. */
public final class MapTree implements SourceTree {
  private final Map<String, String> files = new TreeMap<>();

  /** With one more file. */
  public MapTree with(String path, String text) {
    files.put(path, text);
    return this;
  }

  @Override
  public List<String> paths() {
    return new ArrayList<>(files.keySet());
  }

  @Override
  public String read(String path) throws IOException {
    return files.get(path);
  }
}
