package dev.holdfast.maven;

import dev.holdfast.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A review as {@code holdfast review} does it.
 *
 * @param status its exit status
 * @param report what it found
 * @param complaints what kept it from finding all
 */
record ReviewRun(int status, String report, String complaints) {

  /**
   * What to review.
   *
   * @param folder in the work tree or the repository
   * @param base the revision before the change
   * @param head the one after it
   * @param classPath what the sources compile against; entries that do not exist are passed by
   * @param options further words of the command line
   */
  record Change(Path folder, String base, String head, List<Path> classPath, List<String> options) {

    /** The words of the command line. */
    List<String> words() {
      List<String> words = new ArrayList<>();
      words.addAll(List.of("review", "-C", folder.toString(), "--base", base, "--head", head));
      String entries =
          classPath.stream()
              .filter(Files::exists)
              .map(Path::toString)
              .distinct()
              .collect(Collectors.joining(File.pathSeparator));
      if (!entries.isEmpty()) {
        words.addAll(List.of("-cp", entries));
      }
      words.addAll(options);
      return words;
    }
  }

  /** Reviews it. */
  static ReviewRun of(Change change) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.main(
            InputStream.nullInputStream(),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            change.words().toArray(String[]::new));
    return new ReviewRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
