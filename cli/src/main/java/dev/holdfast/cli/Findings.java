package dev.holdfast.cli;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.review.format.FileLines;
import dev.holdfast.review.format.FormatInput;
import dev.holdfast.review.format.OutputFormat;
import dev.holdfast.review.format.Rules;
import dev.holdfast.review.format.Suppressed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes findings in a format, to the standard output or a file. */
final class Findings {
  private final Output output;
  private final OutputFormat format;

  /** To a file, or to the standard output where the file is null. */
  Findings(Streams streams, OutputFormat format, Path file) {
    this.output = new Output(streams, file);
    this.format = format;
  }

  /** Writes them; where that fails the user is told, and the answer is false. */
  boolean write(List<Diagnostic> findings, List<Suppressed> suppressed) throws IOException {
    return output.write(
        format.render(
            new FormatInput(
                findings, suppressed, Rules.ofChecker(), new FileLines(), Version.tool())));
  }
}
