package dev.holdfast.evaluation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the evaluation's inputs and results are.
 *
 * @param root the evaluation's own directory, absolute
 */
public record Workspace(Path root) {
  /** The code bases that the checker was developed on, in the order of the reports. */
  private static final List<String> KNOWN = List.of("grpc-core", "caffeine", "guava", "h2");

  /** Code bases that it was not developed on. */
  private static final List<String> FURTHER =
      List.of("kafka-clients", "druid-processing", "lucene-core", "spanner");

  /** The repository that the evaluation is part of. */
  public Path repository() {
    return root.getParent();
  }

  /** Scratch space, thrown away by a clean build. */
  public Path target() {
    return root.resolve("target");
  }

  /** The published results. */
  public Path documents() {
    return repository().resolve("docs");
  }

  /**
   * The corpora that an argument stands for: one by name, {@code known}, {@code further}, or {@code
   * all} for both. Fetches them if need be.
   */
  public List<Corpus> corpora(String argument) {
    if (OwnSources.NAMES.contains(argument)) {
      return List.of(OwnSources.corpus(this, argument));
    }
    return names(argument).stream()
        .map(name -> new Corpus(name, inputs(name).resolve("sources"), classPath(name)))
        .toList();
  }

  private static List<String> names(String argument) {
    List<String> all = Stream.of(KNOWN, FURTHER).flatMap(List::stream).toList();
    return switch (argument) {
      case "all" -> all;
      case "known" -> KNOWN;
      case "further" -> FURTHER;
      default -> {
        if (!all.contains(argument)) {
          throw new EvaluationException(
              "no corpus '%s'; there are %s, known, further, all, %s"
                  .formatted(
                      argument, String.join(", ", all), String.join(", ", OwnSources.NAMES)));
        }
        yield List.of(argument);
      }
    };
  }

  /** The class path that an input was resolved to. */
  public List<Path> classPath(String input) {
    Path file = inputs(input).resolve("class-path");
    if (!Files.exists(file)) {
      fetch();
    }
    try {
      return Arrays.stream(Files.readString(file).strip().split(File.pathSeparator))
          .map(Path::of)
          .toList();
    } catch (IOException e) {
      throw new EvaluationException("cannot read the class path of '" + input + "'", e);
    }
  }

  /** Resolves and unpacks all inputs with Maven. */
  public void fetch() {
    Processes.Outcome outcome =
        Processes.run(
            root, List.of("mvn", "-q", "-B", "-f", "inputs/pom.xml", "process-resources"));
    if (outcome.status() != 0) {
      throw new EvaluationException("Maven could not fetch the inputs:\n" + outcome.output());
    }
  }

  /** The jar of the checker as built in this repository. */
  public Path checkerJar() {
    Path directory = repository().resolve("checker/target");
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> isCheckerJar(file.getFileName().toString()))
          .sorted()
          .findFirst()
          .orElseThrow();
    } catch (IOException | java.util.NoSuchElementException e) {
      throw new EvaluationException(
          "no checker jar in " + directory + "; build it with 'mvn -q -B -pl checker -am package'",
          e);
    }
  }

  private static boolean isCheckerJar(String name) {
    return name.matches("holdfast-checker-[0-9].*\\.jar")
        && !name.matches(".*-(sources|javadoc|tests)\\.jar");
  }

  private Path inputs(String name) {
    return target().resolve("inputs").resolve(name);
  }
}
