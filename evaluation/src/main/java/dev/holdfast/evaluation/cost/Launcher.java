package dev.holdfast.evaluation.cost;

import dev.holdfast.evaluation.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the compiler is started. */
public enum Launcher {
  /** The program. */
  JAVAC,

  /**
   * Its API: the compiler then keeps doc comments and positions, whether anybody listens or not.
   */
  API;

  /** What the row of a tool is called. */
  String row(String tool) {
    return this == JAVAC ? tool : tool + ", called as by Maven";
  }

  /**
   * The command that starts the compiler.
   *
   * @param runtime options of the Java virtual machine
   * @param arguments options and sources
   * @param file where they may be written
   */
  List<String> command(List<String> runtime, List<String> arguments, Path file) throws IOException {
    List<String> command = new ArrayList<>();
    if (this == JAVAC) {
      Files.write(file, arguments.stream().map(Launcher::quoted).toList());
      command.add(Processes.jdkProgram("javac"));
      runtime.forEach(option -> command.add("-J" + option));
      command.add("@" + file);
    } else {
      Files.write(file, arguments);
      command.add(Processes.jdkProgram("java"));
      command.addAll(runtime);
      command.addAll(
          List.of(
              "-cp",
              System.getProperty("java.class.path"),
              CompilerCall.class.getName(),
              file.toString()));
    }
    return command;
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\") + '"';
  }
}
