package dev.holdfast.checker.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In a compiler of its own, whose log of loaded classes tells whether it kept comments, and where
 * trees end: each takes a class that it does not load otherwise.
 */
final class LateStartTest {
  private static final String COMMENTS = "JavadocTokenizer$JavadocComment ";
  private static final String ENDS = "javac.util.IntHashTable ";

  private static final String[] OPEN = {"api", "comp", "parser", "util"};

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
    List<String> output = compile(OPEN);

    assertThat(output).noneMatch(line -> line.contains(COMMENTS));
    assertThat(findings(output)).isNotEmpty().isEqualTo(findings(compile()));
  }

  @Test
  void findsOutWhereTreesEndOnlyForFindings() throws Exception {
    assertThat(compile(OPEN)).anyMatch(line -> line.contains(ENDS));

    Files.writeString(source, Files.readString(source).replace("lock.lock();", ""));

    assertThat(compile(OPEN)).noneMatch(line -> line.contains(ENDS));
    assertThat(compile()).anyMatch(line -> line.contains(ENDS));
  }

  @Test
  void listensFromTheStartWhereTheCompilerIsClosed() throws Exception {
    assertThat(compile()).anyMatch(line -> line.contains(COMMENTS));
    assertThat(compile("api", "comp", "util")).anyMatch(line -> line.contains(COMMENTS));
  }

  /** The file with the finding is parsed twice. */
  @Test
  void repeatsNoWarningOfTheParser() throws Exception {
    String block = "String text = \"\"\"\n    spaces at the end \n    \"\"\";\n";
    Files.writeString(
        source, Files.readString(source).replace("/** Another", block + "/** Another"));

    List<String> output = compile(List.of("-Xlint:text-blocks"), OPEN);

    assertThat(findings(output)).filteredOn(line -> line.contains("[text-blocks]")).hasSize(1);
    assertThat(findings(output)).anyMatch(line -> line.contains("[LockLeak]"));
  }

  /** On sources of the checker, and on all that is special. */
  @Test
  void knowsWhereEachTreeEnds() throws Exception {
    Path services = directory.resolve("META-INF/services");
    Files.createDirectories(services);
    Files.writeString(
        services.resolve("com.sun.source.util.Plugin"), EndsProbe.class.getName() + "\n");
    List<String> sources = sources();

    List<String> noted = trees("early", sources);
    List<String> found = trees("late", sources);

    assertThat(noted).hasSizeGreaterThan(10_000).anyMatch(line -> line.contains("Leak.java"));
    assertThat(found).hasSameSizeAs(noted);
    for (int i = 0; i < noted.size(); i++) {
      if (!noted.get(i).endsWith(" -1")) {
        assertThat(found.get(i)).isEqualTo(noted.get(i));
      }
    }
  }

  private List<String> sources() throws IOException {
    Files.writeString(
        source,
        """
        import java.util.*;
        @Deprecated enum Leak implements Comparator<int[]> {
          A { @Override void f(int... all) {} }, B(1) {}, C;
          Leak(int... more) { }
          int a[] = {1, 2}, b = a[0], c[][];
          void f(int... all) {}
          public int compare(int[] x, int y[]) { return x[0] - y[0] + -b + (b++) * 2; }
          record Pair<T extends Number & Runnable>(T one, @Deprecated int two) {
            Pair { if (two < 0) throw new IllegalArgumentException(); }
            Pair(T one) { this(one, 1); }
            static int sum(Object o) {
              return o instanceof Pair<?> p && p.two > 0 ? p.two : o instanceof String ? 1 : 0;
            }
          }
          static <T> void all(Map<String, ? super List<? extends T>> map) throws Exception {
            var list = new ArrayList<T>() { int n; };
            label: for (int i = 0, j = 1; i < j; i++, j--) { if (i == 2) continue label; else break; }
            for (var each : list) System.out.println(each);
            do { map.clear(); } while (!map.isEmpty());
            Runnable r = () -> { }; r = System.out::println; Comparator<String> c = (x, y) -> 0;
            int day = switch (list.size()) { case 1, 2 -> 3; case 4 -> { yield 5; } default -> 6; };
            switch (day) { case 1: return; default: }
            try (var in = new java.io.StringReader("a" + \"b\" + 'c')) { in.read(); }
            catch (java.io.IOException | RuntimeException e) { throw e; } finally { assert day > 0 : ""; }
            synchronized (list) { day += (int) 1L; day <<= 2; ; }
            int[][] grid = new int[2][]; Class<?> k = int[].class; List.<String>of();
          }
        }
        """);
    List<String> result = new ArrayList<>(List.of(source.toString()));
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/holdfast/checker/contract"))) {
      files.map(Path::toString).sorted().forEach(result::add);
    }
    return result;
  }

  private List<String> trees(String mode, List<String> sources) throws Exception {
    List<String> options = new ArrayList<>();
    options.addAll(
        List.of(
            "-proc:none", "-cp", "target/classes", "-Xplugin:EndsProbe " + mode, "-processorpath"));
    options.add(
        directory
            + File.pathSeparator
            + "target/classes"
            + File.pathSeparator
            + "target/test-classes");
    options.addAll(List.of("-d", directory.toString()));
    options.addAll(sources);
    return run(javac(List.of(), OPEN), options).stream()
        .filter(line -> line.matches(".* -?\\d+ -?\\d+"))
        .toList();
  }

  /** The file that was there before must not stay. */
  @Test
  void writesAReportWhereNothingCompiles() throws Exception {
    Path report = directory.resolve("report");
    Files.writeString(report, "old");
    Files.writeString(source, "class {");

    compile(List.of("-Xplugin:Holdfast report=" + report), OPEN);

    assertThat(report).isEmptyFile();
  }

  private static List<String> findings(List<String> output) {
    return output.stream().filter(line -> !line.startsWith("[")).toList();
  }

  private List<String> compile(String... exported) throws Exception {
    return compile(List.of(), exported);
  }

  private List<String> compile(List<String> options, String... exported) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-proc:none", "-processorpath", "target/classes"));
    arguments.addAll(options);
    arguments.addAll(List.of("-d", directory.toString(), source.toString()));
    return run(javac(List.of("-J-Xlog:class+load"), exported), arguments);
  }

  private static List<String> javac(List<String> flags, String... exported) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(flags);
    for (String each : exported) {
      command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + each + "=ALL-UNNAMED");
    }
    return command;
  }

  private static List<String> run(List<String> command, List<String> arguments) throws Exception {
    List<String> all = new ArrayList<>(command);
    all.addAll(arguments);
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().toList();
  }
}
