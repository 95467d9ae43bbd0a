package dev.holdfast.review.source;

import java.io.IOException;
import java.util.List;

/** The Java sources of one state of a project, by path. */
public interface SourceTree {

  /**
   * The path of every Java file, relative to the root, with {@code /} between its parts, sorted.
   */
  List<String> paths();

  /**
   * The text of one file.
   *
   * @param path one of {@link #paths()}
   * @throws UnreadableSourceException if the file is there but is no Java text
   * @throws IOException if it cannot be read
   */
  String read(String path) throws IOException;
}
