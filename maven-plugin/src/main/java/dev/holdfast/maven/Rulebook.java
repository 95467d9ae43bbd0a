package dev.holdfast.maven;

import dev.holdfast.checker.message.Catalogue;
import dev.holdfast.checker.message.RulePage;
import dev.holdfast.checker.rule.Rule;
import dev.holdfast.review.format.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said about the rules. */
final class Rulebook {
  private Rulebook() {}

  /** The rule of that id, for outputs. */
  static Optional<RuleInfo> describe(String id) {
    return Rule.byId(id).map(Catalogue::page).map(Rulebook::info);
  }

  private static RuleInfo info(RulePage page) {
    return new RuleInfo(
        page.rule().id(),
        page.summary(),
        page.meaning() + "\n\n" + page.why() + "\n\n" + page.fix(),
        "",
        page.rule().severity());
  }

  /**
   * What a rule means, or, without one, a line for each rule.
   *
   * @param id in any case, or null
   * @throws BadConfiguration if there is no such rule; the message lists them
   */
  static String explain(String id) throws BadConfiguration {
    List<RulePage> pages = Catalogue.pages();
    if (id == null || id.isBlank()) {
      return pages.stream().map(Rulebook::line).collect(Collectors.joining("\n"));
    }
    for (RulePage page : pages) {
      if (page.rule().id().equalsIgnoreCase(id.strip())) {
        return page.text();
      }
    }
    String known = pages.stream().map(page -> page.rule().id()).collect(Collectors.joining(", "));
    throw new BadConfiguration("unknown rule '" + id + "'; known are " + known);
  }

  private static String line(RulePage page) {
    return String.format(
        "%-20s  %-7s  %s", page.rule().id(), page.rule().severity().word(), page.summary());
  }
}
