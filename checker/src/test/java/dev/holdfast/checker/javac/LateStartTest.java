package dev.holdfast.checker.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In a compiler of its own, whose log of loaded classes tells whether it kept comments: that takes
 * a class that it does not load otherwise.
 */
final class LateStartTest {
  private static final String KEPT = "JavadocTokenizer$JavadocComment ";

  @TempDir private Path directory;
  private Path source;

  @BeforeEach
  void write() throws IOException {
    source = directory.resolve("Leak.java");
    Files.writeString(
        source,
        """
        import java.util.concurrent.locks.ReentrantLock;

        /** A comment. */
        class Leak {
          private final ReentrantLock lock = new ReentrantLock();

          /** Another one. */
          void leak() {
            lock.lock();
          }
        }
        """);
  }

  @Test
  void keepsNoCommentsWhereTheCompilerLetsItIn() throws Exception {
    List<String> output = compile("api", "comp", "main", "util");

    assertThat(output).noneMatch(line -> line.contains(KEPT));
    assertThat(findings(output)).isNotEmpty().isEqualTo(findings(compile()));
  }

  @Test
  void listensFromTheStartWhereTheCompilerIsClosed() throws Exception {
    assertThat(compile()).anyMatch(line -> line.contains(KEPT));
    assertThat(compile("api", "util")).anyMatch(line -> line.contains(KEPT));
  }

  /** The file that was there before must not stay. */
  @Test
  void writesAReportWhereNothingCompiles() throws Exception {
    Path report = directory.resolve("report");
    Files.writeString(report, "old");
    Files.writeString(source, "class {");

    compile(List.of("-Xplugin:Holdfast report=" + report), "api", "comp", "main", "util");

    assertThat(report).isEmptyFile();
  }

  private static List<String> findings(List<String> output) {
    return output.stream().filter(line -> !line.startsWith("[")).toList();
  }

  private List<String> compile(String... exported) throws Exception {
    return compile(List.of(), exported);
  }

  private List<String> compile(List<String> options, String... exported) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.add("-J-Xlog:class+load");
    for (String each : exported) {
      command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + each + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-proc:none", "-processorpath", "target/classes"));
    command.addAll(options);
    command.addAll(List.of("-d", directory.toString(), source.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().toList();
  }
}
