package dev.holdfast.cli;

import dev.holdfast.review.contract.ContractLine;
import dev.holdfast.review.source.DirectoryTree;
import dev.holdfast.review.source.SourceContracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast contracts}: every contract of a tree, one line a member, from source alone. */
@Command(
    name = "contracts",
    description = "Lists every lock contract, one line a member, sorted.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ContractsCommand implements Callable<Integer> {
  private final Streams streams;

  @Option(names = "-o", paramLabel = "FILE", description = "Writes the list there.")
  private Path output;

  @Mixin private ProgressOption progress;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Source files, or folders of them; without any, the working directory.")
  private List<String> paths = List.of();

  ContractsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    List<String> missing = new ArrayList<>();
    List<Path> found = existing(missing);
    missing.forEach(streams::complain);
    int status = missing.isEmpty() ? ExitStatus.OK : ExitStatus.USAGE;
    SourceContracts.Result result = read(found);
    for (SourceContracts.Problem problem : result.problems()) {
      streams.complain("'" + problem.path() + "' " + problem.message());
      status = ExitStatus.FAILED;
    }
    return write(ContractLine.print(result.lines())) ? status : ExitStatus.FAILED;
  }

  private SourceContracts.Result read(List<Path> found) throws IOException {
    DirectoryTree tree = DirectoryTree.of(Path.of(""), found);
    try (ProgressOption.Shown shown = progress.on(streams)) {
      return new SourceContracts(tree)
          .readAll((done, total) -> shown.progress().at("contracts", done, total));
    }
  }

  private List<Path> existing(List<String> missing) {
    List<Path> found = new ArrayList<>();
    for (String each : paths.isEmpty() ? List.of(".") : paths) {
      try {
        Path path = Path.of(each);
        if (Files.exists(path)) {
          found.add(path);
          continue;
        }
      } catch (InvalidPathException e) {
        /* no path, so nothing is there */
      }
      missing.add("'" + each + "' does not exist");
    }
    return found;
  }

  private boolean write(String text) {
    return new Output(streams, output).write(text);
  }
}
