package dev.holdfast.cli;

import dev.holdfast.checker.Diagnostic;
import dev.holdfast.checker.message.Catalogue;
import dev.holdfast.checker.message.RulePage;
import dev.holdfast.checker.rule.Rule;
import dev.holdfast.review.format.FormatInput;
import dev.holdfast.review.format.OutputFormat;
import dev.holdfast.review.format.RuleInfo;
import dev.holdfast.review.format.ToolInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
        format.render(
            new FormatInput(findings, List.of(), Findings::describe, new FileLines(), tool));
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

  private static Optional<RuleInfo> describe(String id) {
    return Rule.byId(id).map(Catalogue::page).map(Findings::info);
  }

  private static RuleInfo info(RulePage page) {
    return new RuleInfo(
        page.rule().id(),
        page.summary(),
        page.meaning() + "\n\n" + page.why() + "\n\n" + page.fix(),
        "",
        page.rule().severity());
  }
}
