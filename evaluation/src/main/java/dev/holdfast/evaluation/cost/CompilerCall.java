package dev.holdfast.evaluation.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles as Maven and Gradle do: by a call of the compiler, in a process of its own here. */
final class CompilerCall {
  private CompilerCall() {}

  /** Compiles; the only argument is a file with the compiler's options and sources, one a line. */
  public static void main(String[] args) throws IOException {
    List<String> words = Files.readAllLines(Path.of(args[0]));
    List<String> sources = words.stream().filter(word -> word.endsWith(".java")).toList();
    List<String> options = words.stream().filter(word -> !word.endsWith(".java")).toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean done =
          compiler
              .getTask(
                  null, files, null, options, null, files.getJavaFileObjectsFromStrings(sources))
              .call();
      System.exit(done ? 0 : 1);
    }
  }
}
