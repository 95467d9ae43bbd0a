package dev.holdfast.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One unmodified code base with what it needs to compile.
 *
 * @param name the name used on the command line and in reports
 * @param sources the source root, absolute
 * @param classPath the jars and directories to compile against
 */
public record Corpus(String name, Path sources, List<Path> classPath) {
  /** Copies the list. */
  public Corpus {
    classPath = List.copyOf(classPath);
  }

  /** Every source file, absolute, sorted. */
  public List<Path> files() {
    try (Stream<Path> walk = Files.walk(sources)) {
      return walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new EvaluationException("cannot list the sources of '" + name + "'", e);
    }
  }

  /** A source file relative to the source root, with {@code /} between its parts. */
  public String relative(Path file) {
    return sources.relativize(file).toString().replace('\\', '/');
  }
}
