package dev.holdfast.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the streams of this run. */
final class CommandFactory implements IFactory {
  private final Streams streams;

  CommandFactory(Streams streams) {
    this.streams = streams;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == CheckCommand.class) {
      return type.cast(new CheckCommand(streams));
    }
    if (type == ReviewCommand.class) {
      return type.cast(new ReviewCommand(streams));
    }
    if (type == ContractsCommand.class) {
      return type.cast(new ContractsCommand(streams));
    }
    if (type == ExplainCommand.class) {
      return type.cast(new ExplainCommand(streams));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
