package dev.holdfast.cli;

import dev.holdfast.checker.message.Catalogue;
import dev.holdfast.checker.message.RulePage;
import dev.holdfast.checker.rule.Rule;
import dev.holdfast.review.format.RuleInfo;
import dev.holdfast.review.format.ToolInfo;
import java.io.IOException;
import java.util.Optional;

/** What outputs say about the rules and about this tool. */
final class Rulebook {
  private Rulebook() {}

  /** The rule of that id. */
  static Optional<RuleInfo> describe(String id) {
    return Rule.byId(id).map(Catalogue::page).map(Rulebook::info);
  }

  /**
   * This tool.
   *
   * @throws IOException if the jar is damaged
   */
  static ToolInfo tool() throws IOException {
    return new ToolInfo("holdfast", Version.number(), "");
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
