package dev.holdfast.conformance;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run of the {@code javac} command, with Holdfast on its processor path: in a process of its
 * own, as in this one the plugin would come from the class path.
 *
 * @param status its exit status
 * @param output all that it printed
 */
record Compilation(int status, List<String> output) {
  private static final List<String> EXPORTS =
      List.of("api", "code", "file", "main", "model", "parser", "processing", "tree", "util");
  private static final List<String> OPENS = List.of("code", "comp");

  /** Compiles; the options come before what is passed by default. */
  static Compilation of(
      List<Path> sources,
      List<Path> classPath,
      List<Path> processorPath,
      Path work,
      String... options)
      throws IOException {
    List<String> arguments = new ArrayList<>(Arrays.asList(options));
    arguments.addAll(List.of("-Xmaxerrs", "100000", "-Xmaxwarns", "100000", "-encoding", "UTF-8"));
    arguments.addAll(List.of("-d", Files.createDirectories(work.resolve("classes")).toString()));
    arguments.addAll(List.of("-cp", joined(classPath), "-processorpath", joined(processorPath)));
    sources.forEach(source -> arguments.add(source.toString()));
    Path file = work.resolve("arguments");
    Files.write(file, arguments.stream().map(Compilation::quoted).toList());
    return run(work, javac(), "@" + file);
  }

  /** The flags that Error Prone needs, for the launcher of the compiler. */
  static List<String> errorProneFlags() {
    return Stream.concat(
            EXPORTS.stream().map(each -> "-J--add-exports=" + target(each)),
            OPENS.stream().map(each -> "-J--add-opens=" + target(each)))
        .toList();
  }

  private static String target(String last) {
    return "jdk.compiler/com.sun.tools.javac." + last + "=ALL-UNNAMED";
  }

  /** The same, with Error Prone allowed into the compiler. */
  static Compilation withErrorProne(
      List<Path> sources, List<Path> classPath, Path work, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(Arrays.asList(options));
    arguments.addAll(
        List.of(
            "-XDcompilePolicy=simple",
            "--should-stop=ifError=FLOW",
            "-XDaddTypeAnnotationsToSymbol=true"));
    return of(sources, classPath, checkerAndErrorProne(), work, arguments.toArray(String[]::new));
  }

  private static Compilation run(Path work, String... command) throws IOException {
    List<String> all = new ArrayList<>(List.of(command[0]));
    all.addAll(errorProneFlags());
    all.add("-J-Duser.language=en");
    all.addAll(Arrays.asList(command).subList(1, command.length));
    return start(work, all);
  }

  /** Without any flag, as a fresh set-up would. */
  static Compilation closed(List<Path> processorPath, Path work, String... arguments)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(javac(), "-processorpath", joined(processorPath)));
    all.addAll(Arrays.asList(arguments));
    return start(work, all);
  }

  private static Compilation start(Path work, List<String> command) throws IOException {
    Path output = work.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      int status = process.waitFor();
      return new Compilation(status, Files.readAllLines(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      process.destroy();
      throw new IOException("interrupted", e);
    }
  }

  private static String javac() {
    return Path.of(System.getProperty("java.home"), "bin", "javac").toString();
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Where a class comes from: a folder in the build, or a jar. */
  static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The checker alone. */
  static List<Path> checker() {
    return List.of(origin(dev.holdfast.checker.Diagnostic.class));
  }

  /** The checker, then Error Prone and what it needs. */
  static List<Path> checkerAndErrorProne() {
    List<Path> result = new ArrayList<>(checker());
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(each);
      if (each.endsWith(".jar")
          && !each.contains("holdfast")
          && !path.equals(lombok())
          && !result.contains(path)) {
        result.add(path);
      }
    }
    return result;
  }

  /** Lombok, a processor that changes the trees of what is compiled. */
  static Path lombok() {
    return origin(lombok.Getter.class);
  }

  /** What was printed, in one text. */
  String text() {
    return String.join("\n", output);
  }
}
