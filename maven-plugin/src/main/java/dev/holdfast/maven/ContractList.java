package dev.holdfast.maven;

import dev.holdfast.review.contract.ContractLine;
import dev.holdfast.review.source.DirectoryTree;
import dev.holdfast.review.source.SourceContracts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The lock contracts of a module, one line each, sorted.
 *
 * @param text the lines
 * @param problems the sources that could not be read, one message each
 */
record ContractList(String text, List<String> problems) {

  /** Copies the list. */
  ContractList {
    problems = List.copyOf(problems);
  }

  /**
   * What differs between a committed list and the sources.
   *
   * @param gone lines that only the committed list has
   * @param come lines that only the sources have
   */
  record Difference(List<String> gone, List<String> come) {
    /** Whether there is none. */
    boolean isEmpty() {
      return gone.isEmpty() && come.isEmpty();
    }
  }

  /**
   * Reads the contracts of the sources.
   *
   * @param base what messages name files from
   * @param roots folders of sources; all exist
   * @throws IOException if a folder cannot be read
   */
  static ContractList read(Path base, List<Path> roots) throws IOException {
    SourceContracts.Result result =
        new SourceContracts(DirectoryTree.of(base, roots)).readAll((done, total) -> {});
    List<String> problems =
        result.problems().stream().map(p -> "'" + p.path() + "' " + p.message()).toList();
    return new ContractList(ContractLine.print(result.lines()), problems);
  }

  /** Writes the lines to a file, making its folder. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /**
   * Compares with a committed list; the order of its lines and their ends do not matter.
   *
   * @throws IOException if it cannot be read
   */
  Difference compareWith(Path file) throws IOException {
    Set<String> committed = lines(Files.readString(file, StandardCharsets.UTF_8));
    Set<String> found = lines(text);
    Predicate<String> known = found::contains;
    Predicate<String> listed = committed::contains;
    return new Difference(
        committed.stream().filter(known.negate()).toList(),
        found.stream().filter(listed.negate()).toList());
  }

  private static Set<String> lines(String text) {
    Set<String> lines = new TreeSet<>();
    text.lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).forEach(lines::add);
    return lines;
  }
}
