package dev.holdfast.region;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares the machine code of a method that asserts with that of one that does not. With
 * assertions off they must be the same, byte for byte, so nothing of the region is loaded; with
 * assertions on they must differ, or the comparison would be blind. Exits with 1 if either is not
 * so.
 */
public final class GeneratedCode {
  private static final String HOT = HotAssertion.class.getName();

  private GeneratedCode() {}

  /** Prints one line for each mode. */
  public static void main(String[] args) throws IOException, InterruptedException {
    boolean good = compare("off", true);
    good &= compare("state", false);
    good &= compare("ownership", false);
    System.exit(good ? 0 : 1);
  }

  private static boolean compare(String mode, boolean same)
      throws IOException, InterruptedException {
    List<String> printed = compile(mode);
    String without = code(printed, "without");
    String with = code(printed, "with");
    boolean equal = with.equals(without);
    System.out.printf(
        "%-9s %3d bytes without, %3d bytes with: %s code%n",
        mode, without.length() / 2, with.length() / 2, equal ? "the same" : "different");
    return equal == same && !without.isEmpty();
  }

  /** Runs the hot loop in a JVM that prints what its compiler makes of it. */
  private static List<String> compile(String mode) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dholdfast.assertions=" + mode,
                "-XX:-TieredCompilation",
                "-Xbatch",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=dontinline," + HOT + "::with*",
                "-XX:CompileCommand=print," + HOT + "::with*",
                "-cp",
                System.getProperty("java.class.path"),
                HOT)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().toList();
  }

  /**
   * The code of the straight path: from the entry to the poll before the return, as hexadecimal
   * digits.
   */
  private static String code(List<String> printed, String method) {
    StringBuilder digits = new StringBuilder();
    boolean here = false;
    for (String line : printed) {
      if (line.contains("{method}")) {
        here = line.contains("'" + method + "'");
      } else if (here && line.contains("poll_return")) {
        return digits.toString();
      } else if (here && line.startsWith("  0x") && !line.contains(";")) {
        digits.append(line.substring(line.indexOf(':') + 1).replaceAll("[^0-9a-f]", ""));
      }
    }
    return digits.toString();
  }
}
