package dev.holdfast.review.format;

import dev.holdfast.checker.Severity;
import dev.holdfast.checker.message.RulePage;

/**
 * What an output says about a rule.
 *
 * @param id as in {@link dev.holdfast.checker.Diagnostic#rule()}
 * @param summary one sentence
 * @param description a paragraph or more, Markdown
 * @param helpUri where more is told; empty where nowhere
 * @param severity the default
 */
public record RuleInfo(
    String id, String summary, String description, String helpUri, Severity severity) {

  /** What its page says. */
  static RuleInfo of(RulePage page) {
    return new RuleInfo(
        page.rule().id(),
        page.summary(),
        page.meaning() + "\n\n" + page.why() + "\n\n" + page.fix(),
        "",
        page.rule().severity());
  }

  /** For a rule of which nothing but its id is known. */
  static RuleInfo unknown(String id) {
    return new RuleInfo(id, id, id, "", Severity.WARNING);
  }
}
