package dev.holdfast.annotations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A code example in a Javadoc comment.
 *
 * @param file the source file that it stands in
 * @param number its place among the examples of that file, from 1
 * @param code its text, without the comment's margin
 */
record JavadocExample(Path file, int number, String code) {

  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern MARGIN = Pattern.compile("(?m)^[ \\t]*\\* ?");
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\R(.*?)\\R[ \\t]*}</pre>", Pattern.DOTALL);

  /** Reads all examples of the Java files below a directory, in a stable order. */
  static List<JavadocExample> below(Path root) throws IOException {
    List<JavadocExample> examples = new ArrayList<>();
    for (Path file : javaFiles(root)) {
      examples.addAll(of(file, Files.readString(file)));
    }
    return examples;
  }

  /** The Java files below a directory, in a stable order. */
  static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Reads the examples of one source text. */
  static List<JavadocExample> of(Path file, String source) {
    List<JavadocExample> examples = new ArrayList<>();
    Matcher comment = COMMENT.matcher(source);
    while (comment.find()) {
      Matcher example = EXAMPLE.matcher(MARGIN.matcher(comment.group(1)).replaceAll(""));
      while (example.find()) {
        examples.add(new JavadocExample(file, examples.size() + 1, example.group(1)));
      }
    }
    return examples;
  }

  @Override
  public String toString() {
    return file.getFileName() + " example " + number;
  }
}
