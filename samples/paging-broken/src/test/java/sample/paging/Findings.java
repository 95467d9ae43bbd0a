package sample.paging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Which rule is broken on which lines of a source file. */
final class Findings {
  /** What there is about something that is right. */
  static final String NOTHING = "nothing";

  private static final Pattern FOUND = Pattern.compile("\\[(\\w+)] ");
  private static final Pattern MARKED = Pattern.compile("// expect: (\\w+)");

  private Findings() {}

  /** What the checker finds when it compiles a file. */
  static SortedMap<Integer, String> found(Path source, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options = List.of("-Xplugin:Holdfast", "-d", classes.toString());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
      Iterable<? extends JavaFileObject> sources = files.getJavaFileObjects(source);
      compiler.getTask(null, files, diagnostics, options, null, sources).call();
    }
    SortedMap<Integer, String> result = new TreeMap<>();
    for (Diagnostic<? extends JavaFileObject> each : diagnostics.getDiagnostics()) {
      Matcher rule = FOUND.matcher(each.getMessage(null));
      if (rule.find()) {
        result.merge((int) each.getLineNumber(), rule.group(1), (one, other) -> one + ", " + other);
      }
    }
    return result;
  }

  /** What the comments in a source say that there is. */
  static SortedMap<Integer, String> marked(List<String> source) {
    SortedMap<Integer, String> result = new TreeMap<>();
    for (int i = 0; i < source.size(); i++) {
      Matcher mark = MARKED.matcher(source.get(i));
      if (mark.find()) {
        result.put(i + 1, mark.group(1));
      }
    }
    return result;
  }

  /** What was found in a method, and where. */
  static String in(String method, List<String> source, SortedMap<Integer, String> findings) {
    int begin =
        IntStream.range(0, source.size())
            .filter(i -> source.get(i).matches("  \\w+ " + method + "\\(.*"))
            .findFirst()
            .orElseThrow();
    int end =
        IntStream.range(begin, source.size())
            .filter(i -> source.get(i).equals("  }"))
            .findFirst()
            .orElseThrow();
    SortedMap<Integer, String> inside = findings.subMap(begin + 1, end + 2);
    return inside.isEmpty()
        ? NOTHING
        : inside.get(inside.firstKey()) + ", line " + inside.firstKey();
  }
}
