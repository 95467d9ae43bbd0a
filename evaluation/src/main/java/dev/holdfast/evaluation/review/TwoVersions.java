package dev.holdfast.evaluation.review;

import dev.holdfast.evaluation.EvaluationException;
import dev.holdfast.evaluation.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A repository of two commits: one version of some libraries' sources, then the next.
 *
 * @param directory the repository, bare
 * @param files how many sources there are at head
 * @param lines how many lines they have
 */
record TwoVersions(Path directory, int files, long lines) {
  private static final List<String> VERSIONS = List.of("before", "after");

  /**
   * Makes it anew.
   *
   * @param inputs the folder of the versions, in each of which there is one for each library
   * @param libraries the names of the libraries
   * @param directory where to make it
   */
  static TwoVersions make(Path inputs, List<String> libraries, Path directory) {
    try {
      delete(directory);
      Files.createDirectories(directory);
      git(directory, directory, "init", "-q", "--bare");
      for (String version : VERSIONS) {
        Path tree = inputs.resolve(version);
        List<String> add = new ArrayList<>(List.of("add", "-A", "--"));
        add.addAll(libraries);
        git(directory, tree, add.toArray(String[]::new));
        git(directory, tree, "commit", "-q", "-m", version);
      }
      List<Path> sources = sources(inputs.resolve("after"), libraries);
      long lines = 0;
      for (Path source : sources) {
        try (Stream<String> all = Files.lines(source)) {
          lines += all.count();
        }
      }
      return new TwoVersions(directory, sources.size(), lines);
    } catch (IOException e) {
      throw new EvaluationException("cannot make " + directory + ": " + e.getMessage(), e);
    }
  }

  private static void git(Path repository, Path tree, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of("git", "--git-dir=" + repository, "-c", "core.bare=false", "-c", "gc.auto=0"));
    command.addAll(List.of("-c", "user.name=evaluation", "-c", "user.email=evaluation@localhost"));
    if (!tree.equals(repository)) {
      command.add("--work-tree=" + tree);
    }
    command.addAll(List.of(words));
    Processes.Outcome outcome = Processes.run(tree, command);
    if (outcome.status() != 0) {
      throw new EvaluationException("git failed:\n" + outcome.output());
    }
  }

  private static List<Path> sources(Path version, List<String> libraries) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String library : libraries) {
      try (Stream<Path> walk = Files.walk(version.resolve(library))) {
        walk.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
      }
    }
    return all;
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
