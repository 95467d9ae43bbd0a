package dev.holdfast.maven;

import dev.holdfast.checker.rule.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A source with a lock that is never released, and what a build says when it compiles it. */
final class PlantedViolation {
  /** The parameter of the compiler plugin that names processors. */
  static final String PATHS = "annotationProcessorPaths";

  private static final String SOURCE =
      """
      package holdfast.doctor;

      import java.util.concurrent.locks.ReentrantLock;

      final class Planted {
        private final ReentrantLock lock = new ReentrantLock();
        private int count;

        int leak() {
          lock.lock();
          return ++count;
        }
      }
      """;

  private PlantedViolation() {}

  /** Writes it below a source root, making folders. */
  static void plant(Path root) throws IOException {
    Path file = root.resolve("holdfast/doctor/Planted.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, SOURCE, StandardCharsets.UTF_8);
  }

  /** Whether the messages of a compilation report it. */
  static boolean isReported(String messages) {
    return messages.contains("Planted.java") && messages.contains("[" + Rule.LOCK_LEAK.id() + "]");
  }

  /**
   * Whether an error fails nothing.
   *
   * @param configuration of the compiler plugin, as XML
   */
  static boolean isErrorIgnored(String configuration) {
    return isFalse("failOnError", configuration);
  }

  /** The effective configuration has attributes that tell defaults. */
  private static boolean isFalse(String parameter, String configuration) {
    return Pattern.compile("<" + parameter + "( [^>]*)?>false<").matcher(configuration).find();
  }

  /**
   * What a set-up that does not report it lacks, one sentence each.
   *
   * @param configuration of the compiler plugin, as XML, without what it does not know
   * @param tooOld the version of a compiler plugin that knows no paths of processors; else empty
   */
  static List<String> missing(String configuration, String tooOld) {
    List<String> missing = new ArrayList<>();
    if (!tooOld.isEmpty()) {
      missing.add("maven-compiler-plugin " + tooOld + " knows no " + PATHS + "; take 3.5 or newer");
    } else if (!configuration.contains("holdfast-checker")) {
      missing.add(PATHS + " of maven-compiler-plugin lacks holdfast-checker");
    }
    if (isErrorIgnored(configuration)) {
      missing.add("failOnError of maven-compiler-plugin is false, so errors do not fail it");
    }
    if (isFalse("showWarnings", configuration)) {
      missing.add("showWarnings of maven-compiler-plugin is false, so warnings are not shown");
    }
    if (configuration.contains(Rule.LOCK_LEAK.id() + "=off")
        || configuration.contains(Rule.LOCK_LEAK.id() + ":OFF")) {
      missing.add("rule LockLeak is off, which hides the planted violation");
    }
    if (configuration.contains("only=") || configuration.contains("exclude=")) {
      missing.add("only or exclude may leave out the package holdfast.doctor");
    }
    if (missing.isEmpty()) {
      missing.add("the checker is on the processor path but did not start; see the log above");
    }
    return missing;
  }
}
