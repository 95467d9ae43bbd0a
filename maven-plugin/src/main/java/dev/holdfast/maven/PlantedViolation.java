package dev.holdfast.maven;

import dev.holdfast.checker.rule.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A source with a lock that is never released, and what a build says when it compiles it. */
final class PlantedViolation {
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

  /** Whether the messages of a failed compilation report it. */
  static boolean isReported(String messages) {
    return messages.contains("Planted.java") && messages.contains("[" + Rule.LOCK_LEAK.id() + "]");
  }

  /**
   * What a set-up that does not report it lacks, one sentence each.
   *
   * @param configuration of the compiler plugin, as XML
   */
  static List<String> missing(String configuration) {
    List<String> missing = new ArrayList<>();
    if (!configuration.contains("holdfast-checker")) {
      missing.add("annotationProcessorPaths of maven-compiler-plugin lacks holdfast-checker");
    }
    if (configuration.contains("<failOnError>false<")) {
      missing.add("failOnError of maven-compiler-plugin is false, so errors do not fail it");
    }
    if (configuration.contains(Rule.LOCK_LEAK.id() + "=")) {
      missing.add("rule LockLeak is set to another severity, which hides the planted error");
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
