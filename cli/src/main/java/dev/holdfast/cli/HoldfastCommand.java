package dev.holdfast.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code holdfast}: all of it is in the subcommands. */
@Command(
    name = "holdfast",
    description = "Proves lock discipline in Java.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:nothing found, or warnings only",
      "1:findings at error level",
      "2:wrong usage, or input that does not exist",
      "3:the sources do not compile, or the tool failed"
    },
    subcommands = {
      CheckCommand.class,
      ReviewCommand.class,
      ContractsCommand.class,
      ExplainCommand.class,
      CommandLine.HelpCommand.class
    })
final class HoldfastCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine command = spec.commandLine();
    throw new ParameterException(command, "name a command: " + known(command));
  }

  /** The names of all commands. */
  static String known(CommandLine command) {
    return String.join(", ", command.getSubcommands().keySet());
  }
}
