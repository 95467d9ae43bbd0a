package dev.holdfast.cli;

import dev.holdfast.review.Progress;
import java.io.Console;
import java.lang.reflect.Method;
import picocli.CommandLine.Option;

/** Whether a progress line is shown: on a terminal, unless the user says otherwise. */
final class ProgressOption {
  @Option(
      names = "--progress",
      negatable = true,
      description = "Shows, or hides, a progress line; without it, one is shown on a terminal.")
  private Boolean wanted;

  /** A progress line that is wiped when it is closed. */
  record Shown(Progress progress) implements AutoCloseable {
    @Override
    public void close() {
      progress.done();
    }
  }

  /** On the error stream, so that the output stays as it is. */
  Shown on(Streams streams) {
    boolean shown = wanted == null ? isTerminal(System.console()) : wanted;
    return new Shown(shown ? Progress.line(streams.err()) : Progress.none());
  }

  /**
   * Later platforms have a console even where nobody sits in front of it, and a question for it.
   */
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      Method question = Console.class.getMethod("isTerminal");
      return (boolean) question.invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
