package dev.holdfast.cli;

import dev.holdfast.checker.Options;
import dev.holdfast.checker.message.Catalogue;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code holdfast explain}: what the rules mean. */
@Command(
    name = "explain",
    description = "Says what a rule means, with a wrong and a right example.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "RULE",
      description = "The id of a rule; without it, all rules are listed.")
  private String rule;

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (rule == null) {
      streams.out().print(Catalogue.overview());
      return ExitStatus.OK;
    }
    Optional<String> explanation = Catalogue.explanation(rule);
    if (explanation.isEmpty()) {
      throw new ParameterException(spec.commandLine(), Options.unknownRule(rule));
    }
    streams.out().print(explanation.get());
    return ExitStatus.OK;
  }
}
