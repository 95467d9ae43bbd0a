package dev.holdfast.evaluation;

import dev.holdfast.evaluation.compile.Compiler;
import dev.holdfast.evaluation.compile.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Source trees of this repository that mistakes can be planted in too. */
final class OwnSources {
  /** The names of the trees, which are folders of the repository too. */
  static final List<String> NAMES = List.of("test-data", "samples");

  private OwnSources() {}

  /**
   * A tree with the class path that its files need: the annotations and the stubs of other
   * vocabularies.
   */
  static Corpus corpus(Workspace workspace, String name) {
    Path root = workspace.repository().resolve(name);
    Path java = root.resolve("java");
    Path sources = Files.isDirectory(java) ? java : root;
    if (!Files.isDirectory(sources)) {
      throw new EvaluationException("no folder " + root);
    }
    return new Corpus(name, sources, List.of(libraries(workspace)));
  }

  private static Path libraries(Workspace workspace) {
    Path classes = workspace.target().resolve("own-libraries");
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("annotations/src/main/java", "test-data/stubs")) {
      files.addAll(javaFiles(workspace.repository().resolve(folder)));
    }
    try {
      Files.createDirectories(classes);
    } catch (IOException e) {
      throw new EvaluationException("cannot write to " + classes, e);
    }
    Compiler.Result result = new Compiler(Tool.javac()).compile(files, List.of(), classes);
    if (!result.compileErrors().isEmpty()) {
      throw new EvaluationException(
          "the annotations do not compile: " + result.compileErrors().get(0));
    }
    return classes;
  }

  private static List<Path> javaFiles(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new EvaluationException("cannot list " + directory, e);
    }
  }
}
