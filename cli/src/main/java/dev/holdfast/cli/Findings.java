package dev.holdfast.cli;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.review.format.FormatInput;
import dev.holdfast.review.format.OutputFormat;
import dev.holdfast.review.format.Rules;
import dev.holdfast.review.format.ToolInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes findings in a format, to the standard output or a file. */
final class Findings {
  private final Streams streams;
  private final OutputFormat format;
  private final Path output;

  /** To a file, or to the standard output where the file is null. */
  Findings(Streams streams, OutputFormat format, Path output) {
    this.streams = streams;
    this.format = format;
    this.output = output;
  }

  /** Writes them; where that fails the user is told, and the answer is false. */
  boolean write(List<Diagnostic> findings) throws IOException {
    ToolInfo tool = new ToolInfo("holdfast", Version.number(), "");
    String text =
        format.render(new FormatInput(findings, List.of(), Rules.none(), new FileLines(), tool));
    if (output == null) {
      streams.out().print(text);
      streams.out().flush();
      return true;
    }
    try {
      Files.writeString(output, text, StandardCharsets.UTF_8);
      return true;
    } catch (IOException e) {
      streams.complain("'" + output + "' cannot be written: " + e);
      return false;
    }
  }
}
