package dev.holdfast.evaluation;

import dev.holdfast.evaluation.compile.Compiler;
import dev.holdfast.evaluation.compile.Report;
import dev.holdfast.evaluation.compile.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The class files of a corpus, made once by plain javac, so that its files can be compiled one by
 * one.
 */
public final class CompiledCorpus {
  private CompiledCorpus() {}

  /**
   * The class path that has the whole corpus and its dependencies; compiles the corpus if that was
   * not done yet.
   */
  public static List<Path> classPath(Workspace workspace, Corpus corpus) {
    Path classes = workspace.target().resolve("corpus-classes").resolve(corpus.name());
    Path done = classes.resolve("complete");
    try {
      if (!Files.exists(done) || OwnSources.NAMES.contains(corpus.name())) {
        Files.createDirectories(classes);
        compile(corpus, classes);
        Files.writeString(done, "");
      }
    } catch (IOException e) {
      throw new EvaluationException("cannot write to " + classes, e);
    }
    List<Path> all = new ArrayList<>();
    all.add(classes);
    all.addAll(corpus.classPath());
    return List.copyOf(all);
  }

  private static void compile(Corpus corpus, Path classes) {
    Compiler.Result result =
        new Compiler(Tool.javac()).compile(corpus.files(), corpus.classPath(), classes);
    List<Report> errors = result.compileErrors();
    if (!errors.isEmpty()) {
      throw new EvaluationException(
          "'%s' does not compile: %s:%d: %s"
              .formatted(
                  corpus.name(),
                  errors.get(0).file(),
                  errors.get(0).line(),
                  errors.get(0).message()));
    }
  }
}
