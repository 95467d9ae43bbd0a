package dev.holdfast.review.format;

import dev.holdfast.checker.Diagnostic;

/** A comment on a pull request. */
final class MarkdownFormat {
  private MarkdownFormat() {}

  static String render(FormatInput input) {
    StringBuilder out = new StringBuilder();
    if (input.findings().isEmpty()) {
      return out.append("**").append(input.tool().name()).append("** found nothing.\n").toString();
    }
    out.append("**").append(input.tool().name()).append("** found ");
    out.append(Markdown.count(input.findings())).append(".\n\n");
    for (Diagnostic finding : input.findings()) {
      String item = Markdown.item(finding);
      if (!Markdown.fits(out, item)) {
        out.append("\nThe rest is too long for a comment.\n");
        break;
      }
      out.append(item);
    }
    return out.toString();
  }
}
