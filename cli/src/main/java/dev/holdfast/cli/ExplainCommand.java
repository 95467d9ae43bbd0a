package dev.holdfast.cli;

import dev.holdfast.checker.message.Catalogue;
import dev.holdfast.checker.message.RulePage;
import java.util.List;
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
    List<RulePage> pages = Catalogue.pages();
    if (rule == null) {
      pages.forEach(this::line);
      return ExitStatus.OK;
    }
    for (RulePage page : pages) {
      if (page.rule().id().equalsIgnoreCase(rule)) {
        streams.out().print(page.text());
        return ExitStatus.OK;
      }
    }
    String known = String.join(", ", pages.stream().map(page -> page.rule().id()).toList());
    throw new ParameterException(
        spec.commandLine(), "unknown rule '" + rule + "'; known are " + known);
  }

  private void line(RulePage page) {
    String severity = page.rule().severity().word();
    streams.out().printf("%-20s  %-7s  %s\n", page.rule().id(), severity, page.summary());
  }
}
