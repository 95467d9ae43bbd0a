package dev.holdfast.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the stress tests and judges them: a test of the real protocol must pass, and a test with a
 * planted defect must fail. Exits with 1 if any does otherwise.
 *
 * <p>The arguments are passed to jcstress, for example {@code -m quick}.
 */
public final class Suite {
  private static final Pattern LINE =
      Pattern.compile("\\[(OK|FAILED|ERROR|INTERESTING)\\] dev\\.holdfast\\.region\\.([\\w.]+)");

  private final Map<String, String> verdicts = new TreeMap<>();

  private Suite() {}

  /** Runs all tests. */
  public static void main(String[] args) throws Exception {
    Suite suite = new Suite();
    suite.run(args);
    System.exit(suite.judge(System.out) ? 0 : 1);
  }

  private void run(String[] args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.openjdk.jcstress.Main", "-v"));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        note(line);
      }
    }
    process.waitFor();
  }

  /** A test is listed once for each configuration; one that fails anywhere has failed. */
  private void note(String line) {
    Matcher matcher = LINE.matcher(line);
    if (matcher.find()) {
      verdicts.merge(matcher.group(2), matcher.group(1), (a, b) -> a.equals("OK") ? b : a);
    }
  }

  private boolean judge(PrintStream out) {
    boolean good = !verdicts.isEmpty();
    for (Map.Entry<String, String> entry : verdicts.entrySet()) {
      boolean defect = entry.getKey().endsWith("Defect");
      boolean expected = entry.getValue().equals(defect ? "FAILED" : "OK");
      String meaning = expected ? (defect ? "caught" : "holds") : "UNEXPECTED";
      out.printf("%-55s %-8s %s%n", entry.getKey(), entry.getValue(), meaning);
      good &= expected;
    }
    out.println(verdicts.size() + " tests, " + (good ? "all as expected" : "NOT all as expected"));
    return good;
  }
}
