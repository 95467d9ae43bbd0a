package dev.holdfast.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs other programs. */
public final class Processes {
  private Processes() {}

  /**
   * How a program ended.
   *
   * @param status its exit status
   * @param output what it wrote, both streams
   */
  public record Outcome(int status, String output) {}

  /** Runs a program in a directory and waits for its end; both output streams are read together. */
  public static Outcome run(Path directory, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      return new Outcome(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EvaluationException("cannot run '" + command.get(0) + "': " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EvaluationException("interrupted while '" + command.get(0) + "' ran", e);
    }
  }

  /**
   * The path of a program that belongs to the JDK that runs this one, for example {@code javac}.
   */
  public static String jdkProgram(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
